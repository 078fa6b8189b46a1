import ByteCoding
import Glibc
package import SiteFiles

/// A file that is open for reading.
final class OpenFile: Sendable {
  private let descriptor: Int32
  /// How many bytes it has, but for those at its end.
  package let size: Int

  /// Opens a file; nil when it is not there.
  ///
  /// - Parameter end: How many bytes at its end are not counted.
  init?(_ path: String, without end: Int) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = max(0, Int(status.st_size) - end)
  }

  deinit { close(descriptor) }

  /// Reads a part of the file.
  package func read(_ range: Range<Int>) throws(DiskFile.Failure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let read = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else {
          failure = read < 0 ? errno : EIO
          return
        }
        count += read
      }
    }
    guard failure == 0 else { throw DiskFile.Failure(code: failure, path: "") }
    return bytes
  }
}
