import Diagnostics
import TextEncoding

extension DocumentWriter {
  mutating func writeTextWithWikiLinks(
    _ text: UnsafeBufferPointer<UInt8>, in node: SyntaxNode
  ) {
    var written = 0
    for link in WikiLink.all(in: text) {
      writeWithLanguageSpans(UnsafeBufferPointer(rebasing: text[written..<link.range.lowerBound]))
      write(link, in: node)
      written = link.range.upperBound
    }
    writeWithLanguageSpans(
      UnsafeBufferPointer(rebasing: text[written...]), endsItsLine: true)
  }

  private mutating func write(_ link: WikiLink, in node: SyntaxNode) {
    var needle = "[[" + link.destination
    let location = needle.withUTF8 { source.location(of: $0, notBeforeLine: node.startLine) }
    if let (url, words) = link.address { return write(words, linkedTo: url, at: location) }
    let request = LinkRequest(
      kind: link.isEmbed ? .embed : .wiki, destination: link.destination, location: location)
    var found: [Diagnostic] = []
    let resolved = links.resolve(request, diagnostics: &found)
    if resolved == .unresolved, writeTurned(link, at: location) { return }
    document.diagnostics += found
    if case .image(let image) = resolved { return show(image, of: link, request) }
    guard case .url(var url, let title, let pageID, let language, _) = resolved,
      isSafe(url, at: location)
    else {
      return write(text: link.text ?? link.destination)
    }
    record(request, to: url, pageID: pageID)
    url.withUTF8 {
      openAnchor(to: $0, title: UnsafeBufferPointer(start: nil, count: 0), language: language)
    }
    write(text: link.text ?? title ?? link.destination)
    output.append("</a>")
  }

  /// Writes a link to another site.
  private mutating func write(_ words: String, linkedTo url: String, at location: SourceLocation) {
    let request = LinkRequest(kind: .link, destination: url, location: location)
    let resolved = links.resolve(request, diagnostics: &document.diagnostics)
    guard case .url(var url, _, let pageID, let language, _) = resolved, isSafe(url, at: location)
    else { return write(text: words) }
    record(request, to: url, pageID: pageID)
    url.withUTF8 {
      openAnchor(to: $0, title: UnsafeBufferPointer(start: nil, count: 0), language: language)
    }
    linkStates.append(LinkState(showsAddress: words == request.destination))
    write(text: words)
    linkStates.removeLast()
    output.append("</a>")
  }

  /// Writes a link whose words come first, `[[words|page]]`, as the wikis of GitHub and GitLab have it, or
  /// behind a space, `[[PageWiki words]]`, as YesWiki has it; returns whether it is one.
  private mutating func writeTurned(_ link: WikiLink, at location: SourceLocation) -> Bool {
    guard !link.isEmbed, let (page, words) = link.turned else { return false }
    let request = LinkRequest(kind: .wiki, destination: page, location: location)
    var found: [Diagnostic] = []
    guard
      case .url(var url, _, let pageID?, let language, _) = links.resolve(
        request, diagnostics: &found), found.isEmpty, isSafe(url, at: location)
    else { return false }
    record(request, to: url, pageID: pageID)
    url.withUTF8 {
      openAnchor(to: $0, title: UnsafeBufferPointer(start: nil, count: 0), language: language)
    }
    write(text: words)
    output.append("</a>")
    return true
  }

  /// Writes the picture that `![[…]]` shows.
  private mutating func show(_ image: ShownImage, of link: WikiLink, _ request: LinkRequest) {
    let alternative = link.text ?? ""
    if alternative.isEmpty {
      report(.imageWithoutAlternative(link.destination, at: request.location))
    }
    plain.append(contentsOf: alternative.utf8)
    typesetter.noteObject()
    let shown = link.width.map { image.scaled(toWidth: $0) } ?? image
    show(shown, request, alternative: Array(alternative.utf8))
  }

  private mutating func write(text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }
}
