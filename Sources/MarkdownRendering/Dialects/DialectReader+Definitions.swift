/// The lists of definitions of PHP Markdown Extra, kramdown and Pandoc: a term, then `: Definition`.
extension DialectReader {
  /// Starts the text of a term, in the list that its definitions become.
  static let termMark: UInt8 = 0x01

  /// Reads `: Definition` below a line that is its term, or below another definition.
  ///
  /// Both become items of a list, with the definition's own indentation: what CommonMark says of the
  /// lines below an item holds for those below a definition.
  mutating func readDefinition(_ line: DialectLine) -> Bool {
    let after = line.content.dropFirst()
    guard dialects.contains(.definitionLists), after.first == 0x20 || after.first == 0x09,
      emptyLines.count < 2,
      let rest = after.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      level.term != nil ? line.indent >= level.termIndent : level.isDefining
    else { return false }
    for other in (level.otherTerms ?? []).reversed() where level.term != nil {
      text.bytes.insert(contentsOf: [UInt8(ascii: "+"), 0x20, Self.termMark], at: other)
    }
    level.otherTerms = []
    if let term = level.term {
      text.bytes.insert(contentsOf: [UInt8(ascii: "+"), 0x20, Self.termMark], at: term)
    }
    let spaces = rest - line.first - 1
    let indent = level.listOffsets.isEmpty ? 0 : min(line.indent, 60)
    write(
      [UInt8](repeating: 0x20, count: indent) + Array("+".utf8)
        + bytes[(line.first + 1)..<line.rest.upperBound], from: line.start)
    level.term = nil
    level.isDefining = true
    level.paragraphLines = 1
    level.listOffsets.append(indent + (spaces > 4 ? 2 : 1 + spaces))
    return true
  }
}
