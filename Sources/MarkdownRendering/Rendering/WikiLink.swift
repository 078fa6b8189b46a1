import TextEncoding

/// A link to a page by its title, `[[Title]]` or `[[Title|text]]`, in a text.
struct WikiLink {
  /// What is between the brackets, before the bar.
  let destination: String
  /// What is after the bar.
  let text: String?
  /// Where it stands in the text, brackets included.
  let range: Range<Int>

  /// Returns whether a text can hold a wiki link.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count - 4 {
      if text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "[") { return true }
      index += 1
    }
    return false
  }

  /// Returns the wiki links of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [WikiLink] {
    var found: [WikiLink] = []
    var opening: Int?
    var index = 0
    while index + 1 < text.count {
      let pair = (text[index], text[index + 1])
      if pair == (UInt8(ascii: "["), UInt8(ascii: "[")) {
        opening = index + 2
        index += 2
      } else if pair == (UInt8(ascii: "]"), UInt8(ascii: "]")), let start = opening {
        if let link = WikiLink(text, between: start, and: index) { found.append(link) }
        opening = nil
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, between start: Int, and end: Int) {
    let inside = text[start..<end]
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    destination = Self.trimmed(inside[..<(bar ?? end)])
    let written = bar.map { Self.trimmed(inside[($0 + 1)...]) } ?? ""
    self.text = written.isEmpty ? nil : written
    range = start - 2..<end + 2
    if destination.isEmpty { return nil }
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let start = bytes.drop { $0 == 0x20 }
    guard let last = start.lastIndex(where: { $0 != 0x20 }) else { return "" }
    return String(decoding: start[...last], as: UTF8.self)
  }
}
