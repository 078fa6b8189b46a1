import SiteLoading
import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
import SearchIndexing
package import SiteFiles
import TextEncoding

/// Turns the Markdown of every sheet into HTML, and hands its words to the search.
package struct DocumentStage {
  package let commons: LinkedSite
  package let workers: Workers
  package let isOffline: Bool
  /// Whether the sheets are read for the search as well.
  package let collectsWords: Bool
  /// The documents as they were made before.
  package var memory: (any DocumentCache)?

  package init(
    commons: LinkedSite, workers: Workers, isOffline: Bool, collectsWords: Bool,
    memory: (any DocumentCache)? = nil
  ) {
    self.commons = commons
    self.workers = workers
    self.isOffline = isOffline
    self.collectsWords = collectsWords
    self.memory = memory
  }

  /// Renders every sheet that was not rendered before as it would be now.
  package func render(reporting diagnostics: inout [Diagnostic]) async throws -> MadeDocuments {
    let components: [any Component] =
      MarkdownRenderer.builtInComponents
      + DeclaredComponent.all(in: commons.site, reporting: &diagnostics)
    let renderers = Renderers(
      french: MarkdownRenderer(options: options(.french), components: components),
      foreign: MarkdownRenderer(options: options(.none), components: components),
      reservedIDs: ReservedIDs(commons.site))
    let reserved = renderers.reservedIDs
    let glossaries = Glossary.all(in: commons, renderers.french, reserved, reporting: &diagnostics)
    let setting = RenderEnvironment(
      declarations: commons.site.declarations, words: commons.site.wordsOfComponents,
      isOffline: isOffline, linkTargets: commons.site.linkTargets,
      glossaries: glossaries.mapValues(\.hash))
    let recalled = RecalledDocuments(memory, commons, setting)
    // What is made later needs no former documents, which else would never be released.
    var later = self
    later.memory = nil
    let rendered: @Sendable (Int) -> (document: MadeDocument, entry: SearchDocument) = {
      [later] index in
      let provider = later.linkProvider(of: index)
      let terms = glossaries[later.commons.language(of: index)]?.links(of: index, provider)
      return later.renderSheet(index, renderers, provider, terms)
    }
    let results: [Outcome] = try await workers.map(commons.site.sheets.count) {
      WordCollection()
    } finish: { words in
      words.finish()
    } _: { words, index in
      let provider = linkProvider(of: index)
      var found: [Diagnostic] = []
      checkFiles(of: commons.site.sheets[index], provider, reporting: &found)
      let known = recalled?.document(of: index, provider) {
        rendered(index).document.sheet.text.content
      }
      if let known { return Outcome(document: known, collected: nil, fileDiagnostics: found) }
      let made = rendered(index)
      let isSearched = collectsWords && !commons.site.sheets[index].isUnlisted
      let place = isSearched ? words.add(made.entry) : nil
      return Outcome(
        document: made.document, collected: place.map { (words.result, $0) },
        fileDiagnostics: found)
    }
    for result in results { diagnostics += result.document.diagnostics + result.fileDiagnostics }
    let searched: @Sendable (Int) -> SearchDocument = { rendered($0).entry }
    return MadeDocuments(
      setting: setting, documents: results.map(\.made), searched: collectsWords ? searched : nil,
      unlisted: Set(
        commons.site.sheets.indices.filter { commons.site.sheets[$0].isUnlisted }))
  }

  /// What came of one sheet.
  private struct Outcome {
    let document: MadeDocument
    /// What the worker that read its words will have of all its pages, and its place there.
    let collected: (result: WordCollection.Result, place: Int)?
    let fileDiagnostics: [Diagnostic]

    /// The document with its words, once its worker has ended.
    var made: MadeDocument {
      guard let collected, let batch = collected.result.documents else { return document }
      return MadeDocument(
        sheet: document.sheet, diagnostics: document.diagnostics, lookups: document.lookups,
        tags: document.tags, words: batch.page(collected.place))
    }
  }

  private func options(_ typography: MarkdownOptions.Typography) -> MarkdownOptions {
    MarkdownOptions(commons.site.configuration, typography, isPlain: commons.site.isPlain)
  }

  private func linkProvider(of index: Int) -> SheetLinkProvider {
    let prefix = Address.prefix(from: commons.folders[index])
    return SheetLinkProvider(
      commons: commons, sheet: index, links: PageLinks(prefix: prefix, isOffline: isOffline))
  }

  /// The renderers of a site, by how they typeset, and what they may not call a heading.
  private struct Renderers {
    let french: MarkdownRenderer
    let foreign: MarkdownRenderer
    let reservedIDs: ReservedIDs

    subscript(language: String) -> MarkdownRenderer {
      FrenchTypography.isFrench(language) ? french : foreign
    }
  }

  private func renderSheet(
    _ index: Int, _ renderers: Renderers, _ base: SheetLinkProvider, _ terms: TermLinks?
  ) -> (document: MadeDocument, entry: SearchDocument) {
    let provider = RecordingLinkProvider(base)
    let sheet = commons.site.sheets[index]
    let language = commons.language(of: index)
    // What is wrong with a text of the original has been reported there.
    let original = sheet.original.map { $0.language ?? commons.site.configuration.language }
    let shown = sheet.shownBody
    let isOwn = shown === sheet
    let shownLanguage = isOwn ? language : original ?? language
    let parsed = renderers[shownLanguage].render(
      MarkdownSource(of: shown, lang: shownLanguage, reservedIDs: renderers.reservedIDs[sheet]),
      links: isOwn ? provider : provider.ofOriginal, terms: isOwn ? terms : nil)
    var found = isOwn ? parsed.diagnostics : []
    var links = parsed.links
    var inlines: [SourceLocation: [UInt8]] = [:]
    var fieldTexts: [(key: String, text: [UInt8])] = []
    for field in sheet.type.fields {
      guard let value = sheet.fields[field.key] else { continue }
      let inline = { (text: String, location: SourceLocation, isOwn: Bool) -> [UInt8] in
        let language = isOwn ? language : original ?? language
        let inline = renderers[language].renderInline(
          text, at: location, lang: language, links: isOwn ? provider : provider.ofOriginal,
          terms: isOwn ? terms : nil)
        if isOwn { found += inline.diagnostics }
        links += inline.links
        inlines[location] = inline.html
        return inline.text
      }
      for text in field.kind.texts(of: value) {
        switch text {
        case .plain(let text): fieldTexts.append((field.key, Array(text.utf8)))
        case .markdown(let text, let location):
          fieldTexts.append((field.key, inline(text, location, true)))
        // The page of the original is found by these words, in its language.
        case .original(let text, let location): _ = inline(text, location, false)
        }
      }
    }
    if let remainder = provider.remainder { found.append(remainder) }
    let isFrench = FrenchTypography.isFrench(language)
    func typeset(_ text: String) -> String { isFrench ? FrenchTypography.apply(to: text) : text }
    let title = typeset(sheet.title)
    let summary =
      sheet.summary.map(typeset)
      ?? (isOwn
        ? RenderedSheet.summary(of: OpeningText(parsed, of: sheet, typeset).text) : "")
    let html = isOwn ? parsed.html : HTMLText.inLanguage(shownLanguage, parsed.html)
    let rendered = RenderedSheet(
      title: title, summary: summary, outline: Deferred(parsed.headings), links: links,
      anchors: parsed.anchors, files: provider.files,
      text: SheetText(SheetText.Content(html: html, inlines: inlines)))
    let entry = SearchEntry(
      commons: commons, index: index, links: PageLinks(prefix: "", isOffline: isOffline))
    let searched = entry.document(
      title: title, summary: summary, texts: isOwn ? parsed.searchText : [],
      fieldTexts: fieldTexts)
    let document = MadeDocument(
      sheet: rendered, diagnostics: found, lookups: provider.lookups,
      tags: StableHash.of(searched.tags), words: nil)
    return (document, searched)
  }
}

extension MarkdownSource {
  /// The text of a sheet.
  init(of sheet: Sheet, lang: String, reservedIDs: Set<String>) {
    self.init(
      path: sheet.path, body: sheet.body[...], firstLine: sheet.bodyFirstLine, lang: lang,
      reservedIDs: reservedIDs, title: Title(sheet.title, line: sheet.titleLine))
  }
}
