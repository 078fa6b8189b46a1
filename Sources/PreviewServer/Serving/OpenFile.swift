import Glibc
import NIOCore
import SiteFiles
import SiteLoading

/// An ordinary file of the disk, open for reading as long as somebody holds it.
final class OpenFile: Sendable {
  /// A file that cannot be read on: the disk fails, or the file has become shorter.
  struct ReadFailure: Error {}

  /// The length of the file when it was opened, in bytes.
  let count: Int
  private let descriptor: CInt

  /// Opens a file; nil when it is not there, lies outside of the source by now, is no ordinary file, or
  /// may not be read.
  init?(_ file: SourceFolder.File) {
    // Without O_NONBLOCK, a pipe in the place of the file would hold the preview up.
    let descriptor = open(file.diskPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard (try? file.boundary.holds(descriptor, opened: file.diskPath)) == true,
      fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads some bytes: one at least, and no more than are wanted.
  func read(at offset: Int, atMost wanted: Int) throws -> ByteBuffer {
    var buffer = ByteBuffer()
    try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { bytes in
      var count: Int
      repeat {
        count = pread(descriptor, bytes.baseAddress, min(wanted, bytes.count), off_t(offset))
      } while count < 0 && errno == EINTR
      guard count > 0 else { throw ReadFailure() }
      return count
    }
    return buffer
  }
}
