import TextEncoding

extension DocumentWriter {
  /// How much of the next line is looked at for the end of a term, in bytes.
  private static let maxRest = 120

  /// Whether a text here may hold links to terms: raw HTML may have opened a link of its own.
  private var mayLinkTerms: Bool {
    !isInsideLink && !isInsideHeading && options.additions && options.rawHTML != .allow
      && !isInsideRawLink
  }

  /// Writes a text with the typography of the document, its terms linked.
  ///
  /// - Parameter endsItsLine: Whether the text is the last of its line: a term may go on in the next.
  mutating func writeLinkingTerms(
    _ text: UnsafeBufferPointer<UInt8>, endsItsLine: Bool = false
  ) {
    guard let terms, mayLinkTerms else { return write(text) }
    var written = 0
    for match in matches(in: text, of: terms.list, endsItsLine: endsItsLine) {
      guard match.range.lowerBound < text.count, var address = terms.take(match.term) else {
        continue
      }
      write(UnsafeBufferPointer(rebasing: text[written..<match.range.lowerBound]))
      output.append("<a class=\"terme\" href=\"")
      address.withUTF8 { HTMLEscaping.appendAddress($0, to: &output) }
      output.append("\">")
      written = min(match.range.upperBound, text.count)
      write(UnsafeBufferPointer(rebasing: text[match.range.lowerBound..<written]))
      // The line break between the two texts is one byte of the term.
      openTermLeft = max(0, match.range.upperBound - text.count - 1)
      if openTermLeft == 0 { output.append("</a>") }
    }
    write(UnsafeBufferPointer(rebasing: text[written...]))
  }

  /// Ends the link to a term that started on the line before, and returns the rest of the text.
  mutating func closeTerm(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let end = min(openTermLeft, text.count)
    openTermLeft = 0
    write(UnsafeBufferPointer(rebasing: text[..<end]))
    output.append("</a>")
    return UnsafeBufferPointer(rebasing: text[end...])
  }

  private func matches(
    in text: UnsafeBufferPointer<UInt8>, of list: TermList, endsItsLine: Bool
  ) -> [TermList.Match] {
    guard endsItsLine, let nextLine else { return list.matches(in: text) }
    // A word is not to be cut where the look ahead ends.
    let rest = nextLine.prefix(Self.maxRest)
    let end =
      rest.count == nextLine.count
      ? rest.endIndex : rest.lastIndex(of: UInt8(ascii: " ")) ?? rest.startIndex
    let joined = Array(text) + [UInt8(ascii: "\n")] + rest[..<end]
    return joined.withUnsafeBufferPointer(list.matches)
  }
}

extension SyntaxNode {
  /// The text that follows a text after a line break in the source.
  var textAfterLineBreak: UnsafeBufferPointer<UInt8>? {
    guard let lineBreak = next, lineBreak.kind == .softBreak, let text = lineBreak.next,
      text.kind == .text
    else { return nil }
    return text.literal
  }
}
