import TextEncoding

/// What ends a heading in braces: an id, `## Title {#id}`, with other attributes or not.
struct ExplicitID {
  /// The id; nil where there are other attributes alone.
  let id: String?
  /// The length in bytes of what comes before it, white space left out.
  let titleLength: Int

  /// Reads the attributes that end a text, if they do.
  init?(endOf text: UnsafeBufferPointer<UInt8>) {
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    let inside = String(decoding: text[(brace + 1)..<(text.count - 1)], as: UTF8.self)
    guard let attributes = HeadingMarks.attributes(in: inside) else { return nil }
    id = AttributeList.id(in: attributes)
    titleLength = (text[..<brace].lastIndex { $0 != 0x20 } ?? -1) + 1
  }
}
