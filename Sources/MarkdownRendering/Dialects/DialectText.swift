/// A Markdown text whose block syntax of other tools was written as CommonMark's.
///
/// Lines are added and changed, never joined: each keeps the place that it comes from, so that
/// messages point at what the writer typed.
struct DialectText {
  /// The text that the parser reads.
  var bytes: [UInt8] = []
  /// Where each line of it comes from in the writer's text, in bytes.
  var lineOffsets: [Int] = []
  /// The blocks that nothing closes, and where they open.
  var openBlocks: [(mark: String, offset: Int)] = []
  /// Where a list of the headings was asked for.
  var contentsMarks: [Int] = []
  /// The names of blocks that links of MyST lead to.
  var places: Set<String> = []
  /// What words mean that are abbreviations.
  var abbreviations: [String: String] = [:]
  /// Where lines of program were left out.
  var modules: [Int] = []
}

extension DialectText {
  /// Reads a text; nil when no line starts as a block of another tool, no address with a tag, and
  /// no word holds an asterisk.
  ///
  /// Throws what the text has too much of for the parser, as it is typed or as it is written here.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialects: MarkdownOptions.Dialects
  ) throws(ExcessFound) -> DialectText? {
    if let found = ParsingBounds.firstExcess(in: bytes) { throw found }
    let hasBlocks =
      !dialects.isDisjoint(with: .blocks) && DialectSigns.areAtLineStarts(of: bytes)
    let hasProperties = dialects.contains(.comments) && DialectSigns.hasProperties(bytes)
    guard
      hasBlocks || hasProperties
        || (dialects.contains(.marks) && InclusiveAsterisks.mayBe(in: bytes))
        || (!dialects.isDisjoint(with: .blocks) && InlineRewriting.mayBe(in: bytes))
        || (dialects.contains(.foreignTags) && DialectSigns.areInAddresses(of: bytes))
        || (dialects.contains(.admonitions) && RawTags.mayBe(in: bytes))
    else { return nil }
    var reader = DialectReader(bytes, dialects)
    let text = reader.read()
    if let found = text.bytes.withUnsafeBufferPointer({ ParsingBounds.firstExcess(in: $0) }) {
      let line = text.bytes[..<found.offset].count { $0 == 0x0A }
      throw ExcessFound(excess: found.excess, offset: text.lineOffsets[line])
    }
    return text
  }
}
