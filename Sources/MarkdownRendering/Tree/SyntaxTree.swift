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

  /// Parses a text; nothing when there is no memory for it.
  init?(parsing text: UnsafeBufferPointer<UInt8>, extensions: MarkdownOptions.Extensions) {
    let options = extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    SyntaxVocabulary.shared.attach(extensions, to: parser)
    text.withMemoryRebound(to: CChar.self) { characters in
      if let start = characters.baseAddress {
        cmark_parser_feed(parser, start, characters.count)
      }
    }
    // As numbers, for a pointer neither enters a lock nor leaves it.
    let address = UInt(bitPattern: parser)
    let document = Self.finishing.withLock { _ in
      UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
    }
    guard let pointer = OpaquePointer(bitPattern: document) else { return nil }
    root = SyntaxNode(pointer)
  }

  deinit { cmark_node_free(root.pointer) }
}
