/// Tells that a text opens with the words of its summary, which readers would then read twice.
enum OpeningWords {
  /// A shorter summary may well be the start of a sentence that says more.
  private static let shortest = 12

  /// Whether the first paragraph of a page starts with a whole summary, signs and letter case aside.
  ///
  /// - Complexity: O(*n*) in the length of the summary.
  static func of(_ html: [UInt8], repeat summary: String) -> Bool {
    guard html.starts(with: "<p>".utf8) else { return false }
    let wanted = letters(of: summary)
    guard wanted.count >= shortest else { return false }
    var words: [UInt8] = []
    var isTag = false
    // Tags may be longer than the words that they are around.
    for byte in html.prefix(8 * summary.utf8.count + 1_024) {
      if byte == UInt8(ascii: "<") {
        if words.count > 2 * summary.utf8.count { break }
        isTag = true
      } else if byte == UInt8(ascii: ">") {
        isTag = false
      } else if !isTag {
        words.append(byte)
      }
    }
    return letters(of: String(decoding: words, as: UTF8.self)).starts(with: wanted)
  }

  private static func letters(of text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
