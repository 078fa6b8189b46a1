package import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// Checks a sheet as it is being written, against the site as it was built last.
///
/// It says of the front matter what `archipel check` says; what is wrong with links and pictures of the
/// text is known once the sheet is saved.
package struct DraftCheck: Sendable {
  private let commons: LinkedSite

  package init(_ commons: LinkedSite) { self.commons = commons }

  /// Returns what is wrong with a sheet, errors first.
  ///
  /// - Parameters:
  ///   - path: Its file, relative to the source folder.
  ///   - bytes: What the file would hold.
  package func findings(in bytes: [UInt8], at path: String) -> [Diagnostic] {
    let site = commons.site
    let record = site.files.first { $0.file.path == path }
    let contentPath = String(site.contentPath(of: path))
    let name =
      record?.name ?? SheetName(path: contentPath, languages: site.configuration.languages)
    var diagnostics: [Diagnostic] = []
    let sheet = site.reader.read(
      path: path, name: name, bytes: bytes, translating: record?.original,
      reporting: &diagnostics)
    if let sheet {
      diagnostics += Relations.problems(
        of: sheet, among: site.sheets, commons.directory)
    }
    let sorted = diagnostics.sortedByLocation()
    return sorted.filter { $0.severity == .error } + sorted.filter { $0.severity != .error }
  }

  /// Returns the type that a file is of, or would be.
  package func type(ofFileAt path: String, values: [String: String] = [:]) -> ContentType {
    let site = commons.site
    let record = site.files.first { $0.file.path == path }
    if let type = record?.sheet?.type { return type }
    let name =
      record?.name
      ?? SheetName(
        path: String(site.contentPath(of: path)), languages: site.configuration.languages)
    return site.reader.type(of: name, named: values["type"])
  }
}
