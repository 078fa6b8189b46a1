/// HTML that goes on to the end of what holds it, as nothing closes it: a comment, a script.
struct UnclosedHTML {
  /// The signs that open it, and those that would close it.
  let opening: String
  let closing: String
  /// Whether the page shows nothing of what it holds.
  let isHidden: Bool

  private static let hidden = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"),
  ]
  private static let elements = ["script", "pre", "style"]

  /// Finds what a block of HTML leaves open, when other lines follow.
  ///
  /// - Complexity: O(*n*) in its length.
  init?(_ html: UnsafeBufferPointer<UInt8>) {
    let start = html.prefix { $0 == 0x20 }.count
    let content = html[start...]
    guard content.first == UInt8(ascii: "<"),
      let end = content.firstIndex(of: 0x0A), html[end...].contains(where: { $0 > 0x20 })
    else { return nil }
    if let (opening, closing) = Self.hidden.first(where: { content.starts(with: $0.0.utf8) }) {
      // « <!a » is no declaration, and no block.
      guard content.firstRange(of: closing.utf8) == nil else { return nil }
      (self.opening, self.closing, isHidden) = (opening, closing, true)
      return
    }
    let name = content.dropFirst().prefix(7).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let lowercased = String(decoding: name, as: UTF8.self).lowercased()
    guard Self.elements.contains(lowercased),
      // The parser ends each of them at the end tag of any.
      Self.elements.allSatisfy({ HTMLPiece.find("</\($0)>", in: html, from: start) == nil })
    else { return nil }
    (opening, closing) = ("<\(lowercased)>", "</\(lowercased)>")
    isHidden = false
  }
}

extension DocumentWriter {
  mutating func report(_ html: UnclosedHTML, of node: SyntaxNode) {
    report(.openHTML(html, at: source.location(line: node.startLine, column: node.startColumn)))
  }
}
