import Glibc
import SiteFiles
import Synchronization

/// The next version of a published site, made in an empty folder beside it.
///
/// A file that has not changed is linked from the published version, so that it keeps its inode and its
/// time and costs no writing.
final class StagedOutput: Sendable {
  private let root: String
  private let output: String
  private let changes = Mutex(Changes())

  private struct Changes {
    /// The folders that exist, with a slash at their end; the root is empty.
    var folders: Set<String> = [""]
    /// The files that were written, with what the disk says of them.
    var files: [String: FileStamp] = [:]
  }

  /// - Parameters:
  ///   - root: The staging folder, which exists and is empty.
  ///   - output: The published version.
  init(_ root: String, output: String) {
    self.root = root
    self.output = output
  }

  /// Writes a file.
  package func write(_ bytes: [UInt8], to path: String) throws(DiskFile.Failure) {
    try makeFolder(of: path)
    let file = root + "/" + path
    try DiskFile.write(bytes, to: file)
    changes.withLock { $0.files[path] = FileStamp.of(file) }
  }

  /// Links a file of the published version; returns whether it could.
  package func link(_ path: String) throws(DiskFile.Failure) -> Bool {
    try makeFolder(of: path)
    return Glibc.link(output + "/" + path, root + "/" + path) == 0
  }

  /// Returns every file and folder of the version, with what the disk says of each.
  ///
  /// - Parameter files: The files of the version; those that were linked bear their stamps.
  package func snapshot(_ files: StampedPaths) throws(DiskFile.Failure) -> OutputSnapshot {
    var files = files
    guard let folder = OpenFolder(root) else { throw DiskFile.Failure(code: errno, path: root) }
    for (path, stamp) in changes.withLock({ $0.files }) { files.stamp(path, stamp) }
    let folders = files.folders
    let stamps = (0..<folders.count).map { folders.stamp(at: $0, below: folder) }
    return OutputSnapshot(files: files, folders: folders.stamped(stamps))
  }

  private func makeFolder(of path: String) throws(DiskFile.Failure) {
    try changes.withLock { changes throws(DiskFile.Failure) in
      try make(Self.folder(of: path), &changes)
    }
  }

  private func make(_ folder: String, _ changes: inout Changes) throws(DiskFile.Failure) {
    guard changes.folders.insert(folder).inserted else { return }
    try make(Self.folder(of: folder), &changes)
    guard mkdir(root + "/" + folder.dropLast(), 0o755) == 0 else {
      throw DiskFile.Failure(code: errno, path: root + "/" + folder)
    }
  }

  /// Returns the folder that holds a file or a folder.
  private static func folder(of path: String) -> String {
    let path = path.hasSuffix("/") ? path.dropLast() : path[...]
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
