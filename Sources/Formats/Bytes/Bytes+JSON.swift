extension [UInt8] {
  /// Appends a text as a JSON string with its quotes.
  mutating func appendJSONString(_ text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let byte = source[index]
        guard mayNeedEscape(byte), let escape = escape(of: byte, at: index, in: source) else {
          index += 1
          continue
        }
        append(contentsOf: source[start..<index])
        append(contentsOf: escape.text.utf8)
        index += escape.length
        start = index
      }
      append(contentsOf: source[start...])
    }
    append(UInt8(ascii: "\""))
  }

  /// Returns whether a byte is one that JSON escapes, or the first of U+2028 and U+2029.
  @inline(__always)
  private func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<") || byte == 0xE2
  }

  /// Returns what stands for a character, and how many bytes it takes in the source.
  private func escape(
    of byte: UInt8, at index: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (text: String, length: Int)? {
    switch byte {
    case UInt8(ascii: "\""): return (#"\""#, 1)
    case UInt8(ascii: "\\"): return (#"\\"#, 1)
    case UInt8(ascii: "\n"): return (#"\n"#, 1)
    case UInt8(ascii: "\r"): return (#"\r"#, 1)
    case UInt8(ascii: "\t"): return (#"\t"#, 1)
    case 0xE2:
      guard index + 2 < source.count, source[index + 1] == 0x80 else { return nil }
      switch source[index + 2] {
      case 0xA8: return (#"\u2028"#, 3)
      case 0xA9: return (#"\u2029"#, 3)
      default: return nil
      }
    default:
      let digits = String(byte, radix: 16)
      return (#"\u00"# + (byte < 0x10 ? "0" : "") + digits, 1)
    }
  }
}
