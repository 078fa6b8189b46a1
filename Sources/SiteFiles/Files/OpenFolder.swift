package import Glibc

/// A folder that is open: paths below it are found without walking those above.
package final class OpenFolder: Sendable {
  private let descriptor: Int32

  /// Opens a folder; nil when it cannot be.
  package init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Returns the stamp of a file or folder by its path below this one; that of itself is empty.
  package func stamp(of path: UnsafePointer<CChar>) -> FileStamp {
    var status = stat()
    let result =
      path.pointee == 0
      ? fstat(descriptor, &status) : fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW)
    return result == 0 ? FileStamp(status) : .unknown
  }

  /// Returns the metadata of a file by its path below this one, symbolic links followed; nothing
  /// when it is not there.
  package func metadata(of path: UnsafePointer<CChar>) -> FileMetadata? {
    var status = stat()
    if fstatat(descriptor, path, &status, 0) == 0 { return FileMetadata(status) }
    ReadFailures.note(DiskFile.Failure(code: errno, path: String(cString: path)))
    return nil
  }
}
