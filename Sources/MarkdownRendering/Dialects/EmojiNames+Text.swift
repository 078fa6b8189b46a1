import TextEncoding

extension EmojiNames {
  /// Whether a text may hold the name of a sign.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: start) {
      if let end = endOfName(in: text, from: colon), end > colon + 1 { return true }
      start = colon + 1
    }
    return false
  }

  /// Returns the place of the colon that ends a name.
  static func endOfName(in text: UnsafeBufferPointer<UInt8>, from colon: Int) -> Int? {
    let limit = min(text.count, colon + maxLength + 2)
    var end = colon + 1
    while end < limit {
      if end + 1 < limit, isEscape(text[end], before: text[end + 1]) { end += 1 }
      guard isNameByte(text[end]) else { break }
      end += 1
    }
    return end > colon + 1 && end < limit && text[end] == UInt8(ascii: ":") ? end : nil
  }

  /// Whether a backslash stands before a low line, as that of a name may be written.
  static func isEscape(_ byte: UInt8, before next: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") && next == UInt8(ascii: "_")
  }
}
