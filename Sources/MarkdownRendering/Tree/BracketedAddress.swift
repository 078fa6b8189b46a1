internal import CCmarkGFM

/// A bare address after an open bracket, `[ see https://example.org`, which libcmark-gfm leaves a text.
enum BracketedAddress {
  private static let schemes = ["https://", "http://", "ftp://"]

  /// Makes links of such addresses in a document.
  ///
  /// - Parameter text: The text that the document was read from.
  /// - Complexity: O(*n*) in the length of the text.
  static func link(in text: UnsafeBufferPointer<UInt8>, of root: SyntaxNode) {
    guard DialectSigns.has("[", in: text), mayBe(in: text) else { return }
    var node = root
    // The block of the last bracket that was seen: addresses below it stand in another one.
    var block: SyntaxNode?
    while true {
      let kind = node.kind
      if kind == .text { node = linkAll(in: node, after: &block) }
      if kind != .link, kind != .image, let child = node.firstChild {
        node = child
        continue
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  private static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: index) {
      if text[colon...].starts(with: "://".utf8) { return true }
      index = colon + 1
    }
    return false
  }

  /// Makes links of the addresses of a text, and returns the text that is left after the last one.
  private static func linkAll(
    in node: SyntaxNode, after block: inout SyntaxNode?
  ) -> SyntaxNode {
    let text = node.literal
    let bracket = DialectSigns.index(of: UInt8(ascii: "["), in: text, from: 0)
    guard bracket != nil || block != nil else { return node }
    let own = self.block(of: node)
    let isOpen = block == own
    guard bracket != nil || isOpen else { return node }
    block = own
    let addresses = addresses(in: text, from: isOpen ? 0 : bracket ?? 0)
    guard let first = addresses.first else { return node }
    let before = String(decoding: text[..<first.lowerBound], as: UTF8.self)
    let ends = addresses.dropFirst().map(\.lowerBound) + [text.count]
    let parts = zip(addresses, ends).map { address, end in
      (
        address: String(decoding: text[address], as: UTF8.self),
        after: String(decoding: text[address.upperBound..<end], as: UTF8.self)
      )
    }
    node.replaceLiteral(with: before)
    var last = node
    for part in parts {
      guard let link = insertLink(to: part.address, after: last) else { continue }
      link.insertAfter(text: part.after)
      last = link.next ?? link
    }
    return last
  }

  /// Returns the paragraph, the heading or the cell that a text stands in.
  private static func block(of text: SyntaxNode) -> SyntaxNode? {
    var node = text.parent
    while let parent = node,
      [.emphasis, .strong, .strikethrough, .mark, .insertion].contains(parent.kind)
    {
      node = parent.parent
    }
    return node
  }

  private static func insertLink(to address: String, after node: SyntaxNode) -> SyntaxNode? {
    guard let link = cmark_node_new(CMARK_NODE_LINK), let words = cmark_node_new(CMARK_NODE_TEXT)
    else { return nil }
    cmark_node_set_url(link, address)
    cmark_node_set_literal(words, address)
    cmark_node_append_child(link, words)
    guard cmark_node_insert_after(node.pointer, link) != 0 else {
      cmark_node_free(link)
      return nil
    }
    return SyntaxNode(link)
  }

  /// Returns where addresses stand; none in a wiki link.
  private static func addresses(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = start
    while let colon = DialectSigns.index(of: UInt8(ascii: ":"), in: text, from: index) {
      index = colon + 1
      guard text[colon...].starts(with: "://".utf8),
        let first = startOfScheme(in: text, endingAt: colon, from: start),
        !isInWikiLink(text, first), !isInReversedLink(text, first)
      else { continue }
      let end = endOfAddress(in: text, from: colon + 3)
      guard end > colon + 3 else { continue }
      found.append(first..<end)
      index = end
    }
    return found
  }

  /// Whether an address is that of `(text)[address]`, a link written the wrong way round, of which
  /// the writer is told.
  private static func isInReversedLink(_ text: UnsafeBufferPointer<UInt8>, _ first: Int) -> Bool {
    first >= 2 && text[first - 1] == UInt8(ascii: "[") && text[first - 2] == UInt8(ascii: ")")
  }

  private static func startOfScheme(
    in text: UnsafeBufferPointer<UInt8>, endingAt colon: Int, from start: Int
  ) -> Int? {
    for scheme in schemes {
      let first = colon - (scheme.utf8.count - 3)
      guard first >= start, text[first..<colon].elementsEqual(scheme.utf8.dropLast(3)) else {
        continue
      }
      let previous = first > 0 ? text[first - 1] | 0x20 : 0
      return (0x61...0x7A).contains(previous) ? nil : first
    }
    return nil
  }

  /// Whether the part of a text that comes right before a place opens a wiki link.
  private static func isInWikiLink(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    var index = place - 1
    let limit = max(0, place - 200)
    while index > limit {
      if text[index] == UInt8(ascii: "]") { return false }
      if text[index] == UInt8(ascii: "["), text[index - 1] == UInt8(ascii: "[") { return true }
      index -= 1
    }
    return false
  }

  /// Returns where an address ends, as GFM has it: before a space, `<` or a bracket, and before the
  /// signs of a sentence and the parenthesis that opens outside of it.
  private static func endOfAddress(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    var depth = 0
    while end < text.count, text[end] > 0x20 {
      switch text[end] {
      case UInt8(ascii: "<"), UInt8(ascii: "]"), UInt8(ascii: "["): return trimmed(text, start, end)
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return trimmed(text, start, end) }
        depth -= 1
      default: break
      }
      end += 1
    }
    return trimmed(text, start, end)
  }

  private static func trimmed(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var end = end
    while end > start, "?!.,:;*_~'\"(".utf8.contains(text[end - 1]) { end -= 1 }
    return end
  }
}
