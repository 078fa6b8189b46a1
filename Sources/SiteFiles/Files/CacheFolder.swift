import Glibc
import Synchronization

/// The folder of a source folder that holds what can be made again, which is never content.
package struct CacheFolder: Sendable {
  /// Its name.
  package static let name = ".archipel"

  /// Where files are written, before they take their name.
  private static let unfinishedFolder = "unfinished"

  /// Tells apart the unfinished files of one process.
  private static let lastNumber = Atomic<Int>(0)

  private let root: String

  package init(source: String) {
    root = source + "/" + Self.name
  }

  /// The path of a folder in it, which may not be there.
  package func path(of folder: String) -> String { root + "/" + folder }

  /// Whether a folder in it is there.
  ///
  /// A symbolic link does not count: the source may bring one that leads outside of the cache, where
  /// nothing may be written or removed.
  package func isThere(_ folder: String) -> Bool { DiskFile.isFolder(path(of: folder)) }

  /// Makes a folder in it, which asks of itself not to be kept with the source.
  package func make(_ folder: String) throws(DiskFile.Failure) {
    if isThere(folder) { return }
    try DiskFile.makeFolder(path(of: folder))
    guard isThere(folder) else { throw DiskFile.Failure(code: ENOTDIR, path: path(of: folder)) }
    do {
      try DiskFile.create(root + "/.gitignore", with: Array("*\n".utf8))
    } catch {
      guard error.code == EEXIST else { throw error }
    }
  }

  /// Writes a file anew in the place of the one that is there: whole or not at all, and never the
  /// same file with other bytes.
  ///
  /// - Parameter seal: The checksum of the bytes, written after them.
  package func write(
    _ bytes: [UInt8], _ seal: [UInt8], to name: String, in folder: String
  ) throws(DiskFile.Failure) {
    try make(folder)
    try make(Self.unfinishedFolder)
    let number = Self.lastNumber.add(1, ordering: .relaxed).newValue
    let new = path(of: Self.unfinishedFolder) + "/\(getpid())-\(number)"
    let final = path(of: folder) + "/" + name
    do {
      try DiskFile.write(bytes, seal, to: new)
    } catch {
      unlink(new)
      throw error
    }
    guard rename(new, final) == 0 else {
      let code = errno
      unlink(new)
      throw DiskFile.Failure(code: code, path: final)
    }
  }

  /// Removes a file of one of its folders, or a folder with all that is in it.
  package func remove(_ name: String, in folder: String) {
    if isThere(folder) { try? DiskFile.remove(path(of: folder) + "/" + name) }
  }

  /// The names in one of its folders, sorted.
  package func names(in folder: String) -> [String] {
    guard isThere(folder) else { return [] }
    return ((try? FolderEntry.list(path(of: folder))) ?? []).map(\.name)
  }

  /// Removes what programs that were killed have left unfinished.
  package func removeUnfinished() {
    for name in names(in: Self.unfinishedFolder) {
      let process = name.split(separator: "-").first.flatMap { pid_t($0) } ?? 0
      if process <= 0 || kill(process, 0) != 0 && errno == ESRCH {
        remove(name, in: Self.unfinishedFolder)
      }
    }
  }
}
