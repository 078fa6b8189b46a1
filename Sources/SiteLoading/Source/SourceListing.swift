import Diagnostics
package import SiteFiles

/// The files of a source folder, and what the disk says of each sheet.
package struct SourceListing: Sendable {
  /// The content folder that the configuration names, as it was when the files were listed.
  let namedContent: String?
  package let folder: SourceFolder
  /// What the disk says of each of the sheets; nil when one is gone meanwhile.
  package let metadata: [FileMetadata?]

  /// Lists a source folder; nil when it cannot be listed whole.
  ///
  /// - Parameter content: The content folder that the configuration names.
  package init?(_ request: BuildRequest, content: String?, _ workers: Workers) async throws {
    var found: [Diagnostic] = []
    let folder = try SourceFolder(
      request.source, contentFolder: content, output: request.output, reporting: &found)
    guard found.isEmpty, let root = OpenFolder(folder.root) else { return nil }
    namedContent = content
    self.folder = folder
    let start = folder.root.utf8.count + 1
    metadata = try await workers.map(folder.sheets.count) { index in
      folder.sheets[index].diskPath.withCString { root.metadata(of: $0 + start) }
    }
  }
}
