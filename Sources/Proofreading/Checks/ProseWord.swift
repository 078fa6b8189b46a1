package import MarkdownRendering

/// A word of a passage: letters and digits in a row.
struct ProseWord {
  /// Where it stands in the passage, in bytes.
  package let range: Range<Int>
  package let text: String
  /// What precedes and follows it at once; 0 at the ends of the passage.
  package let before: UInt8
  package let after: UInt8

  /// Whether it is in capitals alone.
  package var isUppercase: Bool {
    // Nearly every word starts with a letter that ASCII alone tells.
    guard let first = text.utf8.first, !(0x61...0x7A).contains(first) else { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }
}

extension ProsePassage {
  /// The words, in order.
  var words: [ProseWord] {
    var words: [ProseWord] = []
    var index = 0
    while index < text.count {
      guard Self.isWordByte(at: index, in: text) else {
        index += 1
        continue
      }
      let start = index
      while Self.isWordByte(at: index, in: text) { index += 1 }
      words.append(
        ProseWord(
          range: start..<index, text: String(decoding: text[start..<index], as: UTF8.self),
          before: byte(at: start - 1), after: byte(at: index)))
    }
    return words
  }

  /// The parts of the text between « and », in order.
  var quotations: [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in text.indices where text[index] == 0xC2 {
      if byte(at: index + 1) == 0xAB {
        start = start ?? index
      } else if byte(at: index + 1) == 0xBB, let opening = start {
        found.append(opening..<index)
        start = nil
      }
    }
    return found
  }

  /// Returns a byte of the text; 0 outside of it.
  package func byte(at index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }

  /// Whether bytes stand at an index.
  package func has(_ bytes: String, at index: Int) -> Bool {
    index >= 0 && index <= text.count && text[index...].starts(with: bytes.utf8)
  }

  /// Whether a letter or a digit stands at an index; what is not in ASCII counts, but for the signs
  /// and spaces that French uses.
  static func isWordByte(at index: Int, in text: [UInt8]) -> Bool {
    guard text.indices.contains(index) else { return false }
    let byte = text[index]
    if byte < 0x80 { return isLetter(byte) || (0x30...0x39).contains(byte) }
    // C2 starts « » · and spaces; E2 starts dashes, quotes, bullets and signs; F0 starts pictures.
    var lead = index
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    return ![0xC2, 0xE2, 0xEF, 0xF0].contains(text[lead])
  }

  package static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
