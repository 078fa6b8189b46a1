import Glibc
import SiteFiles
import Synchronization

/// Where a command prints.
enum StandardStream {
  case output
  case error

  private var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

  /// The number of the error for which something could not be printed on standard output; 0 for none.
  private static let failure = Atomic<Int32>(0)

  /// Checks that all is there that was printed on standard output: who reads a part would take it for all.
  ///
  /// - Throws: ``EnvironmentFailure`` when something is missing, on a disk that is full for instance; an
  ///   output that is closed misses nothing.
  static func checkOutput() throws(EnvironmentFailure) {
    let code = failure.load(ordering: .relaxed)
    if code == 0 || code == EBADF { return }
    throw .unwritable(DiskFile.Failure(code: code, path: "stdout"))
  }

  /// Prints bytes.
  ///
  /// What cannot be printed does not end a command: ``checkOutput()`` tells.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        if self == .output { Self.failure.store(errno, ordering: .relaxed) }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
