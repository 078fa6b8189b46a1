extension DocumentWriter {
  /// Whether a piece of raw HTML is a word between `<` and `>` that is no element, as in `List<String>` or
  /// « <nom> »: neither an attribute nor an end tag says otherwise.
  mutating func isWordInBrackets(_ node: SyntaxNode) -> Bool {
    let html = node.literal
    guard let tag = HTMLTag(html, at: 0), !tag.isEnd, tag.attributes.isEmpty,
      tag.range.upperBound == html.count, !html.contains(UInt8(ascii: "/")),
      !HTMLElements.names.contains(tag.name)
    else { return false }
    if let before = node.previous, before.kind == .text, let last = before.literal.last,
      last >= 0x80 || (0x61...0x7A).contains(last | 0x20)
    {
      return true
    }
    return !endTags(around: node).contains(tag.name)
  }

  /// Returns the names of the elements that end beside a node.
  private mutating func endTags(around node: SyntaxNode) -> Set<String> {
    guard let parent = node.parent else { return [] }
    if let known = lastEndTags, known.parent == parent { return known.names }
    var names: Set<String> = []
    var child = parent.firstChild
    while let here = child {
      if here.kind == .htmlInline, let tag = HTMLTag(here.literal, at: 0), tag.isEnd {
        names.insert(tag.name)
      }
      child = here.next
    }
    lastEndTags = (parent, names)
    return names
  }
}
