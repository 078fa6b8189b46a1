import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// A sheet as it was rendered, with what it was rendered from besides itself.
package final class MadeDocument: Sendable {
  package let sheet: RenderedSheet
  /// What is wrong with its texts.
  package let diagnostics: [Diagnostic]
  /// Where its links led; nil when one of them was reported.
  package let lookups: LinkDependencies?
  /// The hash of the tags that the search knows it by.
  package let tags: UInt64
  /// What the search knows of it; nil in a site without search, and where it was not read again.
  package let words: AnalyzedPage?
  /// Whether it is as it was before.
  package let isRecalled: Bool

  package init(
    sheet: RenderedSheet, diagnostics: [Diagnostic], lookups: LinkDependencies?, tags: UInt64,
    words: AnalyzedPage?, isRecalled: Bool = false
  ) {
    self.sheet = sheet
    self.diagnostics = diagnostics
    self.lookups = lookups
    self.tags = tags
    self.words = words
    self.isRecalled = isRecalled
  }
}

/// What all documents of a site depend on.
package struct RenderEnvironment: Sendable, Equatable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  package let declarations: String
  /// Stands for the words of the theme, which components say; 0 without components.
  package let words: UInt64
  package let isOffline: Bool
  /// The hash of all that links may lead to.
  package let linkTargets: UInt64
  /// The hash of the glossary of each language.
  package let glossaries: [String: UInt64]

  package init(
    declarations: String, words: UInt64, isOffline: Bool, linkTargets: UInt64,
    glossaries: [String: UInt64]
  ) {
    self.declarations = declarations
    self.words = words
    self.isOffline = isOffline
    self.linkTargets = linkTargets
    self.glossaries = glossaries
  }
}

/// The documents of a site, in the order of its sheets.
package struct MadeDocuments: Sendable {
  package let setting: RenderEnvironment
  package let documents: [MadeDocument]
  /// Reads a sheet for the search; nil in a site without search.
  let searched: (@Sendable (_ sheet: Int) -> SearchDocument)?
  /// The sheets that the search does not find.
  let unlisted: Set<Int>

  /// Returns what the search knows of each sheet.
  package func words(_ workers: Workers) async throws -> [AnalyzedPage] {
    guard let searched else { return [] }
    let missing = documents.indices.filter {
      documents[$0].words == nil && !unlisted.contains($0)
    }
    let found = try await WordCollection.pages(of: missing.count, workers) { place in
      searched(missing[place])
    }
    var pages = documents.map(\.words)
    for (index, page) in zip(missing, found) { pages[index] = page }
    for index in unlisted { pages[index] = nil }
    return pages.compactMap(\.self)
  }
}

/// The documents of a site as they were made, so that those that nothing has changed for need not be
/// made again.
package protocol DocumentCache: Sendable {
  var setting: RenderEnvironment { get }
  /// The files of the sheets, in the order by which documents number them.
  var pages: [String] { get }

  /// Returns the document of a sheet, and the folder that it was published in; nil when there is
  /// none, or when a page that it links to is gone.
  ///
  /// - Parameters:
  ///   - path: The file of the sheet.
  ///   - numbers: The number that each of ``pages`` has now; nil when all have kept theirs.
  ///   - text: Makes the text of the sheet.
  func document(
    of path: String, numbers: [Int?]?, text: @escaping @Sendable () -> SheetText.Content
  ) -> (document: MadeDocument, folder: String)?
}

/// The documents of a site that is still in memory.
package struct RenderedDocuments: DocumentCache {
  package let pages: [String]
  private let made: MadeDocuments
  private let folders: [String]
  private let places: [String: Int]

  package var setting: RenderEnvironment { made.setting }

  package init(_ made: MadeDocuments, of commons: LinkedSite) {
    self.made = made
    folders = Array(commons.folders)
    pages = commons.site.sheets.map(\.path)
    places = Dictionary(zip(pages, pages.indices)) { first, _ in first }
  }

  package func document(
    of path: String, numbers: [Int?]?, text: @escaping @Sendable () -> SheetText.Content
  ) -> (document: MadeDocument, folder: String)? {
    guard let place = places[path] else { return nil }
    let known = made.documents[place]
    let sheet = numbers.map { known.sheet.renumbered($0) } ?? known.sheet
    guard let sheet else { return nil }
    return (
      MadeDocument(
        sheet: sheet, diagnostics: known.diagnostics, lookups: known.lookups, tags: known.tags,
        words: known.words, isRecalled: true),
      folders[place]
    )
  }
}

/// Takes the documents of a site from those made before, where making them again would give the same.
struct RecalledDocuments: Sendable {
  private let memory: any DocumentCache
  private let commons: LinkedSite
  private let setting: RenderEnvironment
  private let numbers: [Int?]?

  /// Compares a site with what it was.
  init?(_ memory: (any DocumentCache)?, _ commons: LinkedSite, _ setting: RenderEnvironment) {
    guard let memory, memory.setting.isOffline == setting.isOffline,
      memory.setting.declarations == setting.declarations, memory.setting.words == setting.words
    else { return nil }
    self.memory = memory
    self.commons = commons
    self.setting = setting
    let sheets = commons.site.sheets
    if memory.pages.elementsEqual(sheets.lazy.map(\.path)) {
      numbers = nil
    } else {
      let numberByPath = Dictionary(zip(sheets.lazy.map(\.path), sheets.indices)) { $1 }
      numbers = memory.pages.map { numberByPath[$0] }
    }
  }

  /// Returns the document of a sheet if making it again would give the same.
  ///
  /// - Parameter text: Makes the text of the sheet.
  package func document(
    of index: Int, _ provider: SheetLinkProvider, text: @escaping @Sendable () -> SheetText.Content
  ) -> MadeDocument? {
    let record = commons.site.records[index]
    guard record.isRecalled,
      let (known, folder) = memory.document(of: record.file.path, numbers: numbers, text: text)
    else { return nil }
    let language = commons.language(of: index)
    let areTargetsSame = setting.linkTargets == memory.setting.linkTargets
    guard let lookups = known.lookups, commons.folders[index] == folder,
      setting.glossaries[language] == memory.setting.glossaries[language],
      areTargetsSame || tags(of: index) == known.tags
    else { return nil }
    // Asking again has pictures published again, and files that are included read.
    if !areTargetsSame || lookups.askForFiles {
      guard lookups.hold(provider) else { return nil }
    }
    return known
  }

  /// The hash of the tags that the search knows a sheet by, which other sheets may spell.
  private func tags(of index: Int) -> UInt64 {
    let links = PageLinks(prefix: "", isOffline: setting.isOffline)
    return StableHash.of(SearchEntry(commons: commons, index: index, links: links).tags)
  }
}

extension RenderedSheet {
  /// Returns the sheet with the numbers that pages have now; nil when one of them is gone.
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
      title: title, summary: summary, outline: outline, links: links,
      anchors: anchors, files: files, text: text)
  }
}

extension StableHash {
  /// Returns the hash of the tags that the search knows a sheet by.
  package static func of(_ tags: [SearchTerm]) -> UInt64 {
    of { print in
      for tag in tags {
        print.add(tag.id)
        print.add(tag.label)
      }
    }
  }
}
