import ContentModel
import Diagnostics
package import SiteLoading
import TextEncoding

extension SiteView {
  /// Returns the files of the content that a sheet names, in its texts and in its fields, each once, in
  /// the order of their paths.
  ///
  /// - Parameter text: The sheet, rendered.
  package func files(namedBy index: Int, in text: TrackedSheet) -> [SourceFolder.File] {
    var files: [String: SourceFolder.File] = [:]
    for path in text.files { files[path] = site.attachments[path] }
    let provider = SheetLinkProvider(
      commons: site, sheet: index, links: PageLinks(prefix: "", isOffline: false))
    let add = { (written: String, location: SourceLocation) in
      // What is wrong with it is reported where its page is made.
      var found: [Diagnostic] = []
      guard let file = provider.file(shownAs: written, at: location, reporting: &found) else {
        return
      }
      files[file.contentPath] = file
    }
    let sheet = sheets[index]
    for value in sheet.fields.values { value.visitFiles(add) }
    sheet.image?.visitFiles(add)
    return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }
}

extension SiteView {
  /// Returns the texts of the content that a sheet includes and that are no files of the site, by their
  /// paths below the content folder, in the order of these.
  package func texts(includedIn text: TrackedSheet) -> [(path: String, bytes: [UInt8])] {
    text.files.filter { site.attachments[$0] == nil }.compactMap { path in
      let folder = site.site.contentFolder
      let whole = folder.isEmpty ? path : folder + "/" + path
      guard case .text(let text) = site.site.included.text(of: whole) else { return nil }
      return (path, text.bytes)
    }
  }
}

extension FieldValue {
  /// Visits the names of files in the value, and where each is written.
  fileprivate func visitFiles(_ visit: (String, SourceLocation) -> Void) {
    switch self {
    case .file(let name, let location): visit(name, location)
    case .list(let elements):
      for element in elements { element.visitFiles(visit) }
    case .object(let values):
      for value in values.values { value.visitFiles(visit) }
    case .markdown, .text, .code, .integer, .number, .boolean, .date, .dateTime, .recurrence,
      .duration, .range, .scale, .term, .url, .reference, .licence, .untranslated:
      break
    }
  }
}
