/// Words in another language, `[ti-kêr]{lang=br}`, in a text.
///
/// Raw HTML being left out, this is how a writer tells a screen reader to change its voice (RGAA 8.7).
struct LanguageSpan {
  /// The words, as a range of the text.
  let words: Range<Int>
  /// The language, as a BCP 47 tag.
  let language: String
  /// Where the span stands in the text, its marks included.
  let range: Range<Int>

  private static let mark = Array("]{lang=".utf8)

  /// Returns the spans of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [LanguageSpan] {
    var found: [LanguageSpan] = []
    var opening: Int?
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "[") {
        opening = index
      } else if text[index] == UInt8(ascii: "]") {
        if let start = opening, let span = LanguageSpan(text, from: start, closedAt: index) {
          found.append(span)
          index = span.range.upperBound - 1
        }
        opening = nil
      }
      index += 1
    }
    return found
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int, closedAt end: Int) {
    let rest = text[end...]
    guard end > start + 1, rest.starts(with: Self.mark),
      let close = rest.prefix(48).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let tag = text[(end + Self.mark.count)..<close]
    let isTag = tag.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
        || (0x61...0x7A).contains(byte | 0x20)
    }
    guard isTag, tag.count >= 2 else { return nil }
    words = start + 1..<end
    language = String(decoding: tag, as: UTF8.self)
    range = start..<close + 1
  }
}
