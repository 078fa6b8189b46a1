public import Diagnostics

/// Turns Markdown into HTML.
///
///     let source = MarkdownSource(path: "content/forum.md", text: "Un *forum* ouvert.")
///     let document = MarkdownRenderer().render(source, links: links)
///     let html = document.html  // <p>Un <em>forum</em> ouvert.</p>
///
/// The syntax is that of GitHub Flavored Markdown, as libcmark-gfm reads it. A renderer holds no
/// state: it may be used from any number of threads at once.
public struct MarkdownRenderer: Sendable {
  private let options: MarkdownOptions
  private let components: [String: any Component]

  /// The components that every site has.
  public static let builtInComponents: [any Component] = [FigureComponent(), ChartComponent()]

  /// Creates a renderer.
  ///
  /// - Parameter components: What fenced blocks named after them become; the last of a name wins.
  public init(
    options: MarkdownOptions = MarkdownOptions(),
    components: [any Component] = MarkdownRenderer.builtInComponents
  ) {
    self.options = options
    self.components = Dictionary(
      components.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// Returns a text as HTML, asking for its links.
  ///
  /// - Parameter terms: The words that the page of the text links to a glossary.
  /// - Complexity: O(*n*) in the length of the text.
  public func render(
    _ source: MarkdownSource, links: any LinkProvider, terms: TermLinks? = nil
  ) -> RenderedDocument {
    let expanded =
      options.dialects.contains(.includes)
      ? IncludeExpander.expand(
        source.body, of: source.path, firstLine: source.firstLine,
        reading: {
          links.text(ofIncluded: LinkRequest(kind: .include, destination: $0, location: $1))
        }, near: { links.suggestion(forIncluded: $0) }) : nil
    return (expanded?.bytes[...] ?? source.body).withUnsafeBufferPointer { body in
      render(body, of: source, expanded, links: links, terms: terms)
    }
  }

  /// - Parameters:
  ///   - body: The text that is read: that of the source with what it includes.
  ///   - expanded: Where its lines come from, when it includes something.
  private func render(
    _ body: UnsafeBufferPointer<UInt8>, of source: MarkdownSource, _ expanded: ExpandedText?,
    links: any LinkProvider, terms: TermLinks?
  ) -> RenderedDocument {
    let dialect: DialectText?
    do throws(ExcessFound) {
      dialect = try DialectText.read(body, options.dialects)
    } catch {
      var text = SourceText(
        path: source.path, firstLine: source.firstLine, bytes: body, expanded: expanded)
      var document = RenderedDocument()
      document.diagnostics = [
        .excess(error.excess, at: text.location(atByte: error.offset, length: 1))
      ]
      return document
    }
    let text = SourceText(
      path: source.path, firstLine: source.firstLine, bytes: body,
      dialect: dialect, expanded: expanded)
    guard let tree = SyntaxTree(parsing: body, as: dialect, options) else {
      return RenderedDocument()
    }
    var writer = DocumentWriter(
      source: text, lang: source.lang, options: options, components: components, links: links,
      terms: terms, title: PageTitle(of: source))
    writer.allowance = ComponentAllowance(ofDocument: body.count)
    if let expanded { writer.report(expanded) }
    if let dialect { writer.report(dialect) }
    writer.reportUncalledNotes(in: body, under: tree.root)
    writer.notePresence(in: body, of: tree.root)
    writer.writeDocument(tree.root, reservedIDs: source.reservedIDs)
    return writer.finish()
  }

  /// Returns a line of text as HTML without a block around it, for a field of the front matter.
  ///
  /// - Parameters:
  ///   - location: Where the field stands: everything found in it is reported there.
  ///   - terms: The words that the page of the text links to a glossary.
  public func renderInline(
    _ text: String, at location: SourceLocation, lang: String, links: any LinkProvider,
    terms: TermLinks? = nil
  ) -> RenderedInline {
    // No block starts with a dot and a space, so whatever follows them is read as inline Markdown.
    var line = Array(InlinePrefix.bytes)
    line.append(contentsOf: text.utf8)
    for index in line.indices where line[index] == UInt8(ascii: "\n") || line[index] == 13 {
      line[index] = UInt8(ascii: " ")
    }
    if options.dialects.contains(.marks),
      let escaped = line.withUnsafeBufferPointer({ InclusiveAsterisks.escaped($0[...]) })
    {
      line = escaped
    }
    return line.withUnsafeBufferPointer { body in
      if let found = ParsingBounds.firstExcess(in: body) {
        var inline = RenderedInline()
        inline.diagnostics = [.excess(found.excess, at: location)]
        return inline
      }
      guard let tree = SyntaxTree(parsing: body, as: nil, options) else {
        return RenderedInline()
      }
      var writer = DocumentWriter(
        source: SourceText(fixedAt: location), lang: lang, options: options, components: [:],
        links: links, terms: terms)
      writer.notePresence(in: body, of: tree.root)
      writer.writeInline(tree.root)
      return writer.finishInline()
    }
  }
}
