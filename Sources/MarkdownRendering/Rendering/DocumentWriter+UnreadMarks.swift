import Diagnostics

/// Marks that are not read as such, for a space that is missing or one too many, and that the page would
/// show as they were typed.
extension DocumentWriter {
  /// Reports the marks that a text holds although nothing reads them.
  mutating func reportUnreadMarks(_ text: UnsafeBufferPointer<UInt8>, of node: SyntaxNode) {
    guard let first = text.first else { return }
    if Self.lineMarks.contains(first), node.startsLine, let mark = UnreadMark(startOf: node) {
      report(mark, at: 0, of: text, in: node)
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*"),
        let mark = UnreadMark(at: index, of: text, in: node)
      {
        report(mark, at: index, of: text, in: node)
        // One mistake of a kind is enough to see the others.
        return
      }
      index += 1
    }
  }

  /// Reports a block of code that goes on to the end of what holds it.
  mutating func reportOpenFence(_ node: SyntaxNode) {
    guard options.additions, node.isFencedCode, !node.literal.isEmpty,
      !source.isFence(line: node.endLine) || node.endLine == node.startLine
    else { return }
    report(
      .openFence(at: source.location(line: node.startLine, column: node.startColumn)))
  }

  /// Reports a row of a table with more cells than there are columns, which leaves the last ones out.
  mutating func reportCellsTooMany(in row: SyntaxNode) {
    guard options.additions, !row.isHeaderRow else { return }
    let (columns, cells) = (tableAlignments.count, source.cellCount(ofLine: row.startLine))
    guard cells > columns else { return }
    report(
      .cellsTooMany(
        cells, columns: columns,
        at: source.location(line: row.startLine, column: row.startColumn)))
  }

  private mutating func report(
    _ mark: UnreadMark, at index: Int, of text: UnsafeBufferPointer<UInt8>, in node: SyntaxNode
  ) {
    // What was escaped is not there as it is shown.
    let needle = UnsafeBufferPointer(rebasing: text[index..<min(index + 12, text.count)])
    if let location = source.locationIfThere(of: needle, notBeforeLine: node.startLine) {
      report(.unreadMark(mark, at: location))
    }
  }

  /// The bytes that the marks of lines start with: `#`, `|`, `-`, and those of `•`, `·`, `▪` and of the
  /// bullets of symbol fonts.
  private static let lineMarks: [UInt8] = [0x23, 0x7C, 0x2D, 0xE2, 0xC2, 0xEF]
}

extension SyntaxNode {
  /// Returns a part of a text with what follows it on its line, to some length.
  func line(startingWith text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var line = Array(text.prefix(300))
    var node = next
    while line.count < 300, let here = node, here.kind != .softBreak, here.kind != .lineBreak {
      line += here.kind == .link ? here.firstChild?.literal.prefix(300).map(\.self) ?? [] : []
      if here.kind == .text || here.kind == .code { line += here.literal.prefix(300) }
      line.append(0)
      node = here.next
    }
    return String(decoding: line.filter { $0 != 0 }, as: UTF8.self)
  }

  /// Whether a text is the first of a line of a paragraph.
  fileprivate var startsLine: Bool {
    guard parent?.kind == .paragraph else { return false }
    return previous.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
  }

  /// The text that starts the line after this one, when this text is the end of its own.
  var textOfNextLine: UnsafeBufferPointer<UInt8>? {
    var node = next
    while let here = node, here.kind != .softBreak, here.kind != .lineBreak { node = here.next }
    return node?.next.flatMap { $0.kind == .text ? $0.literal : nil }
  }
}
