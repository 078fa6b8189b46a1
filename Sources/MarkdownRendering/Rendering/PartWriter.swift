import Diagnostics

/// Renders the texts in the body of a component, and keeps what is learnt of them for the document.
final class PartWriter: PartRenderer {
  /// How many components may stand in one another.
  private static let deepestLevel = 4

  /// What the texts showed, in their order.
  private(set) var document = RenderedDocument()
  private(set) var headingIDs: HeadingRegister
  /// What the components of the document may still take.
  var allowance: ComponentAllowance
  private let options: MarkdownOptions
  private let components: [String: any Component]
  private let links: any LinkProvider
  private let terms: TermLinks?
  private let lang: String
  private let level: Int
  private let hasImagesAround: Bool

  /// - Parameter headingIDs: The ids that the document has given, which ``headingIDs`` gives back.
  init(for parent: DocumentWriter, headingIDs: HeadingRegister) {
    self.headingIDs = headingIDs
    allowance = parent.allowance
    level = parent.componentLevel + 1
    components = level < Self.deepestLevel ? parent.components : [:]
    links = parent.links
    terms = parent.terms
    lang = parent.lang
    hasImagesAround = parent.hasImagesAround || !parent.document.images.isEmpty
    var options = parent.options
    // The notes of a part would have the numbers, and the places, of those of the document.
    options.extensions.remove(.footnotes)
    self.options = options
  }

  func render(_ part: MarkdownPart) -> RenderedPart {
    part.bytes.withUnsafeBufferPointer { body in
      let dialect: DialectText?
      do throws(ExcessFound) {
        dialect = try DialectText.read(body, options.dialects)
      } catch {
        document.diagnostics.append(.excess(error.excess, at: part.location))
        return RenderedPart()
      }
      guard let tree = SyntaxTree(parsing: body, as: dialect, options) else {
        return RenderedPart()
      }
      let source =
        part.lines.map { lines in
          SourceText(
            path: part.location.path, firstLine: 1, bytes: body,
            dialect: dialect, expanded: lines)
        } ?? SourceText(fixedAt: part.location)
      var writer = DocumentWriter(
        source: source, lang: lang, options: options, components: components, links: links,
        terms: terms)
      writer.componentLevel = level
      swap(&writer.headingIDs, &headingIDs)
      writer.allowance = allowance
      writer.hasImagesAround = hasImagesAround || !document.images.isEmpty
      if let dialect { writer.report(dialect) }
      writer.notePresence(in: body, of: tree.root)
      writer.writeDocument(tree.root, reservedIDs: [])
      swap(&writer.headingIDs, &headingIDs)
      allowance = writer.allowance
      let words = writer.plain
      let made = writer.finish()
      document.headings += made.headings
      document.anchors += made.anchors
      document.links += made.links
      document.images += made.images
      document.diagnostics += made.diagnostics
      return RenderedPart(html: made.html, words: words)
    }
  }
}
