import SiteFiles
import SiteLoading
import Glibc
import SiteBuilding

/// Finds the folders that a site is made from.
///
/// Hidden files, the output folder, and what a symbolic link leads to outside the source folder are left
/// out.
struct SourceTree: Sendable {
  private let source: String
  private let output: String

  /// - Parameters:
  ///   - source: The source folder.
  ///   - output: The folder that the site is published in, which need not be there.
  init(source: String, output: String) {
    self.source = source
    self.output = output
  }

  /// Calls `enter` with each folder, those in it after it, each once.
  ///
  /// - Parameter enter: Called with a folder before its names are read: when it starts to watch the
  ///   folder, no file that comes meanwhile is missed.
  func walk(_ roots: [WatchedFolder], enter: (WatchedFolder) -> Void) {
    var entered: Set<FileIdentity> = []
    for root in roots { walk(root, depth: 0, &entered, enter) }
  }

  private func walk(
    _ folder: WatchedFolder, depth: Int, _ entered: inout Set<FileIdentity>,
    _ enter: (WatchedFolder) -> Void
  ) {
    guard depth < SourceName.maxFolders, let identity = FileIdentity(folder.path) else { return }
    // The source folder may be watched for its configuration and, as another root, for all in it.
    guard !folder.isDeep || entered.insert(identity).inserted else { return }
    enter(folder)
    guard folder.isDeep else { return }
    for entry in (try? FolderEntry.list(folder.path)) ?? [] where isInside(entry, of: folder.path) {
      let inner = WatchedFolder(path: folder.path + "/" + entry.name, isDeep: true)
      walk(inner, depth: depth + 1, &entered, enter)
    }
  }

  private func isInside(_ entry: FolderEntry, of folder: String) -> Bool {
    let path = folder + "/" + entry.name
    if SourceName.isLeftOut(entry.name) || path == output { return false }
    switch entry.kind {
    case .folder: return true
    case .file, .other: return false
    case .link:
      guard let target = DiskFile.realPath(path), let source = DiskFile.realPath(source)
      else { return false }
      return target.hasPrefix(source + "/") && target != DiskFile.realPath(output)
    }
  }

  /// Returns whether the site may depend on a file or folder.
  ///
  /// - Parameters:
  ///   - name: The name of a file or folder in `folder`.
  ///   - roots: The folders that the site is made from.
  func matters(_ name: String, in folder: WatchedFolder, roots: [WatchedFolder]) -> Bool {
    let path = folder.path + "/" + name
    if SourceName.isLeftOut(name) || path == output { return false }
    return folder.isDeep || name == SourceName.configuration || roots.contains { $0.path == path }
  }
}
