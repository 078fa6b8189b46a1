import ContentModel
import Diagnostics
import MarkdownRendering
package import SiteLoading
import Synchronization

extension SiteView {
  /// Returns the files of the content that a sheet names, in its text and in its fields, each once, in
  /// the order of their paths.
  ///
  /// - Complexity: That of reading its text.
  package func files(namedBy index: Int) -> [SourceFolder.File] {
    let sheet = sheets[index]
    let names = NamedFiles()
    let renderer = MarkdownRenderer(options: MarkdownOptions(configuration, .none))
    let language = language(of: index)
    _ = renderer.render(
      MarkdownSource(
        path: sheet.path, body: sheet.body[...], firstLine: sheet.bodyFirstLine, lang: language),
      links: names)
    for key in sheet.fields.keys.sorted() {
      guard let value = sheet.fields[key] else { continue }
      names.add(value) { text, location in
        _ = renderer.renderInline(text, at: location, lang: language, links: names)
      }
    }
    if let image = sheet.image { names.add(image) { _, _ in } }
    let provider = SheetLinkProvider(
      commons: site, sheet: index, links: PageLinks(prefix: "", isOffline: false))
    var files: [String: SourceFolder.File] = [:]
    for request in names.written {
      guard let file = provider.file(meantBy: request) else { continue }
      files[file.contentPath] = file
    }
    return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }
}

/// Takes note of the files that a document names, and gives it no link.
private final class NamedFiles: LinkProvider {
  private let names = Mutex<[LinkRequest]>([])

  var written: [LinkRequest] { names.withLock { $0 } }

  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    names.withLock { $0.append(request) }
    return .unresolved
  }

  /// Takes note of the files in a value, and hands on the texts in Markdown.
  func add(_ value: FieldValue, markdown: (String, SourceLocation) -> Void) {
    switch value {
    case .file(let name, let location):
      let request = LinkRequest(kind: .image, destination: name, location: location)
      names.withLock { $0.append(request) }
    case .markdown(let text, let location): markdown(text, location)
    case .list(let elements):
      for element in elements { add(element, markdown: markdown) }
    case .object(let values):
      for key in values.keys.sorted() {
        if let value = values[key] { add(value, markdown: markdown) }
      }
    case .text, .code, .integer, .number, .boolean, .date, .dateTime, .recurrence, .duration,
      .range, .scale, .term, .url, .reference, .licence, .untranslated:
      break
    }
  }
}
