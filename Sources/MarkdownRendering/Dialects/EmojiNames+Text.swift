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
    let rest = text[(colon + 1)...].prefix(maxLength + 1)
    let end = rest.firstIndex { !isNameByte($0) }
    guard let end, end > colon + 1, text[end] == UInt8(ascii: ":") else { return nil }
    return end
  }
}
