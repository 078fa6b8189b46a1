import TextEncoding

extension DocumentWriter {
  func isInDefinitionList(_ item: SyntaxNode) -> Bool {
    guard let list = definitionLists.lists.last else { return false }
    return item.parent == list
  }

  /// Whether a paragraph is written without `<p>`: those of tight lists, and a definition of one
  /// paragraph.
  func isWithoutTags(_ paragraph: SyntaxNode) -> Bool {
    if paragraph.isTightParagraph { return true }
    guard !definitionLists.lists.isEmpty, let item = paragraph.parent else { return false }
    return isInDefinitionList(item) && paragraph.previous == nil && paragraph.next == nil
  }

  mutating func enterDefinition(_ item: SyntaxNode) {
    let isTerm = item.takeTermMark()
    definitionLists.terms.append(isTerm)
    output.append(isTerm ? "<dt>" : "<dd>")
  }

  mutating func exitDefinition() {
    output.append(definitionLists.terms.popLast() == true ? "</dt>\n" : "</dd>\n")
  }
}

extension SyntaxNode {
  /// The first text of the first paragraph of an item.
  private var firstText: SyntaxNode? {
    guard let paragraph = firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
      text.kind == .text
    else { return nil }
    return text
  }

  /// Whether a list is one of definitions: its first item is a term.
  fileprivate var isTerm: Bool { firstText?.literal.first == DialectReader.termMark }

  var startsWithTerm: Bool { firstChild?.isTerm == true }

  /// Takes the mark off the start of a term; returns whether it was there.
  fileprivate func takeTermMark() -> Bool {
    guard isTerm, let text = firstText else { return false }
    text.replaceLiteral(with: String(decoding: text.literal.dropFirst(), as: UTF8.self))
    return true
  }
}
