import Diagnostics
import SiteFiles

/// What lies beside the content folder that nobody has named: files to publish, sheets to tell of.
extension SourceFolder {
  /// Visits the folders beside that of the content whose files Hugo and others publish at the root.
  mutating func visitFilesBesideContent(
    _ published: String?, _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) {
    guard !isConfigured, !contentFolder.isEmpty else { return }
    let known = Set(attachments.map(\.contentPath))
    for entry in Self.entries(of: root) where entry.kind == .folder {
      let path = root + "/" + entry.name
      guard ["public", "static"].contains(entry.name), let real = DiskFile.realPath(path),
        real != published, Self.scope(ofFolderBesideContent: entry.name, at: path) == .files
      else { continue }
      base = entry.name
      try visit(
        path, below: "", published: published, inside: [root, real], reading: .files, &diagnostics)
      attachments.removeAll { file in
        file.path.hasPrefix(entry.name + "/") && known.contains(file.contentPath)
      }
    }
    base = contentFolder
  }

  /// Notes the sheets beside a content folder that nobody has named.
  mutating func noteSheetsBesideContent() {
    for entry in Self.entries(of: root) where entry.name != contentFolder {
      let name = entry.name
      if entry.kind == .file, SourceName.isSheet(name), !SourceName.isLeftOut(name) {
        let file = File(
          diskPath: root + "/" + name, path: name, contentPath: "../" + name, boundary: boundary)
        leftOut.append(LeftOut(file: file, reason: .outside))
        unread.insert(file.contentPath)
      }
      guard entry.kind == .folder, !SourceName.isLeftOut(name),
        !Self.foldersBesideContent.contains(name), !Self.toolFolders.contains(name),
        Self.holdsSheets(root + "/" + name, depth: 3),
        let real = DiskFile.realPath(root + "/" + name),
        !visited.contains(where: { $0.hasPrefix(real + "/") })
      else { continue }
      let file = File(
        diskPath: root + "/" + name, path: name, contentPath: "../" + name, boundary: boundary)
      leaveOut(folder: file, .outside)
    }
  }
}
