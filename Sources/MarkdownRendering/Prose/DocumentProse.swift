/// What a Markdown text says in words, and the addresses on the web that it leads to.
public struct DocumentProse: Sendable {
  /// A link or an image of another site.
  public struct WebLink: Sendable, Hashable {
    /// The address, as a browser asks for it.
    public let address: String
    /// Where it stands in the source, in bytes; the start of its paragraph when it is not written
    /// there.
    public let sourceRange: Range<Int>
  }

  /// The paragraphs, headings and cells, in order.
  public internal(set) var passages: [ProsePassage] = []
  /// The links to the web, in order.
  public internal(set) var webLinks: [WebLink] = []

  /// Reads a Markdown text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { bytes in
      // The name of an emoji is found again in the text, and its sign is not.
      let options = MarkdownOptions(dialects: .all.subtracting(.emoji))
      let dialect: DialectText?
      do throws(ExcessFound) {
        dialect = try DialectText.read(bytes, options.dialects)
      } catch {
        return
      }
      guard let tree = SyntaxTree(parsing: bytes, as: dialect, options) else { return }
      var reader = ProseReader(bytes, lineOffsets: dialect?.lineOffsets)
      reader.read(tree.root)
      self = reader.prose
    }
  }

  init() {}
}
