import ContentModel
import Diagnostics
import MarkdownRendering
import SearchIndexing

/// A sheet as it was rendered, with what it was rendered from besides itself.
struct MadeDocument: Sendable {
  let sheet: RenderedSheet
  /// What is wrong with its texts.
  let diagnostics: [Diagnostic]
  /// Where its links led; nothing when one of them was reported.
  let lookups: [LinkLookup]?
  /// What the search knows of it; nothing in a site without search.
  let words: AnalyzedPage?
}

/// The documents of a site as they were made, so that those that nothing has changed for need not be
/// made again.
struct DocumentMemory: Sendable {
  let commons: Commons
  let glossaries: [String: Glossary]
  /// The documents, in the order of the sheets.
  let documents: [MadeDocument]
  let isOffline: Bool

  /// Whether documents of another site may be taken from here.
  func fits(_ other: Commons, isOffline: Bool) -> Bool {
    isOffline == self.isOffline
      && other.site.memory.declarations == commons.site.memory.declarations
  }
}

/// Which documents of a site were made before, and how the sheets were numbered then.
struct RecalledDocuments: Sendable {
  private let memory: DocumentMemory
  private let commons: Commons
  private let glossaries: [String: Glossary]
  /// The former number of each sheet that has not changed.
  private let former: [Int?]
  /// The number that each sheet has now; nothing when all have kept theirs.
  private let numbers: [Int?]?

  /// Compares a site with what it was.
  init?(
    _ memory: DocumentMemory?, _ commons: Commons, _ glossaries: [String: Glossary], isOffline: Bool
  ) {
    guard let memory, memory.fits(commons, isOffline: isOffline) else { return nil }
    self.memory = memory
    self.commons = commons
    self.glossaries = glossaries
    let old = memory.commons.site.sheets
    let numberByPath = Dictionary(
      zip(commons.site.sheets.lazy.map(\.path), commons.site.sheets.indices),
      uniquingKeysWith: { first, _ in first })
    let numbers = old.map { numberByPath[$0.path] }
    var former = [Int?](repeating: nil, count: commons.site.sheets.count)
    for (place, number) in numbers.enumerated() {
      guard let number, commons.site.sheets[number] === old[place] else { continue }
      former[number] = place
    }
    self.former = former
    self.numbers = numbers.elementsEqual(old.indices.map { $0 }) ? nil : numbers
  }

  /// Returns the document of a sheet if making it again would give the same: each of its links is
  /// looked up again.
  func document(
    of index: Int, _ provider: SheetLinkProvider, tags: [SearchTerm]
  ) -> MadeDocument? {
    guard let place = former[index] else { return nil }
    let language = commons.language(of: index)
    let known = memory.documents[place]
    guard let lookups = known.lookups, commons.folders[index] == memory.commons.folders[place],
      glossaries[language] == memory.glossaries[language],
      known.words.map({ $0.tags == tags }) ?? true
    else { return nil }
    var found: [Diagnostic] = []
    var renumbered: [LinkLookup] = []
    for lookup in lookups {
      let result = provider.resolve(lookup.request, diagnostics: &found)
      guard found.isEmpty, lookup.leads(to: result, numbers) else { return nil }
      if numbers != nil { renumbered.append(LinkLookup(request: lookup.request, result: result)) }
    }
    guard let numbers else { return known }
    guard let sheet = known.sheet.renumbered(numbers) else { return nil }
    return MadeDocument(
      sheet: sheet, diagnostics: known.diagnostics, lookups: renumbered, words: known.words)
  }
}

/// A link of a document, and what became of it.
struct LinkLookup: Sendable {
  let request: LinkRequest
  let result: ResolvedLink

  /// Returns whether a result is the same, its page having another number now.
  fileprivate func leads(to other: ResolvedLink, _ numbers: [Int?]?) -> Bool {
    guard let numbers, case .url(let url, let title, let page?, let language, let note) = result
    else {
      return other == result
    }
    guard let number = numbers[page] else { return false }
    return other == .url(url, title: title, pageID: number, language: language, note: note)
  }
}

extension RenderedSheet {
  /// Returns the sheet with the numbers that pages have now; nothing when one of them is gone.
  fileprivate func renumbered(_ numbers: [Int?]) -> RenderedSheet? {
    var links: [DocumentLink] = []
    for link in self.links {
      guard let page = link.pageID else {
        links.append(link)
        continue
      }
      guard let number = numbers[page] else { return nil }
      links.append(link.leading(to: number))
    }
    return RenderedSheet(
      title: title, summary: summary, html: html, headings: headings, links: links,
      inlines: inlines)
  }
}
