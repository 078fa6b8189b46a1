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
    write(words.titleLength)
    write(words.tokens)
    write(words.minorWords)
  }
}

extension ByteReader {
  mutating func pageWords(entries: Int) throws(CorruptData) -> PageWords {
    let titleLength = try number()
    let words = PageWords(
      tokens: try numbers(), minorWords: try numbers(), titleLength: titleLength)
    guard titleLength >= 0, words.entries.allSatisfy({ $0 < entries }) else {
      throw CorruptData()
    }
    return words
  }
}
