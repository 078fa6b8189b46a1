import ByteCoding

/// What is kept of an index, so that it follows the change of a few pages.
///
/// It is two runs of bytes: the **base**, written when the index is made whole, and the **changes**,
/// written anew by each update: the pages that are no longer as in the base, and what follows from
/// them. Of the base, an update reads the tables and the words that the pages had or have.
public struct IndexMemory: Sendable {
  /// The changes may take this part of the base: the more there are, the less an update saves.
  private static let largestShare = 16
  /// The forms of a group that a posting tells apart.
  private static let maxForms = 0x1FFF

  private let base: IndexBase
  private let changes: IndexChanges

  /// Opens a memory.
  ///
  /// - Parameters:
  ///   - baseSize: How many bytes the base has.
  ///   - changes: Those of the last update; nil when there was none.
  ///   - read: Reads some bytes of the base, all of them or none.
  /// - Throws: What the reading throws, or `CorruptData`: the index must be made whole.
  public init(
    baseSize: Int, changes: [UInt8]?, read: @escaping @Sendable (Range<Int>) throws -> [UInt8]
  ) throws {
    let base = try IndexBase(size: baseSize, read: read)
    self.base = base
    self.changes =
      try changes.map { try IndexChanges(encoded: $0, of: base) } ?? IndexChanges(base)
  }

  /// Indexes pages, some of which have changed, as ``SearchIndex`` would index all of them.
  ///
  /// - Parameters:
  ///   - pages: Those that may have changed since the last update.
  ///   - synonyms: Those of the site now.
  /// - Returns: Nil when the index must be made whole: a page is new, the site has become small,
  ///   bodies have another length on average, or too many pages have changed since it was.
  /// - Throws: As ``init(baseSize:changes:read:)``.
  public func update(_ pages: [AnalyzedPage], synonyms: [[String]] = []) throws -> IndexUpdate? {
    var now: [Int: PageChange] = [:]
    for page in pages {
      guard let number = base.page(page.url) else { return nil }
      now[number] = PageChange(page: number, page)
    }
    let all = changes.pages.merging(now) { $1 }
    let words = try WordRevision(base, before: changes.pages, now: now)
    let tables = base.tables
    let length = BodyLength(total: tables.bodyWords, pages: tables.urls.count)
    guard cardBytes(all) > SearchIndex.oneFileBytes,
      BodyLength(total: words.bodyWords(tables.bodyWords), pages: tables.urls.count) == length,
      words.reformed.allSatisfy({ isNumbered($0, words.lexicon) })
    else { return nil }

    var revision = IndexRevision(base, changes, words, length)
    try revision.updateWords()
    revision.updateSynonyms(synonyms)
    try revision.updateCards(all, changed: Set(now.keys))
    try revision.updateHead(all, changed: Set(now.keys))
    let encoded = try revision.changes(all).encoded(for: base)
    guard encoded.count <= base.size / IndexMemory.largestShare else { return nil }
    return IndexUpdate(files: revision.files, changes: encoded)
  }

  /// The bytes that cards have now.
  private func cardBytes(_ changed: [Int: PageChange]) -> Int {
    let lengths = base.tables.parts.cards.lengths
    return changed.reduce(base.tables.cardBytes) {
      $0 + $1.value.card.count - Int(lengths[$1.key])
    }
  }

  /// Whether postings tell all forms of a group apart, in the base and now.
  private func isNumbered(_ group: Int, _ lexicon: Lexicon) -> Bool {
    let known = base.tables.lexicon
    return lexicon.entries(of: group).count <= Self.maxForms
      && (group >= known.stems.count || known.entries(of: group).count <= Self.maxForms)
  }
}

extension SearchIndex {
  /// Indexes pages, and gives the base of an ``IndexMemory``.
  ///
  /// There is none for a small site, which is soon indexed again.
  public static func remembered(
    _ pages: [AnalyzedPage], synonyms: [[String]] = []
  ) -> (index: SearchIndex, base: [UInt8]?) {
    let whole = WholeIndex(AnalyzedPage.batches(of: pages), synonyms: synonyms)
    return (SearchIndex(whole), IndexBase.encoded(whole))
  }
}
