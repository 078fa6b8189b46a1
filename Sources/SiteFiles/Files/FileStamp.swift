package import Glibc

/// The inode, size and time of a file, which change when somebody writes it; of a folder, when a file
/// comes or goes.
///
/// Another name for the file does not change it, as it does a ``FileMetadata``.
package struct FileStamp: Sendable, Equatable {
  package let inode: UInt64
  package let size: Int64
  /// When the bytes were last written, in nanoseconds since 1970.
  package let modified: Int64

  /// That of what the disk says nothing of, or which is neither a file nor a folder.
  package static let unknown = FileStamp(inode: 0, size: 0, modified: 0)

  package init(inode: UInt64, size: Int64, modified: Int64) {
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  package init(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else {
      self = .unknown
      return
    }
    let metadata = FileMetadata(status)
    self.init(inode: metadata.inode, size: metadata.size, modified: metadata.modified)
  }

  /// Returns the stamp of a file or folder; a symbolic link is not followed.
  package static func of(_ path: String) -> FileStamp {
    var status = stat()
    return lstat(path, &status) == 0 ? FileStamp(status) : .unknown
  }
}
