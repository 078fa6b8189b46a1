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
  let lookups: LinkLookups?
  /// Stands for the tags that the search knows it by.
  let tags: UInt64
  /// What the search knows of it; nothing in a site without search, and where it was not read again.
  let words: AnalyzedPage?
  /// Whether it is as it was before.
  var isRecalled = false
}

/// The documents of a site, in the order of its sheets.
struct MadeDocuments: Sendable {
  let setting: DocumentMemory.Setting
  let documents: [MadeDocument]
}

/// The documents of a site as they were made, so that those that nothing has changed for need not be
/// made again.
struct DocumentMemory: Sendable {
  /// A sheet with its document.
  struct Entry: Sendable {
    let sheet: Sheet
    /// Where it was published.
    let folder: String
    let document: MadeDocument
  }

  /// What all documents depend on.
  struct Setting: Sendable, Equatable {
    /// The digest of the configuration, the types, the vocabularies and the data.
    let declarations: String
    let isOffline: Bool
    /// Stands for all that links may lead to.
    let linkTargets: UInt64
    /// What stands for the glossary of each language.
    let glossaries: [String: UInt64]
  }

  let setting: Setting
  /// The files of the sheets, in their order.
  let paths: [String]
  /// The documents, in the same order; nothing for those that must be made again.
  let entries: [Entry?]

  init(setting: Setting, paths: [String], entries: [Entry?]) {
    self.setting = setting
    self.paths = paths
    self.entries = entries
  }

  init(_ made: MadeDocuments, of commons: Commons) {
    let sheets = commons.site.sheets
    self.init(
      setting: made.setting, paths: sheets.map(\.path),
      entries: sheets.indices.map { index in
        Entry(
          sheet: sheets[index], folder: commons.folders[index], document: made.documents[index])
      })
  }
}

/// Which documents of a site were made before, and how the sheets were numbered then.
struct RecalledDocuments: Sendable {
  private let memory: DocumentMemory
  private let commons: Commons
  private let setting: DocumentMemory.Setting
  /// The former number of each sheet that has not changed.
  private let former: [Int?]
  /// The number that each sheet has now; nothing when all have kept theirs.
  private let numbers: [Int?]?

  /// Compares a site with what it was.
  init?(_ memory: DocumentMemory?, _ commons: Commons, _ setting: DocumentMemory.Setting) {
    guard let memory, memory.setting.isOffline == setting.isOffline,
      memory.setting.declarations == setting.declarations
    else { return nil }
    self.memory = memory
    self.commons = commons
    self.setting = setting
    let sheets = commons.site.sheets
    let isSameList = memory.paths.elementsEqual(sheets.lazy.map(\.path))
    let numberByPath =
      isSameList
      ? [:]
      : Dictionary(zip(sheets.lazy.map(\.path), sheets.indices), uniquingKeysWith: { $1 })
    numbers = isSameList ? nil : memory.paths.map { numberByPath[$0] }
    var former = [Int?](repeating: nil, count: sheets.count)
    for (place, entry) in memory.entries.enumerated() {
      guard let number = numbers.map({ $0[place] }) ?? place, let entry,
        sheets[number] === entry.sheet
      else { continue }
      former[number] = place
    }
    self.former = former
  }

  /// Returns the document of a sheet if making it again would give the same.
  ///
  /// - Parameter tags: What the search knows the sheet by; asked for when others may spell them
  ///   otherwise than before.
  func document(
    of index: Int, _ provider: SheetLinkProvider, tags: () -> [SearchTerm]
  ) -> MadeDocument? {
    guard let place = former[index], let entry = memory.entries[place] else { return nil }
    var known = entry.document
    let language = commons.language(of: index)
    let areTargetsSame = setting.linkTargets == memory.setting.linkTargets
    guard let lookups = known.lookups, commons.folders[index] == entry.folder,
      setting.glossaries[language] == memory.setting.glossaries[language],
      areTargetsSame || Fingerprint.of(tags()) == known.tags
    else { return nil }
    // Asking again has pictures published again.
    if !areTargetsSame || lookups.askForPictures {
      guard lookups.hold(provider) else { return nil }
    }
    known.isRecalled = true
    guard let numbers else { return known }
    guard let sheet = known.sheet.renumbered(numbers) else { return nil }
    return MadeDocument(
      sheet: sheet, diagnostics: known.diagnostics, lookups: lookups, tags: known.tags,
      words: known.words, isRecalled: true)
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
      title: title, summary: summary, headings: headings, links: links, text: text)
  }
}

extension Fingerprint {
  /// Returns what stands for the tags that the search knows a sheet by.
  static func of(_ tags: [SearchTerm]) -> UInt64 {
    of { print in
      for tag in tags {
        print.add(tag.id)
        print.add(tag.label)
      }
    }
  }
}
