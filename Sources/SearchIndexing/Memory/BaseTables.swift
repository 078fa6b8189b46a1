import ByteCoding

/// What of the base is read whole.
struct BaseTables: Sendable {
  /// The addresses of the pages, in order.
  let urls: ByteStrings
  let lexicon: Lexicon
  /// How often pages have each entry, in their texts or as a minor word.
  let uses: [UInt32]
  /// How many pages each group is on.
  let pageCounts: [UInt32]
  /// The words of all bodies.
  let bodyWords: Int
  /// The bytes of all cards.
  let cardBytes: Int
  let parts: BaseParts
  let layout: IndexLayout
}

extension BaseTables {
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(urls)
    writer.write(lexicon.forms)
    writer.write(lexicon.groups)
    writer.write(lexicon.stems)
    writer.write(uses)
    writer.write(pageCounts)
    writer.write(bodyWords)
    writer.write(cardBytes)
    for part in parts.all { writer.write(part) }
    writer.write(layout)
    return writer.bytes
  }

  /// Reads the tables.
  /// - Parameter size: The bytes of the base.
  init(encoded: [UInt8], size: Int) throws(CorruptData) {
    var reader = ByteReader(encoded)
    urls = try reader.byteStrings()
    let (forms, groups, stems) =
      (try reader.byteStrings(), try reader.numbers(), try reader.byteStrings())
    uses = try reader.numbers()
    pageCounts = try reader.numbers()
    bodyWords = try reader.number()
    cardBytes = try reader.number()
    guard groups.count == forms.count, uses.count == forms.count,
      pageCounts.count == stems.count, groups.allSatisfy({ $0 < stems.count }),
      // Each takes a byte at least.
      (0...size).contains(bodyWords), (0...size).contains(cardBytes)
    else { throw CorruptData() }
    lexicon = Lexicon(forms: forms, groups: groups, stems: stems)
    parts = BaseParts(
      postings: try reader.partTable(stems.count, size: size),
      lists: try reader.partTable(stems.count, size: size),
      positions: try reader.partTable(stems.count, size: size),
      words: try reader.partTable(urls.count, size: size),
      cards: try reader.partTable(urls.count, size: size),
      facts: try reader.partTable(urls.count, size: size))
    layout = try reader.indexLayout()
    guard reader.isAtEnd else { throw CorruptData() }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ strings: ByteStrings) {
    write(bytes: strings.bytes[...])
    write(strings.ends)
  }
}

extension ByteReader {
  fileprivate mutating func byteStrings() throws(CorruptData) -> ByteStrings {
    let bytes = Array(try slice())
    guard let strings = ByteStrings(bytes: bytes, ends: try numbers()) else {
      throw CorruptData()
    }
    return strings
  }
}
