import Glibc
package import SiteFiles

/// Every file and folder of a version of a published site, and what the disk says of each.
package struct OutputSnapshot: Sendable {
  package let files: StampedPaths
  /// The folders, each with a slash at its end; the published folder itself is empty.
  package let folders: StampedPaths

  package init(files: StampedPaths = StampedPaths(), folders: StampedPaths = StampedPaths()) {
    self.files = files
    self.folders = folders
  }

  /// Lists a folder as it is now; one that is not there has neither files nor folders.
  package init(of root: String) throws(DiskFile.Failure) {
    var (files, folders): ([(String, FileStamp)], [(String, FileStamp)]) = ([], [])
    try Self.list(root, below: "", &files, &folders)
    self.init(files: StampedPaths(files), folders: StampedPaths(folders))
  }

  private static func list(
    _ root: String, below: String, _ files: inout [(String, FileStamp)],
    _ folders: inout [(String, FileStamp)]
  ) throws(DiskFile.Failure) {
    // Before its entries are read: what comes later then shows.
    let stamp = FileStamp.of(root + "/" + below)
    let entries: [FolderEntry]
    do {
      entries = try FolderEntry.list(root + "/" + below)
    } catch {
      // A file in the place of the folder is somebody's too.
      if error.code == ENOENT, below.isEmpty { return }
      throw error
    }
    folders.append((below, stamp))
    for entry in entries {
      let path = below + entry.name
      if entry.kind == .folder {
        try list(root, below: path + "/", &files, &folders)
      } else {
        files.append((path, FileStamp.of(root + "/" + path)))
      }
    }
  }

  /// Whether a folder holds the version as it was published, and nothing else.
  package func isWhole(at root: String, _ workers: Workers) async throws -> Bool {
    guard try await files.isSame(below: root, workers) else { return false }
    return try await folders.isSame(below: root, workers)
  }
}
