/// An id written at the end of a heading: `## Title {#id}`.
struct ExplicitID {
  let id: String
  /// The length in bytes of what comes before it, white space left out.
  let titleLength: Int

  /// Reads the id that ends a text, if it does.
  init?(endOf text: UnsafeBufferPointer<UInt8>) {
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      brace + 1 < text.count, text[brace + 1] == UInt8(ascii: "#")
    else { return nil }
    let name = text[(brace + 2)..<(text.count - 1)]
    guard let first = name.first, Self.isLetter(first), name.allSatisfy(Self.isNameByte) else {
      return nil
    }
    id = String(decoding: name, as: UTF8.self)
    titleLength = (text[..<brace].lastIndex { $0 != 0x20 } ?? -1) + 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
