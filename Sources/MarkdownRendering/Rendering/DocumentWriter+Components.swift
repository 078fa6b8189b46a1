import Diagnostics

extension DocumentWriter {
  /// Writes what a component makes of a fenced block.
  mutating func write(_ component: any Component, from node: SyntaxNode) {
    let fence = source.location(line: node.startLine, column: node.startColumn)
    var context = ComponentContext(
      lang: lang, words: words, isTypeset: isTypeset, links: links,
      hasImagesBefore: !document.images.isEmpty)
    let parsed = ComponentBody.parse(
      String(decoding: node.literal, as: UTF8.self), fence: fence)
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
    document.diagnostics += context.diagnostics
    document.images += context.images
  }
}
