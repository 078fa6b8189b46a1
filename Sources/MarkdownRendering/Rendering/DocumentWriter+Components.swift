import Diagnostics

extension DocumentWriter {
  /// Writes what a component makes of a fenced block.
  mutating func write(_ component: any Component, from node: SyntaxNode) {
    let fence = source.location(line: node.startLine, column: node.startColumn)
    var context = ComponentContext(
      lang: lang, words: words, isTypeset: isTypeset, links: links,
      hasImagesBefore: !document.images.isEmpty)
    let text = String(decoding: node.literal, as: UTF8.self)
    let parsed = ComponentBody.parse(
      text, fence: fence, lines: lines(ofBody: text, below: node))
    switch parsed {
    case .failure(let failure):
      report(failure.diagnostic)
      return
    case .success(let body):
      if let made = component.render(body, in: &context) {
        output.append(contentsOf: made.html)
        startLine()
        plain.append(contentsOf: made.text.utf8)
        endPlainBlock()
      }
    }
    for diagnostic in context.diagnostics { report(diagnostic) }
    document.images += context.images
  }

  /// Returns where each line of the body of a fenced block starts.
  private mutating func lines(ofBody text: String, below fence: SyntaxNode) -> [SourceLocation] {
    // The parser ends the last line of a body, even where the file does not.
    let hasEnd = text.utf8.last == UInt8(ascii: "\n")
    let count = text.isEmpty ? 0 : LineIndex(Array(text.utf8)).count - (hasEnd ? 1 : 0)
    var lines: [SourceLocation] = []
    for line in 0..<count {
      lines.append(source.location(line: fence.startLine + 1 + line, column: fence.startColumn))
    }
    return lines
  }
}
