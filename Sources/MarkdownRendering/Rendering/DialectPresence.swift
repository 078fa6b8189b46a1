import TextEncoding

/// Which signs of other tools a text holds, so that texts without them are read no slower.
struct DialectPresence {
  /// Whether signs may stand above or below the line.
  var mayHaveShifts = false
  /// Whether there may be tags of templates, includes or imports.
  var mayHaveTags = false
}

extension DocumentWriter {
  /// Looks for the signs of other tools in the text as it was typed, and makes links of the addresses that
  /// the parser leaves, and none of those inside wiki links.
  mutating func notePresence(in text: UnsafeBufferPointer<UInt8>, of root: SyntaxNode) {
    if options.additions, options.extensions.contains(.autolink) {
      SplitWikiLink.join(in: text, of: root)
      BracketedAddress.link(in: text, of: root)
    }
    if options.dialects.contains(.marks) {
      presence.mayHaveShifts = DialectSigns.has("^", in: text) || DialectSigns.has("~", in: text)
    }
    if options.dialects.contains(.foreignTags) { presence.mayHaveTags = ForeignTag.mayBe(in: text) }
  }
}
