/// JSON writes a character beyond U+FFFF as a surrogate pair of two escapes, `\ud83d\ude00` (RFC 8259, section 7).
///
/// YAML refuses those: there, one escape holds the whole character.
enum SurrogatePairs {
  /// The length of one escape, in bytes.
  private static let length = 6

  /// Returns a text with one escape of YAML, `\U0001F600`, in the place of each pair; nil when it has none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func joined(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    var (start, index) = (0, 0)
    while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      guard let high = codeUnit(at: slash, of: bytes), (0xD800..<0xDC00).contains(high),
        let low = codeUnit(at: slash + length, of: bytes), (0xDC00..<0xE000).contains(low)
      else {
        // The character after a backslash starts no escape, another backslash included.
        index = min(slash + 2, bytes.count)
        continue
      }
      let code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      let digits = String(code, radix: 16, uppercase: true)
      written += bytes[start..<slash]
      written += "\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8
      index = slash + 2 * length
      start = index
    }
    return start == 0 ? nil : String(decoding: written + bytes[start...], as: UTF8.self)
  }

  /// Reads the UTF-16 code unit of the escape `\u00e9` that starts at a place; nil where no escape starts.
  private static func codeUnit(at place: Int, of bytes: [UInt8]) -> UInt32? {
    guard place + length <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(place + 2)..<(place + length)]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
