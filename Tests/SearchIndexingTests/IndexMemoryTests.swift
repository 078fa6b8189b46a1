import ByteCoding
import Testing

@testable import SearchIndexing

/// A memory kept as two runs of bytes, as a build keeps it in two files.
private struct KeptMemory {
  let base: [UInt8]
  var changes: [UInt8]?
  /// The files that the updates have left.
  var files: [String: [UInt8]]

  init?(_ pages: [AnalyzedPage]) {
    let (index, base) = SearchIndex.remembered(pages)
    guard let base else { return nil }
    self.base = base
    files = Dictionary(uniqueKeysWithValues: index.files.map { ($0.name, $0.bytes) })
  }

  func opened() throws -> IndexMemory {
    try IndexMemory(baseSize: base.count, changes: changes) { [base] in Array(base[$0]) }
  }

  /// Updates the files; false when the index must be made whole.
  mutating func update(_ pages: [AnalyzedPage]) throws -> Bool {
    guard let update = try opened().update(pages) else { return false }
    var updated: [String: [UInt8]] = [:]
    for file in update.files { updated[file.name] = file.bytes ?? files[file.name] ?? [] }
    files = updated
    changes = update.changes
    return true
  }
}

@Suite struct IndexMemoryTests {
  private static func analyzed(_ page: SearchDocument) -> AnalyzedPage {
    var analyzer = TextAnalyzer()
    let place = analyzer.add(page)
    return analyzer.finish().page(place)
  }

  private static func files(_ pages: [AnalyzedPage]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: SearchIndex(pages).files.map { ($0.name, $0.bytes) })
  }

  @Test func followsTheSynonyms() throws {
    let pages = LivingCorpus(pages: 260, seed: 9).pages.map(Self.analyzed)
    let memory = try #require(KeptMemory(pages))
    let synonyms = [["mot", "terme"]]
    let update = try #require(try memory.opened().update([pages[3]], synonyms: synonyms))
    let changed = update.files.filter { $0.bytes != nil }
    #expect(changed.map(\.name) == [SearchIndex.rootName])
    let whole = SearchIndex(pages, synonyms: synonyms).files
    #expect(changed.first?.bytes == whole.first { $0.name == SearchIndex.rootName }?.bytes)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func followsEveryEdit(seed: UInt64) throws {
    var corpus = LivingCorpus(pages: 260, seed: seed)
    var pages = corpus.pages.map(Self.analyzed)
    var memory = try #require(KeptMemory(pages))
    #expect(memory.files.keys.filter { $0.hasPrefix("f.") }.count > 1)
    var (updates, former) = (0, corpus.pages)
    for turn in 0..<65 {
      var edited: Set<Int> = []
      for _ in 0..<(turn % 5 == 4 ? 4 : 1) { edited.insert(corpus.edit()) }
      if turn % 7 == 6, let number = edited.first { corpus.restore(former[number], at: number) }
      for number in edited { pages[number] = Self.analyzed(corpus.pages[number]) }
      if try memory.update(edited.map { pages[$0] }) {
        updates += 1
      } else {
        memory = try #require(KeptMemory(pages))
        former = corpus.pages
      }
      let whole = Self.files(pages)
      try #require(Set(memory.files.keys) == Set(whole.keys), "turn \(turn)")
      try #require(memory.files == whole, "turn \(turn)")
    }
    #expect(updates > 50)
  }

  @Test func keepsTheDetailsThatAFrequentWordDoesNotPublish() throws {
    let count = PostingList.maxDetails + 200
    var pages = (0..<count).map { number in
      Self.analyzed(document(url: "p\(number)/", title: "Commun \(number)", text: "commun"))
    }
    var memory = try #require(KeptMemory(pages))
    for number in [3, 70, count - 1] {
      let text = "commun commun commun autre\(number)"
      pages[number] = Self.analyzed(document(url: "p\(number)/", title: "Seul", text: text))
      #expect(try memory.update([pages[number]]))
      #expect(memory.files == Self.files(pages))
    }
  }

  @Test func writesNothingWhenNothingHasChanged() throws {
    let pages = LivingCorpus(pages: 260, seed: 1).pages.map(Self.analyzed)
    let memory = try #require(KeptMemory(pages))
    let update = try #require(try memory.opened().update([pages[0], pages[7]]))
    #expect(update.files.allSatisfy { $0.bytes == nil })
    #expect(Set(update.files.map(\.name)) == Set(memory.files.keys))
  }

  /// Some pages are analyzed by every build: those that are as in the base leave room for what changes.
  @Test func keepsNothingOfPagesThatAreAsInTheBase() throws {
    let corpus = LivingCorpus(pages: 260, seed: 1)
    var pages = corpus.pages.map(Self.analyzed)
    var memory = try #require(KeptMemory(pages))
    let none = try #require(try memory.opened().update([])).changes.count
    #expect(try memory.opened().update(pages)?.changes.count == none)
    let former = pages[5]
    var page = corpus.pages[5]
    page.passages[0].text += Array(" motaa0".utf8)
    pages[5] = Self.analyzed(page)
    #expect(try memory.update(pages))
    #expect(memory.changes.map { $0.count > none } == true)
    #expect(memory.files == Self.files(pages))
    pages[5] = former
    #expect(try memory.update(pages))
    #expect(memory.changes?.count == none)
    #expect(memory.files == Self.files(pages))
  }

  @Test func writesOnlyWhatAWordTouches() throws {
    let corpus = LivingCorpus(pages: 260, seed: 1)
    let memory = try #require(KeptMemory(corpus.pages.map(Self.analyzed)))
    var page = corpus.pages[5]
    page.passages[0].text += Array(" motaa0".utf8)
    let update = try #require(try memory.opened().update([Self.analyzed(page)]))
    let kinds = update.files.filter { $0.bytes != nil }.map { $0.name.prefix { $0 != "." } }
    #expect(kinds.sorted() == ["f", "p", "phrases", "root"])
  }

  @Test func makesTheIndexWholeWhenItMust() throws {
    let corpus = LivingCorpus(pages: 260, seed: 1)
    let pages = corpus.pages.map(Self.analyzed)
    let memory = try #require(KeptMemory(pages)).opened()
    #expect(try memory.update([Self.analyzed(document(url: "nouvelle/"))]) == nil)
    #expect(try memory.update(corpus.pages.map { Self.analyzed(document(url: $0.url)) }) == nil)
    let longer = corpus.pages.prefix(20).map { page in
      var longer = page
      longer.passages[0].text = Array(String(repeating: "commun ", count: 5000).utf8)
      return Self.analyzed(longer)
    }
    #expect(try memory.update(longer) == nil)
    #expect(SearchIndex.remembered(Array(pages.prefix(5))).base == nil)
    #expect(SearchIndex.remembered(pages + pages.prefix(1)).base == nil)
  }

  /// Damages one byte, or cuts there, and opens and updates what is left.
  @Test func neverTrustsDamagedBytes() throws {
    var corpus = LivingCorpus(pages: 260, seed: 4)
    var pages = corpus.pages.map(Self.analyzed)
    var kept = try #require(KeptMemory(pages))
    let edited = corpus.edit()
    pages[edited] = Self.analyzed(corpus.pages[edited])
    #expect(try kept.update([pages[edited]]))
    let again = corpus.edit()
    let page = Self.analyzed(corpus.pages[again])
    let expected = try kept.opened().update([page])?.files
    func outcome(_ base: [UInt8], _ changes: [UInt8]) -> [IndexUpdate.File]? {
      try? IndexMemory(baseSize: base.count, changes: changes) { Array(base[$0]) }
        .update([page])?.files
    }
    let changes = try #require(kept.changes)
    for step in 0..<24 {
      let place = changes.count * step / 24
      var flipped = changes
      flipped[place] ^= 0x41
      #expect(outcome(kept.base, flipped) == nil)
      #expect(outcome(kept.base, Array(changes.prefix(place))) == nil)
    }
    for step in 0..<24 {
      let place = kept.base.count * step / 24
      var flipped = kept.base
      flipped[place] ^= 0x41
      // What an update does not read may be damaged.
      if let files = outcome(flipped, changes) { #expect(files == expected) }
      #expect(outcome(Array(kept.base.prefix(place)), changes) == nil)
    }
    let other = try #require(KeptMemory(pages))
    #expect(outcome(other.base, changes) == nil)
  }

  @Test(arguments: [[UInt8]](arrayLiteral: [], [0], Array(repeating: 0x7E, count: 40), [35, 200]))
  func refusesNumbersThatNoIndexHas(bytes: [UInt8]) {
    var reader = IndexNumberReader(bytes[...])
    #expect(throws: CorruptData.self) {
      while true { _ = try reader.next() }
    }
  }
}
