internal import CCmarkGFM
internal import Synchronization

/// A document parsed by libcmark-gfm, and the only owner of its nodes.
struct SyntaxTree: ~Copyable {
  /// libcmark-gfm keeps tables for the extensions' characters that belong to the whole process, and
  /// changes them from the creation of a parser to its end: two parsers must not run at once.
  private static let parsing = Mutex<Void>(())

  /// The document node.
  let root: SyntaxNode

  /// Parses a text; nothing when there is no memory for it.
  init?(parsing text: UnsafeBufferPointer<UInt8>, extensions: MarkdownOptions.Extensions) {
    let vocabulary = SyntaxVocabulary.shared
    // As a number, for a pointer does not leave a lock; nothing else knows the document yet.
    let address = Self.parsing.withLock { _ in
      UInt(bitPattern: Self.parse(text, extensions: extensions, vocabulary: vocabulary))
    }
    guard let document = OpaquePointer(bitPattern: address) else { return nil }
    root = SyntaxNode(document)
  }

  deinit { cmark_node_free(root.pointer) }

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, extensions: MarkdownOptions.Extensions,
    vocabulary: SyntaxVocabulary
  ) -> OpaquePointer? {
    let options = extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    vocabulary.attach(extensions, to: parser)
    text.withMemoryRebound(to: CChar.self) { characters in
      if let start = characters.baseAddress {
        cmark_parser_feed(parser, start, characters.count)
      }
    }
    return cmark_parser_finish(parser)
  }
}
