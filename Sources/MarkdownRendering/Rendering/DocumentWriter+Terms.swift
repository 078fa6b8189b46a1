extension DocumentWriter {
  /// Whether a text here may hold links to terms: raw HTML may have opened a link of its own.
  private var mayLinkTerms: Bool {
    !isInsideLink && !isInsideHeading && options.additions && options.rawHTML == .omit
  }

  /// Writes a text with the typography of the document, its terms linked.
  mutating func writeLinkingTerms(_ text: UnsafeBufferPointer<UInt8>) {
    guard let terms, mayLinkTerms else { return write(text) }
    var written = 0
    for match in terms.list.matches(in: text) {
      guard var address = terms.take(match.term) else { continue }
      write(UnsafeBufferPointer(rebasing: text[written..<match.range.lowerBound]))
      output.append("<a class=\"terme\" href=\"")
      address.withUTF8 { HTMLEscaping.appendAddress($0, to: &output) }
      output.append("\">")
      write(UnsafeBufferPointer(rebasing: text[match.range]))
      output.append("</a>")
      written = match.range.upperBound
    }
    write(UnsafeBufferPointer(rebasing: text[written...]))
  }
}
