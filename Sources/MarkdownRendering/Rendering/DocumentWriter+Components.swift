import Diagnostics

extension DocumentWriter {
  /// Writes what a component makes of a fenced block; returns false for a block that is another tool's,
  /// which is code.
  mutating func write(_ component: any Component, from node: SyntaxNode) -> Bool {
    let text = String(decoding: node.literal, as: UTF8.self)
    let block = ComponentBlock(
      text: text, fence: source.location(line: node.startLine, column: node.startColumn),
      lines: lines(ofBody: text, below: node))
    let parts = PartWriter(for: self, headingIDs: headingIDs)
    // Given away meanwhile: a copy for each block would take quadratic time.
    headingIDs = HeadingRegister()
    var context = ComponentContext(
      lang: lang, words: words, isTypeset: isTypeset, keepsAllHTML: options.rawHTML == .allow,
      links: links, renderer: parts, hasImagesBefore: hasImagesAround || !document.images.isEmpty)
    let made = component.render(block, in: &context)
    headingIDs = parts.headingIDs
    let found = parts.document.diagnostics + context.diagnostics
    if options.showsForeignBlocks, let fault = found.first(where: { $0.severity == .error }) {
      if toldBlocks.insert(component.name).inserted {
        report(.foreignBlock(component.name, fault, at: block.fence))
      }
      return false
    }
    allowance = context.allowance
    add(parts.document)
    for diagnostic in found { report(diagnostic) }
    document.images += context.images
    for link in context.pageLinks { record(link.request, to: link.url, pageID: link.pageID) }
    guard let made else { return true }
    output.append(contentsOf: made.html)
    startLine()
    plain.append(contentsOf: made.text.utf8)
    endPlainBlock()
    return true
  }

  /// Adds what the texts of a block showed: its headings open passages for the search, of which the last
  /// has the words of the block.
  private mutating func add(_ parts: RenderedDocument) {
    for heading in parts.headings {
      closePassage()
      document.headings.append(heading)
    }
    document.anchors += parts.anchors
    document.links += parts.links
    document.images += parts.images
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
