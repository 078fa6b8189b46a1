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
    /// The folders that exist or that a worker makes now.
    var folders: Set<String> = []
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
    do {
      try DiskFile.write(bytes, to: file)
    } catch {
      // Another worker has still to make the folder.
      guard error.code == ENOENT else { throw error }
      try DiskFile.makeFolder(folder(of: path))
      try DiskFile.write(bytes, to: file)
    }
    changes.withLock { $0.files[path] = FileStamp.of(file) }
  }

  /// Links a file of the published version; returns whether it could.
  ///
  /// - Parameter stamp: What the disk must say of the file: somebody may have put another in its place, or
  ///   in the place of its folder a link that leads elsewhere.
  package func link(_ path: String, as stamp: FileStamp) throws(DiskFile.Failure) -> Bool {
    try makeFolder(of: path)
    let (published, file) = (output + "/" + path, root + "/" + path)
    if Glibc.link(published, file) != 0 {
      guard errno == ENOENT else { return false }
      try DiskFile.makeFolder(folder(of: path))
      guard Glibc.link(published, file) == 0 else { return false }
    }
    if FileStamp.of(file) == stamp { return true }
    try DiskFile.remove(file)
    return false
  }

  /// Returns every file and folder of the version, with what the disk says of each.
  ///
  /// - Parameter files: The files of the version; those that were linked bear their stamps.
  package func snapshot(
    _ files: StampedPaths, _ workers: Workers
  ) async throws -> OutputSnapshot {
    var files = files
    guard let folder = OpenFolder(root) else { throw DiskFile.Failure(code: errno, path: root) }
    for (path, stamp) in changes.withLock({ $0.files }) { files.stamp(path, stamp) }
    let folders = files.folders
    let stamps = try await workers.map(folders.count) { folders.stamp(at: $0, below: folder) }
    return OutputSnapshot(files: files, folders: folders.stamped(stamps))
  }

  /// Makes the folder that a file goes into, unless a worker has begun to.
  private func makeFolder(of path: String) throws(DiskFile.Failure) {
    let folder = folder(of: path)
    if changes.withLock({ $0.folders.insert(folder).inserted }) {
      try DiskFile.makeFolder(folder)
    }
  }

  /// Returns the folder that a file goes into.
  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { root + "/" + path[..<$0] } ?? root
  }
}
