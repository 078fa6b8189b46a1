/// The text of a file that sheets may include in theirs.
package struct IncludableText: Sendable {
  /// The whole text, without a byte order mark and what no page may hold.
  package let bytes: [UInt8]
  /// Where the text of a sheet starts below its front matter, in bytes; zero in other files.
  package let bodyStart: Int

  /// Reads a file; nil when it is not text in UTF-8.
  ///
  /// - Parameter isSheet: Whether it may start with front matter, which is not included.
  package init?(_ bytes: [UInt8], isSheet: Bool) {
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    let text = Array(content)
    guard (try? UTF8Span(validating: text.span)) != nil, !text.contains(0) else { return nil }
    self.bytes = SheetBody.withoutControls(text)
    if isSheet, case .found(let found) = FrontMatterScanner.scan(text[...]) {
      bodyStart = found.end
    } else {
      bodyStart = 0
    }
  }
}
