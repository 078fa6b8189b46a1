import Diagnostics
import TextEncoding

extension DocumentWriter {
  mutating func enterInline(_ node: SyntaxNode, _ kind: SyntaxKind) -> Bool {
    if let unseen = unseenUntil {
      if node == unseen { unseenUntil = nil } else { return false }
    }
    switch kind {
    case .text: writeText(node)
    case .softBreak: writeSoftBreak()
    case .emphasis:
      output.append("<em>")
      return true
    case .strong:
      output.append("<strong>")
      return true
    case .strikethrough:
      output.append("<del>")
      return true
    case .mark:
      output.append("<mark>")
      return true
    case .insertion:
      output.append("<ins>")
      return true
    case .math: writeFormula(node)
    case .place: openText(at: String(decoding: node.literal, as: UTF8.self))
    case .link:
      openLink(node)
      return true
    case .image: writeImage(node)
    case .code: writeCode(node)
    case .lineBreak:
      output.append("<br />\n")
      plain.append(UInt8(ascii: "\n"))
      typesetter.startLine()
    case .htmlInline:
      writeRawHTML(node, isBlock: false)
      if options.additions, options.rawHTML != .allow { passOverUnseen(after: node) }
    case .footnoteReference: writeFootnoteReference(node)
    default: break
    }
    return false
  }

  private mutating func writeText(_ node: SyntaxNode) {
    var text = node.literal
    if inlinePrefixLeft > 0 {
      let prefix = min(inlinePrefixLeft, text.count)
      inlinePrefixLeft -= prefix
      text = UnsafeBufferPointer(rebasing: text[prefix...])
    }
    if options.additions { reportUnreadMarks(text, of: node) }
    if presence.mayHaveTags { reportForeignTags(text, of: node) }
    if openTermLeft > 0 { text = closeTerm(text) }
    nextLine = terms == nil ? nil : node.textAfterLineBreak
    if options.additions, text.count > 4, WikiLink.mayBe(in: text), !isInsideLink, !isInsideRawLink
    {
      writeTextWithWikiLinks(text, in: node)
    } else {
      writeWithLanguageSpans(text, endsItsLine: true)
    }
  }

  /// Writes a text, its words in other languages marked as such.
  ///
  /// - Parameter endsItsLine: Whether it is the last text of its line.
  mutating func writeWithLanguageSpans(
    _ text: UnsafeBufferPointer<UInt8>, endsItsLine: Bool = false
  ) {
    guard options.additions, text.count > 10, text.contains(UInt8(ascii: "{")) else {
      return writeLinkingTerms(text, endsItsLine: endsItsLine)
    }
    var written = 0
    for span in LanguageSpan.all(in: text) {
      writeLinkingTerms(UnsafeBufferPointer(rebasing: text[written..<span.range.lowerBound]))
      let words = UnsafeBufferPointer(rebasing: text[span.words])
      output.append("<span lang=\"")
      output.append(contentsOf: span.language.utf8)
      output.append("\">")
      plain.append(contentsOf: words)
      HTMLEscaping.append(words, to: &output)
      output.append("</span>")
      typesetter.noteObject()
      written = span.range.upperBound
    }
    writeLinkingTerms(
      UnsafeBufferPointer(rebasing: text[written...]), endsItsLine: endsItsLine)
  }

  /// Writes a text with the typography of the document, its abbreviations, its raised and lowered signs as such.
  mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    if abbreviations.isEmpty || isInsideAddress { return writeWithShifts(text) }
    writeWithAbbreviations(text)
  }

  mutating func writeWithShifts(_ text: UnsafeBufferPointer<UInt8>) {
    guard presence.mayHaveShifts, !isInsideAddress else { return writeTypeset(text) }
    var written = 0
    for shift in ShiftedSigns.all(in: text) {
      writeTypeset(UnsafeBufferPointer(rebasing: text[written..<shift.range.lowerBound]))
      output.append(shift.isRaised ? "<sup>" : "<sub>")
      writeTypeset(UnsafeBufferPointer(rebasing: text[shift.signs]))
      output.append(shift.isRaised ? "</sup>" : "</sub>")
      written = shift.range.upperBound
    }
    writeTypeset(UnsafeBufferPointer(rebasing: text[written...]))
  }

  private mutating func writeTypeset(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty { return }
    plain.append(contentsOf: text)
    if isTypeset, !isInsideAddress {
      typesetter.append(text, to: &output)
    } else {
      HTMLEscaping.append(text, to: &output)
      typesetter.noteObject()
    }
  }

  private mutating func writeSoftBreak() {
    plain.append(UInt8(ascii: " "))
    // Nothing may break after an opening guillemet, whose no-break space is there already.
    if isTypeset, typesetter.last == .opening { return }
    output.append(UInt8(ascii: "\n"))
    typesetter.noteLineEnd(in: output)
  }

  private mutating func writeCode(_ node: SyntaxNode) {
    let code =
      options.dialects.contains(.attributes) ? Self.withoutLanguage(node.literal) : node.literal
    output.append("<code>")
    HTMLEscaping.append(code, to: &output)
    output.append("</code>")
    plain.append(contentsOf: code)
    typesetter.noteObject()
  }

  /// Returns a code without the language that Material for MkDocs reads before it: `#!python print()`.
  private static func withoutLanguage(
    _ code: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard code.starts(with: "#!".utf8) else { return code }
    let name = code.dropFirst(2).prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
    }
    guard !name.isEmpty, name.endIndex + 1 < code.endIndex, code[name.endIndex] == 0x20 else {
      return code
    }
    return UnsafeBufferPointer(rebasing: code[(name.endIndex + 1)...])
  }
}
