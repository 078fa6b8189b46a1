/// The characters that no page may hold: U+0000 to U+001F but the tab and the ends of lines, U+007F, U+FFFE
/// and U+FFFF.
package enum ControlCharacters {
  /// Returns how many bytes the character at an index has, if it is one of these; nil when it is not.
  package static func length(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
    switch text[index] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
    case 0x00..<0x20, 0x7F: return 1
    case 0xEF:
      let isNoncharacter =
        index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
      return isNoncharacter ? 3 : nil
    default: return nil
    }
  }

  /// Calls a function with the place of each of these characters in a text in UTF-8, in their order.
  ///
  /// - Complexity: O(*n*)
  package static func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var index = firstDoubtful(of: text, from: 0)
    while index < text.count {
      let length = length(at: index, of: text)
      if let length { body(index..<index + length) }
      index = firstDoubtful(of: text, from: index + (length ?? 1))
    }
  }

  /// Returns the index of the first byte that such a character may start with, from an index on; the
  /// length of the text when no byte may.
  @inline(__always)
  private static func firstDoubtful(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text.indexOrEnd(from: start) { $0.controls | $0.equal(to: 0xEF) }
  }

  /// Whether a character is one of these.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case ..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }
}

extension EightBytes {
  /// The control characters of ASCII but the tab and the ends of lines.
  @inline(__always)
  var controls: UInt64 {
    let below = below(0x20)
    let allowed =
      below == 0
      ? 0
      : equal(to: UInt8(ascii: "\t")) | equal(to: UInt8(ascii: "\n"))
        | equal(to: UInt8(ascii: "\r"))
    return below & ~allowed | equal(to: 0x7F)
  }
}
