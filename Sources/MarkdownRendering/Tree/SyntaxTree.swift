internal import CCmarkGFM
internal import Synchronization

/// A document parsed by libcmark-gfm, and the only owner of its nodes.
struct SyntaxTree: ~Copyable {
  /// Lets one parser at a time read inlines.
  ///
  /// libcmark-gfm keeps tables of the extensions' characters for the whole process, and
  /// `cmark_parser_finish` fills them, reads the inlines and clears them. Reading the blocks, before
  /// it, touches the parser alone.
  private static let finishing = Mutex<Void>(())

  /// The document node.
  let root: SyntaxNode

  /// Parses a text; nil when there is no memory for it.
  ///
  /// - Parameter dialect: What the text is read as, when it has blocks of other tools.
  init?(
    parsing text: UnsafeBufferPointer<UInt8>, as dialect: DialectText?, _ options: MarkdownOptions
  ) {
    let document =
      if let dialect {
        dialect.bytes.withUnsafeBufferPointer { Self.parse($0, options) }
      } else {
        Self.parse(text, options)
      }
    guard let pointer = OpaquePointer(bitPattern: document) else { return nil }
    root = SyntaxNode(pointer)
    if let dialect {
      dialect.bytes.withUnsafeBufferPointer { Self.replaceControlCharacters(below: root, of: $0) }
    } else {
      Self.replaceControlCharacters(below: root, of: text)
    }
  }

  /// Returns the address of the document node.
  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ syntax: MarkdownOptions
  ) -> UInt {
    var options = CMARK_OPT_DEFAULT
    if syntax.extensions.contains(.footnotes) { options |= CMARK_OPT_FOOTNOTES }
    // « 10~20 personnes, 30~40 minutes » strikes nothing through.
    if syntax.dialects.contains(.marks) { options |= CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE }
    guard let parser = cmark_parser_new(options) else { return 0 }
    defer { cmark_parser_free(parser) }
    SyntaxVocabulary.shared.attach(syntax.extensions, to: parser)
    DialectSyntax.shared.attach(syntax.dialects, for: text, to: parser)
    text.withMemoryRebound(to: CChar.self) { characters in
      if let start = characters.baseAddress {
        cmark_parser_feed(parser, start, characters.count)
      }
    }
    // As numbers, for a pointer neither enters a lock nor leaves it.
    let address = UInt(bitPattern: parser)
    return Self.finishing.withLock { _ in
      UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
    }
  }

  deinit { cmark_node_free(root.pointer) }
}
