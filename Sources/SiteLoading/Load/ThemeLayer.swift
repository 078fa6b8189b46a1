import ContentModel
package import Diagnostics
package import SiteFiles
package import Theming

/// A folder of a theme, and where the files in it must lie.
struct ThemeLayer: Sendable {
  /// The longest file of a theme that is read, in bytes.
  private static let maxBytes = 64 << 20

  let folder: ThemeFolder
  /// Nil where the folder is not there.
  let boundary: SourceBoundary?

  /// Reads the files of the folder, sorted by path; hidden ones do not count, and a folder that is not
  /// there is empty.
  func readFiles(reporting diagnostics: inout [Diagnostic]) throws(EnvironmentFailure)
    -> [ThemeFile]
  {
    guard let real = DiskFile.realPath(folder.path) else { return [] }
    guard let boundary, boundary.holds(real) else {
      diagnostics.append(.linkLeavesSource(at: SourceLocation(path: folder.shownAs)))
      return []
    }
    var files: [ThemeFile] = []
    try visit("", depth: 0, inside: boundary, &files, &diagnostics)
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func visit(
    _ below: String, depth: Int, inside boundary: SourceBoundary, _ files: inout [ThemeFile],
    _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    let entries: [FolderEntry]
    do {
      entries = try FolderEntry.list(folder.path + "/" + below)
    } catch {
      throw .unreadableFolder(error)
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = below + entry.name
      let location = SourceLocation(path: folder.shownAs + "/" + path)
      if entry.kind == .folder {
        guard depth < SourceName.maxFolders else {
          diagnostics.append(.foldersTooDeep(limit: SourceName.maxFolders, at: location))
          continue
        }
        try visit(path + "/", depth: depth + 1, inside: boundary, &files, &diagnostics)
        continue
      }
      do {
        let bytes = try DiskFile.readWithMetadata(
          folder.path + "/" + path, inside: boundary, atMost: Self.maxBytes
        ).bytes
        files.append(ThemeFile(path: path, shownAs: location.path, bytes: bytes))
      } catch {
        if error.isOfTheEnvironment { throw .unreadableFile(error) }
        diagnostics.append(.unreadable(error, at: location))
      }
    }
  }
}

extension Theme {
  /// Loads a theme from folders of which each holds its own files.
  package static func load(
    from folders: [ThemeFolder]
  ) throws(EnvironmentFailure) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let loaded = try LoadedTheme(
      from: folders.map { ThemeLayer(folder: $0, boundary: SourceBoundary(around: $0.path)) },
      SiteConfiguration(), reporting: &diagnostics)
    return (loaded.theme, diagnostics)
  }
}
