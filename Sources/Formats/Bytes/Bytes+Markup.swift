extension [UInt8] {
  /// Appends markup as it is.
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a text to XML or HTML, between tags or in an attribute between double quotes.
  ///
  /// Characters that XML 1.0 has no way to hold (control characters, U+FFFE, U+FFFF) are left out.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices {
        guard let length = markupLength(at: index, of: source) else { continue }
        append(contentsOf: source[start..<index])
        appendMarkupEscape(of: source[index])
        start = index + length
      }
      if start < source.count { append(contentsOf: source[start...]) }
    }
  }

  /// Appends an element that holds a text.
  mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(escaping: text)
    append("</")
    append(name)
    append(">\n")
  }

  /// Appends an attribute after a space.
  mutating func append(attribute name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    append(escaping: value)
    append("\"")
  }

  /// Returns how many bytes the character at an index takes when markup cannot hold it as it is.
  private func markupLength(at index: Int, of source: UnsafeBufferPointer<UInt8>) -> Int? {
    switch source[index] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
    case 0x00..<0x20, 0x7F: return 1
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return 1
    case 0xEF:
      let isNoncharacter =
        index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE
      return isNoncharacter ? 3 : nil
    default: return nil
    }
  }

  private mutating func appendMarkupEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: break
    }
  }
}
