/// The characters that neither XML nor HTML can hold: controls but the tab and the ends of lines, U+FFFE
/// and U+FFFF.
package enum ControlCharacters {
  /// Returns the index of the first byte that such a character may start with, from an index on; the
  /// count where there is none.
  @inline(__always)
  private static func firstDoubtful(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text.firstIndex(from: start) {
      $0.controls | $0.equal(to: 0xEF)
    } _: {
      isDoubtful($0)
    }
  }

  private static func isDoubtful(_ byte: UInt8) -> Bool { isControl(byte) || byte == 0xEF }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
    default: byte < 0x20 || byte == 0x7F
    }
  }

  /// Returns how many bytes the character at an index has, if it is one of these; nil when it is not.
  package static func length(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
    if isControl(text[index]) { return 1 }
    guard text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF,
      text[index + 2] >= 0xBE
    else { return nil }
    return 3
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
