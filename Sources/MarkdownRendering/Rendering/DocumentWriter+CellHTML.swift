import TextEncoding

/// The tags of paragraphs and lists in a line of text, where Markdown has no room for blocks: above all in the
/// cells of tables.
extension DocumentWriter {
  /// Whether a tag stays in the cell of a table that it stands in; an item does inside its list alone.
  func isKept(_ tag: HTMLTag, inCell node: SyntaxNode) -> Bool {
    guard SafeHTML.cellElements.contains(tag.name), node.parent?.kind == .tableCell else {
      return false
    }
    return tag.name != "li"
      || openHTML.contains { $0.parent == node.parent && ($0.name == "ul" || $0.name == "ol") }
  }

  /// Breaks the line at a tag that is left out of it, between the words that it kept apart.
  mutating func separateWords(at tag: HTMLTag, _ node: SyntaxNode) {
    guard SafeHTML.separatingElements.contains(tag.name), node.previous != nil,
      hasWordsBefore(node), !tag.isEnd || hasWordsAfter(node)
    else { return }
    output.append("<br />\n")
    plain.append(UInt8(ascii: "\n"))
    typesetter.reset()
  }

  /// Whether the line has words right before a tag; in a cell, spaces between them do not count.
  private func hasWordsBefore(_ node: SyntaxNode) -> Bool {
    guard let last = output.last, last != 0x0A else { return false }
    guard node.parent?.kind == .tableCell else { return last > 0x20 }
    return output.count > cellStart && !output[cellStart...].allSatisfy { $0 <= 0x20 }
  }

  /// Whether words follow an end tag before the next tag that keeps them apart.
  private func hasWordsAfter(_ node: SyntaxNode) -> Bool {
    guard let next = node.next else { return false }
    switch next.kind {
    case .text:
      let isInCell = node.parent?.kind == .tableCell
      guard let first = next.literal.first else { return false }
      return isInCell ? next.literal.contains { $0 > 0x20 } : first > 0x20
    case .softBreak, .lineBreak: return false
    case .htmlInline:
      guard let tag = HTMLTag(next.literal, at: 0) else { return false }
      return tag.name != "br" && !SafeHTML.separatingElements.contains(tag.name)
    default: return true
    }
  }
}
