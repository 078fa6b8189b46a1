/// The quotations of CommonMark, in which definitions are read as elsewhere.
extension DialectReader {
  /// Opens a quotation at its first line, and reads what that line quotes; returns whether it is one.
  mutating func readQuotation(_ line: DialectLine) -> Bool {
    guard dialects.contains(.definitionLists), !level.isInHTML, levels.count < Self.deepestLevel
    else { return false }
    let indent = level.listOffsets.last ?? 0
    var inner = line
    guard inner.dropQuotation(from: indent), !inner.content.isEmpty else { return false }
    endParagraph()
    writeEmptyLines()
    let prefix = [UInt8](repeating: 0x20, count: min(line.indent, 60)) + Array("> ".utf8)
    levels.append(
      DialectLevel(.quotation, indent: indent, prefix: level.prefix + prefix, offset: line.start))
    let isCode = inner.indent >= 4
    if isCode || !readBlock(inner) { readText(inner, isCode: isCode) }
    return true
  }

  /// Ends the quotations that are open, at an empty line.
  mutating func leaveQuotations() {
    guard let index = levels.firstIndex(where: { $0.end == .quotation }) else { return }
    levels.removeSubrange(index...)
    endParagraph()
  }
}
