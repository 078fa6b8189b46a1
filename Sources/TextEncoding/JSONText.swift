/// Writes texts as strings of JSON.
package enum JSONText {
  /// Which characters are escaped beside those that JSON cannot hold as they are.
  package enum Form: Sendable {
    /// No others.
    case json
    /// `<` too, so that no text can close or open an HTML `script` element, and U+2028 and U+2029,
    /// which older JavaScript reads as line ends.
    case inScriptElement
  }

  /// Appends a text with its quotes.
  package static func append(_ text: String, as form: Form = .json, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, as: form, to: &output) }
  }

  /// Appends a text in UTF-8 with its quotes.
  ///
  /// - Complexity: O(*n*)
  package static func append(
    _ text: UnsafeBufferPointer<UInt8>, as form: Form = .json, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    var index = firstSpecial(of: text, from: 0)
    while index < text.count {
      let length = lengthToEscape(at: index, of: text, form)
      if length > 0 {
        output.append(contentsOf: text[start..<index])
        appendEscape(of: text[index..<index + length], to: &output)
        start = index + length
      }
      index = firstSpecial(of: text, from: index + max(1, length))
    }
    output.append(contentsOf: text[start...])
    output.append(UInt8(ascii: "\""))
  }

  /// Returns the index of the first byte that a form may escape, from an index on; the length of the text
  /// when all bytes stay as they are.
  @inline(__always)
  private static func firstSpecial(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text.indexOrEnd(from: start) { eight in
      eight.below(0x20) | eight.equal(to: UInt8(ascii: "\""))
        | eight.equal(to: UInt8(ascii: "\\")) | eight.equal(to: UInt8(ascii: "<"))
        | eight.equal(to: 0xE2)
    }
  }

  /// Returns how many bytes the character at an index has; 0 when it is written as it is.
  private static func lengthToEscape(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, _ form: Form
  ) -> Int {
    switch text[index] {
    case UInt8(ascii: "<"): return form == .inScriptElement ? 1 : 0
    case 0xE2:
      guard form == .inScriptElement, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0xA8 || text[index + 2] == 0xA9
      else { return 0 }
      return 3
    default: return 1
    }
  }

  private static func appendEscape(
    of character: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    guard let first = character.first, let last = character.last else { return }
    switch first {
    case UInt8(ascii: "\""): output.append(#"\""#)
    case UInt8(ascii: "\\"): output.append(#"\\"#)
    case UInt8(ascii: "\n"): output.append(#"\n"#)
    case UInt8(ascii: "\r"): output.append(#"\r"#)
    case UInt8(ascii: "\t"): output.append(#"\t"#)
    case 0xE2: output.append(last == 0xA8 ? #"\u2028"# : #"\u2029"#)
    default:
      output.append(#"\u00"#)
      output.append(Hexadecimal.digit(first >> 4))
      output.append(Hexadecimal.digit(first))
    }
  }
}
