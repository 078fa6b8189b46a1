import TextEncoding

/// Makes text of the tags that the GFM specification filters, in HTML written in Markdown.
enum HTMLFilter {
  /// The elements that the GFM specification makes text, section 6.11.
  private static let filteredElements = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// Returns the tag that opens a piece of HTML, to name it in a message.
  static func excerpt(_ html: UnsafeBufferPointer<UInt8>) -> String {
    let start = html.drop { $0 == 0x20 }
    let tag = start.prefix(60).prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\n") }
    let isWhole = tag.endIndex < start.endIndex && start[tag.endIndex] == UInt8(ascii: ">")
    return String(decoding: tag, as: UTF8.self) + (isWhole ? ">" : "…")
  }

  /// Appends HTML, the tags of the filtered elements made text.
  static func appendFiltered(_ html: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for (index, byte) in html.enumerated() {
      if byte == UInt8(ascii: "<"), isFilteredTag(html, at: index) {
        output.append("&lt;")
      } else {
        output.append(byte)
      }
    }
  }

  private static func isFilteredTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var rest = html[(start + 1)...]
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let name = rest.prefix(10).prefix { ($0 | 32) >= 0x61 && ($0 | 32) <= 0x7A }
    guard filteredElements.contains(where: { $0.utf8.elementsEqual(name.map { $0 | 32 }) }) else {
      return false
    }
    let after = rest.dropFirst(name.count)
    switch after.first {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, UInt8(ascii: ">"): return true
    case UInt8(ascii: "/"): return after.dropFirst().first == UInt8(ascii: ">")
    default: return false
    }
  }
}
