import Glibc

/// A file, a folder or a link in a folder.
package struct FolderEntry {
  /// What an entry is.
  package enum Kind {
    case file
    case folder
    case link
    case other
  }

  package let name: String
  package let kind: Kind

  /// Returns the entries of a folder, sorted by the bytes of their names.
  package static func list(_ path: String) throws(DiskFile.Failure) -> [FolderEntry] {
    guard let folder = opendir(path) else { throw DiskFile.Failure(code: errno, path: path) }
    defer { closedir(folder) }
    var entries: [FolderEntry] = []
    while true {
      // The end of the folder and a failure look alike but for this.
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw DiskFile.Failure(code: errno, path: path) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind: Kind =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): try Self.kind(of: path + "/" + name)
        default: .other
        }
      entries.append(FolderEntry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Asks a file itself: the folders of some file systems do not tell.
  package static func kind(of path: String) throws(DiskFile.Failure) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw DiskFile.Failure(code: errno, path: path) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
