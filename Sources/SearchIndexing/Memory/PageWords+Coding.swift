import ByteCoding

extension PageWords {
  /// The words as bytes.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(self)
    return writer.bytes
  }

  /// Reads the words of a page.
  /// - Parameter entries: How many entries there are to be named.
  init(encoded: ArraySlice<UInt8>, entries: Int) throws(CorruptData) {
    var reader = ByteReader(Array(encoded))
    self = try reader.pageWords(entries: entries)
  }
}

extension ByteWriter {
  mutating func write(_ words: PageWords) {
    write(words.nameLengths.map { UInt32($0) })
    write(words.tokens)
    write(words.minorWords)
  }
}

extension ByteReader {
  mutating func pageWords(entries: Int) throws(CorruptData) -> PageWords {
    let nameLengths = try numbers().map(Int.init)
    let words = PageWords(
      tokens: try numbers(), minorWords: try numbers(), nameLengths: nameLengths)
    guard words.entries.allSatisfy({ $0 < entries }) else {
      throw CorruptData()
    }
    return words
  }
}
