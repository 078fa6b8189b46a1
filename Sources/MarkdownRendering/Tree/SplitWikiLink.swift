internal import CCmarkGFM

/// A wiki link in which libcmark-gfm makes a link of an address of mail, `[[Write|mailto:a@example.org]]`, as
/// it looks for those once the text is read, whatever brackets are around them; or code of what stands between
/// backticks, ``[[Filters#`date`|dates]]``.
enum SplitWikiLink {
  /// Makes one text again of each such wiki link in a document.
  ///
  /// - Parameter text: The text that the document was read from.
  /// - Complexity: O(*n*) in the length of the text.
  static func join(in text: UnsafeBufferPointer<UInt8>, of root: SyntaxNode) {
    guard DialectSigns.hasPair("[", in: text),
      DialectSigns.has("@", in: text) || DialectSigns.has("`", in: text)
    else { return }
    var node = root
    while true {
      if node.kind == .text { join(from: node) }
      if node.kind != .link, node.kind != .image, let child = node.firstChild {
        node = child
        continue
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  /// Joins a text that leaves a wiki link open and what follows it, up to the text that closes the last of
  /// such links.
  private static func join(from node: SyntaxNode) {
    guard opens(node.literal) else { return }
    var parts = [node.literal]
    var others: [SyntaxNode] = []
    var closed = 0
    while let other = (others.last ?? node).next, let words = words(of: other),
      let text = other.next, text.kind == .text
    {
      others += [other, text]
      parts += [words, text.literal]
      let brackets = firstBrackets(of: text.literal)
      // Brackets that open again before they close make no link: the second pair is looked at by itself.
      if brackets == UInt8(ascii: "[") { break }
      guard brackets != nil else { continue }
      closed = others.count
      guard opens(text.literal) else { break }
    }
    guard closed > 0 else { return }
    var whole = parts[...closed].map { String(decoding: $0, as: UTF8.self) }.joined()
    // « [[1, `a`], [2, `b`]] » is no link, and keeps its code.
    guard whole.withUTF8(holdsLink) else { return }
    for other in others[..<closed] { other.remove() }
    node.replaceLiteral(with: whole)
  }

  /// Returns the words of code, or of a link that shows its address.
  private static func words(of node: SyntaxNode) -> UnsafeBufferPointer<UInt8>? {
    if node.kind != .code { return address(of: node) }
    // Brackets in code are those of a program.
    return node.literal.contains { "[]|".utf8.contains($0) } ? nil : node.literal
  }

  /// Returns the words of a link that are its address, as those that nobody marked are.
  private static func address(of link: SyntaxNode) -> UnsafeBufferPointer<UInt8>? {
    guard link.kind == .link, let words = link.firstChild, words.kind == .text, words.next == nil,
      words.literal.contains(UInt8(ascii: "@"))
    else { return nil }
    let (url, text) = (link.url, words.literal)
    let isAddress = url.elementsEqual(text) || url.elementsEqual("mailto:".utf8 + Array(text))
    return isAddress ? text : nil
  }

  /// Whether the last pair of brackets of a text opens a wiki link.
  private static func opens(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.count - 2
    while index >= 0 {
      if let sign = pair(in: text, at: index) { return sign == UInt8(ascii: "[") }
      index -= 1
    }
    return false
  }

  /// Whether a text holds words without a bracket between two pairs of them.
  private static func holdsLink(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (index, opening): (Int, Int?) = (0, nil)
    while index + 1 < text.count {
      guard let sign = pair(in: text, at: index) else {
        index += 1
        continue
      }
      if sign == UInt8(ascii: "[") {
        opening = index + 2
      } else if let start = opening {
        if start < index, !text[start..<index].contains(UInt8(ascii: "]")) { return true }
        opening = nil
      }
      index += 2
    }
    return false
  }

  /// Returns the sign of the first pair of brackets of a text; nil when it has none.
  private static func firstBrackets(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var index = 0
    while index + 1 < text.count {
      if let sign = pair(in: text, at: index) { return sign }
      index += 1
    }
    return nil
  }

  /// Returns the bracket that stands twice at a place.
  private static func pair(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    let sign = text[index]
    guard sign == UInt8(ascii: "[") || sign == UInt8(ascii: "]"), text[index + 1] == sign else {
      return nil
    }
    return sign
  }
}
