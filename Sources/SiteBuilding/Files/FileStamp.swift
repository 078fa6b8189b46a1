import Glibc

/// What tells whether somebody changed a file; for a folder, whether a file came or went.
///
/// Another name for the file does not change it, as it does a ``FileSignature``.
struct FileStamp: Sendable, Equatable {
  let inode: UInt64
  let size: Int64
  /// When the bytes were last written, in nanoseconds since 1970.
  let modified: Int64

  /// That of what the disk says nothing of, or which is neither a file nor a folder.
  static let unknown = FileStamp(inode: 0, size: 0, modified: 0)

  init(inode: UInt64, size: Int64, modified: Int64) {
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  init(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else {
      self = .unknown
      return
    }
    let signature = FileSignature(status)
    self.init(inode: signature.inode, size: signature.size, modified: signature.modified)
  }

  /// Returns the stamp of a file or folder; a symbolic link is not followed.
  static func of(_ path: String) -> FileStamp {
    var status = stat()
    return lstat(path, &status) == 0 ? FileStamp(status) : .unknown
  }
}

/// A folder that is open: paths below it are found without walking those above.
final class OpenFolder: Sendable {
  private let descriptor: Int32

  /// Opens a folder; nothing when it cannot be.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Returns the stamp of a file or folder by its path below this one; that of itself is empty.
  func stamp(of path: UnsafePointer<CChar>) -> FileStamp {
    var status = stat()
    let result =
      path.pointee == 0
      ? fstat(descriptor, &status) : fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW)
    return result == 0 ? FileStamp(status) : .unknown
  }

  /// Returns the signature of a file by its path below this one, symbolic links followed; nothing
  /// when it is not there.
  func signature(of path: UnsafePointer<CChar>) -> FileSignature? {
    var status = stat()
    return fstatat(descriptor, path, &status, 0) == 0 ? FileSignature(status) : nil
  }
}
