/// Tells that a text opens with the words of its summary, which readers would then read twice.
enum OpeningWords {
  /// A shorter summary may well be the start of a sentence that says more, in letters.
  private static let shortest = 12

  /// Whether the first paragraph of a page starts with a whole summary, signs and letter case aside.
  ///
  /// - Complexity: O(*n*) in the length of the summary; a few letters, for nearly all texts.
  static func of(_ html: [UInt8], repeat summary: String) -> Bool {
    guard html.starts(with: "<p>".utf8) else { return false }
    var count = 0
    // Tags may be longer than the words that they are around.
    var words = Letters(html.prefix(8 * summary.utf8.count + 1_024))
    var wanted = Letters(Array(summary.utf8)[...], isMarkup: false)
    while let letter = wanted.next() {
      guard words.next() == letter else { return false }
      count += 1
    }
    return count >= shortest
  }

  /// The letters and digits of a text in UTF-8, in small letters.
  private struct Letters: IteratorProtocol {
    private var bytes: ArraySlice<UInt8>.Iterator
    private var decoder = Unicode.UTF8()
    /// Whether what is between `<` and `>` is no text.
    private let isMarkup: Bool
    private var isTag = false

    init(_ bytes: ArraySlice<UInt8>, isMarkup: Bool = true) {
      self.bytes = bytes.makeIterator()
      self.isMarkup = isMarkup
    }

    mutating func next() -> Unicode.Scalar? {
      while case .scalarValue(let scalar) = decoder.decode(&bytes) {
        switch scalar {
        case "<" where isMarkup: isTag = true
        case ">" where isMarkup: isTag = false
        case _ where isTag: continue
        case "a"..."z", "0"..."9": return scalar
        case "A"..."Z": return Unicode.Scalar(scalar.value + 0x20)
        case _ where scalar.isASCII: continue
        case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
          return scalar.properties.lowercaseMapping.unicodeScalars.first
        default: continue
        }
      }
      return nil
    }
  }
}
