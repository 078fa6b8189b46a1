import ByteCoding

/// What an index was made from when it was made whole.
///
/// Four numbers of eight bytes (what it is, where its tables are, how long they are, and their
/// hash), then its big parts, then its tables.
struct IndexBase: Sendable {
  /// Changes with the form of what follows.
  private static let mark: UInt64 = 0x4152_4348_4958_0002
  private static let headerLength = 32

  let size: Int
  /// Tells it from others.
  let hash: UInt64
  let tables: BaseTables
  private let read: @Sendable (Range<Int>) throws -> [UInt8]

  /// Opens a base.
  /// - Throws: What the reading throws; `CorruptData` when it is no base.
  init(size: Int, read: @escaping @Sendable (Range<Int>) throws -> [UInt8]) throws {
    guard size >= IndexBase.headerLength else { throw CorruptData() }
    var header = ByteReader(try read(0..<IndexBase.headerLength))
    let mark = try header.wideNumber()
    let start = Int(truncatingIfNeeded: try header.wideNumber())
    let length = Int(truncatingIfNeeded: try header.wideNumber())
    hash = try header.wideNumber()
    guard mark == IndexBase.mark, (IndexBase.headerLength...size).contains(start),
      length == size - start
    else { throw CorruptData() }
    let encoded = try read(start..<size)
    guard encoded.count == length, StableHash.of({ $0.add(encoded) }) == hash else {
      throw CorruptData()
    }
    tables = try BaseTables(encoded: encoded, size: start)
    self.size = size
    self.read = read
  }

  /// Reads items of one of its parts.
  func items(_ part: PartTable, _ numbers: [Int]) throws -> [ArraySlice<UInt8>] {
    try part.items(numbers, read: read)
  }

  func item(_ part: PartTable, _ number: Int) throws -> ArraySlice<UInt8> {
    guard let item = try items(part, [number]).first else { throw CorruptData() }
    return item
  }

  /// Returns the words that a page had.
  func words(of page: Int) throws -> PageWords {
    try PageWords(encoded: item(tables.parts.words, page), entries: tables.lexicon.forms.count)
  }

  /// Returns the number of the page of an address.
  func page(_ url: String) -> Int? {
    let url = Array(url.utf8)[...]
    var (low, high) = (0, tables.urls.count)
    while low < high {
      let middle = (low + high) / 2
      if tables.urls[middle].order(url) < 0 { low = middle + 1 } else { high = middle }
    }
    return low < tables.urls.count && tables.urls[low] == url ? low : nil
  }
}

extension IndexBase {
  /// Writes a base; nil for a small site, and for one that has two pages of one address.
  static func encoded(_ whole: WholeIndex) -> [UInt8]? {
    let pages = whole.order.pages
    let urls = pages.map { Array($0.record.url.utf8) }
    let lexicon = whole.vocabulary.lexicon
    guard let layout = whole.layout, Set(urls).count == urls.count,
      lexicon.forms.count < Token.maxWords
    else { return nil }
    let cardBytes = pages.reduce(0) { $0 + $1.record.card.count }
    guard cardBytes > SearchIndex.oneFileBytes else { return nil }

    let entries = whole.vocabulary.places.map { $0.map { lexicon.entry(at: $0) } }
    var uses = [UInt32](repeating: 0, count: lexicon.forms.count)
    var base = [UInt8](repeating: 0, count: headerLength)
    let parts = BaseParts(
      postings: .append(whole.written.lazy.map(\.postings), to: &base),
      lists: .append(whole.written.lazy.map(\.list), to: &base),
      positions: .append(whole.written.lazy.map(\.positions), to: &base),
      words: .append(
        pages.indices.lazy.map { number in
          let numbers = entries[pages[number].batch]
          let record = pages[number].record
          let words = PageWords(
            tokens: record.tokens.map { Token.renumbered($0) { numbers[$0] } },
            minorWords: record.minorWords.map { numbers[Int($0)] },
            nameLengths: whole.occurrences.nameLengths[number])
          for entry in words.entries { uses[entry] += 1 }
          return words.encoded
        }, to: &base),
      cards: .append(pages.lazy.map(\.record.card), to: &base),
      facts: .append(pages.lazy.map(\.record.facts.encoded), to: &base))
    var strings = ByteStrings()
    for url in urls { strings.append(url) }
    let tables = BaseTables(
      urls: strings, lexicon: lexicon, uses: uses,
      pageCounts: whole.written.map { UInt32($0.pages) },
      bodyWords: whole.occurrences.bodyLengths.reduce(0, +), cardBytes: cardBytes, parts: parts,
      layout: layout
    ).encoded
    var header = ByteWriter()
    for number in [mark, UInt64(base.count), UInt64(tables.count)] { header.write(number) }
    header.write(StableHash.of { $0.add(tables) })
    base.replaceSubrange(0..<headerLength, with: header.bytes)
    return base + tables
  }
}

extension Lexicon {
  /// Returns the entry of a place; 0 for that of a word that no page has.
  fileprivate func entry(at place: Vocabulary.Place) -> UInt32 {
    entries(of: Int(place.group)).dropFirst(Int(place.ordinal)).first ?? 0
  }
}
