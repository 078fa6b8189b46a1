import Diagnostics

extension DocumentWriter {
  /// Returns what was written and learnt.
  consuming func finish() -> RenderedDocument {
    var document = document
    if options.additions {
      closePassage()
      document.searchText = self.document.searchText
      document.wordCount = Self.wordCount(in: plain)
    }
    document.html = output
    document.diagnostics += findings.remainders
    return document
  }

  /// Writes the inline content of the paragraph that a line of text is.
  mutating func writeInline(_ root: SyntaxNode) {
    guard let paragraph = root.firstChild else { return }
    inlinePrefixLeft = InlinePrefix.bytes.count
    var child = paragraph.firstChild
    while let node = child {
      child = node.next
      walk(node)
    }
  }

  /// Returns what was written and learnt from a line of text.
  consuming func finishInline() -> RenderedInline {
    RenderedInline(
      html: output, text: plain, links: document.links,
      diagnostics: document.diagnostics + findings.remainders)
  }

  /// Returns the number of runs of visible characters that start with a letter or a digit.
  private static func wordCount(in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var count = 0
      var previous: UInt8 = 0x20
      for byte in bytes {
        // Above ASCII, 0xC2 starts guillemets and no-break spaces, and 0xE2 dashes.
        let isWord = byte > 0x2F && byte != 0xC2 && byte != 0xE2
        count += previous <= 0x20 && isWord ? 1 : 0
        previous = byte
      }
      return count
    }
  }
}
