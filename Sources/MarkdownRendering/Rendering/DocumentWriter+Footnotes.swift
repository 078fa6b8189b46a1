import TextEncoding

extension DocumentWriter {
  mutating func writeFootnoteReference(_ node: SyntaxNode) {
    let text = String(decoding: node.literal, as: UTF8.self)
    let number = Int(text) ?? 0
    let rank = footnotes.call(number)
    output.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    output.append(decimal: number)
    output.append("\" id=\"")
    output.append(contentsOf: FootnoteRegister.callID(number, rank: rank).utf8)
    output.append("\" data-footnote-ref>")
    output.append(decimal: number)
    output.append("</a></sup>")
    typesetter.noteObject()
  }

  mutating func enterFootnote() {
    if footnotes.current == 0 {
      startLine()
      output.append("<section class=\"footnotes\" data-footnotes")
      if options.additions {
        output.append(" aria-label=\"")
        HTMLEscaping.append(words.notes, to: &output)
        output.append("\"")
      }
      output.append(">\n<ol>\n")
    }
    footnotes.current += 1
    footnotes.isBackReferenceWritten = false
    output.append("<li id=\"fn-")
    output.append(decimal: footnotes.current)
    output.append("\">\n")
  }

  mutating func exitFootnote() {
    if !footnotes.isBackReferenceWritten {
      writeBackReferences()
      output.append("\n")
    }
    output.append("</li>\n")
  }

  mutating func closeFootnotes() {
    if footnotes.current > 0 { output.append("</ol>\n</section>\n") }
  }

  /// Writes the links from a note to its calls.
  mutating func writeBackReferences() {
    guard !footnotes.isBackReferenceWritten else { return }
    footnotes.isBackReferenceWritten = true
    let number = footnotes.current
    for rank in stride(from: 1, through: footnotes.callCount, by: 1) {
      if rank > 1 { output.append(" ") }
      output.append("<a href=\"#")
      output.append(contentsOf: FootnoteRegister.callID(number, rank: rank).utf8)
      output.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
      let name = rank == 1 ? "\(number)" : "\(number)-\(rank)"
      HTMLEscaping.append("\(words.backToCall) \(name)", to: &output)
      output.append("\">\u{21A9}")
      if rank > 1 {
        output.append("<sup class=\"footnote-ref\">")
        output.append(decimal: rank)
        output.append("</sup>")
      }
      output.append("</a>")
    }
  }
}
