import ContentModel
import Diagnostics
import Foundation
import MarkdownRendering
import SearchIndexing
import Synchronization

/// Turns the Markdown of every sheet into HTML, and hands its words to the search.
struct DocumentStage {
  let commons: Commons
  let workers: Workers
  let isOffline: Bool
  /// Whether the sheets are read for the search as well.
  let collectsWords: Bool

  /// Ids that the templates use: headings may not take them.
  private static let reservedIDs: Set<String> = [
    "contenu", "sommaire", "liste", "reutiliser", "voisines", "liens-entrants", "q-entete",
    "q-page", "explorer", "dernieres",
  ]

  /// Renders every sheet.
  ///
  /// - Returns: The sheets in their order, and what the search index is made from.
  func render(
    reporting diagnostics: inout [Diagnostic]
  ) async throws -> (sheets: [RenderedSheet], words: [AnalyzedDocuments]) {
    let renderers = Renderers(
      french: MarkdownRenderer(options: options(.french)),
      foreign: MarkdownRenderer(options: options(.none)))
    let glossaries = Glossary.all(in: commons, renderers.french, reporting: &diagnostics)
    let analyzed = Mutex<[AnalyzedDocuments]>([])
    let results = try await workers.map(commons.site.sheets.count) {
      WordCollection()
    } finish: { words in
      let documents = words.finish()
      analyzed.withLock { $0.append(documents) }
    } _: { words, index in
      let provider = linkProvider(of: index)
      let terms = glossaries[commons.language(of: index)]?.links(of: index, provider)
      return renderSheet(index, renderers, provider, terms, words)
    }
    var sheets: [RenderedSheet] = []
    sheets.reserveCapacity(results.count)
    for (sheet, found) in results {
      sheets.append(sheet)
      diagnostics += found
    }
    return (sheets, analyzed.withLock { $0 })
  }

  private func options(_ typography: MarkdownOptions.Typography) -> MarkdownOptions {
    MarkdownOptions(
      typography: typography, rawHTML: commons.site.configuration.allowsHTML ? .allow : .omit,
      reservedIDs: Self.reservedIDs)
  }

  private func linkProvider(of index: Int) -> SheetLinkProvider {
    let prefix = Address.prefix(from: commons.folders[index])
    return SheetLinkProvider(
      commons: commons, sheet: index, links: PageLinks(prefix: prefix, isOffline: isOffline))
  }

  /// The renderers of a site, by how they typeset.
  private struct Renderers {
    let french: MarkdownRenderer
    let foreign: MarkdownRenderer

    subscript(language: String) -> MarkdownRenderer {
      FrenchTypography.isFrench(language) ? french : foreign
    }
  }

  private func renderSheet(
    _ index: Int, _ renderers: Renderers, _ provider: SheetLinkProvider, _ terms: TermLinks?,
    _ words: WordCollection
  ) -> (RenderedSheet, [Diagnostic]) {
    let sheet = commons.site.sheets[index]
    let language = commons.language(of: index)
    // What is wrong with a text of the original has been reported there.
    let original = sheet.original.map { $0.language ?? commons.site.configuration.language }
    let shown = sheet.shownBody
    let isOwn = shown === sheet
    let shownLanguage = isOwn ? language : original ?? language
    let document = renderers[shownLanguage].render(
      MarkdownSource(
        path: shown.path, body: shown.body[...], firstLine: shown.bodyFirstLine,
        lang: shownLanguage),
      links: provider, terms: isOwn ? terms : nil)
    var found = isOwn ? document.diagnostics : []
    var links = document.links
    var inlines: [SourceLocation: [UInt8]] = [:]
    var fieldTexts: [(key: String, text: [UInt8])] = []
    for field in sheet.type.fields {
      guard let value = sheet.fields[field.key] else { continue }
      collect(value, key: field.key, into: &fieldTexts) { text, location, isOwn in
        let language = isOwn ? language : original ?? language
        let inline = renderers[language].renderInline(
          text, at: location, lang: language, links: provider, terms: isOwn ? terms : nil)
        if isOwn { found += inline.diagnostics }
        links += inline.links
        inlines[location] = inline.html
        return inline.text
      }
    }
    checkFiles(of: sheet, provider, reporting: &found)
    let isFrench = FrenchTypography.isFrench(language)
    func typeset(_ text: String) -> String { isFrench ? FrenchTypography.apply(to: text) : text }
    let title = typeset(sheet.title)
    let opening = isOwn ? document.firstParagraph ?? "" : ""
    let summary = sheet.summary.map(typeset) ?? RenderedSheet.summary(of: opening)
    if collectsWords {
      words.add(
        SearchEntry(
          commons: commons, index: index, links: PageLinks(prefix: "", isOffline: isOffline)
        )
        .document(
          title: title, summary: summary, texts: isOwn ? document.searchText : [],
          fieldTexts: fieldTexts))
    }
    let html = isOwn ? document.html : HTMLText.inLanguage(shownLanguage, document.html)
    let rendered = RenderedSheet(
      title: title, summary: summary, html: html, headings: document.headings,
      links: links, inlines: inlines)
    return (rendered, found)
  }

  /// Gathers the texts of a field, those in its objects and lists included.
  private func collect(
    _ value: FieldValue, key: String, into texts: inout [(key: String, text: [UInt8])],
    renderInline: (_ text: String, SourceLocation, _ isOwn: Bool) -> [UInt8]
  ) {
    switch value {
    case .text(let text):
      texts.append((key, Array(text.utf8)))
    case .markdown(let text, let location):
      texts.append((key, renderInline(text, location, true)))
    case .untranslated(.markdown(let text, let location)):
      // The page of the original is found by these words, in its language.
      _ = renderInline(text, location, false)
    case .list(let elements):
      for element in elements {
        collect(element, key: key, into: &texts, renderInline: renderInline)
      }
    case .object(let values):
      for (_, value) in values.sorted(by: { $0.key < $1.key }) {
        collect(value, key: key, into: &texts, renderInline: renderInline)
      }
    default:
      break
    }
  }
}

/// What one worker has gathered for the search.
final class WordCollection {
  private var analyzer: TextAnalyzer? = TextAnalyzer()

  func add(_ document: SearchDocument) { analyzer?.add(document) }

  func finish() -> AnalyzedDocuments {
    let finished = analyzer.take() ?? TextAnalyzer()
    return finished.finish()
  }
}
