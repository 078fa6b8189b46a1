import Diagnostics
import TextEncoding

extension DocumentWriter {
  /// What an open link needs to be closed, and what its text is.
  struct LinkState {
    /// Whether its `a` element is open; its text alone remains when it is not.
    var isOpen = true
    /// Whether its text is the address.
    var showsAddress = false
    /// What is said beside it.
    var note: String?
    /// Where its address ends in the source.
    var end = 0
  }

  var isInsideLink: Bool { !linkStates.isEmpty }
  var isInsideAddress: Bool { linkStates.last?.showsAddress == true }

  mutating func openLink(_ node: SyntaxNode) {
    guard options.additions else {
      linkStates.append(LinkState())
      return openAnchor(to: node.url, title: node.title)
    }
    node.endBareAddress()
    guard !isInsideRawLink(node) else {
      let isAddress = node.showsItsAddress
      let end = isAddress ? 0 : place(of: node).end
      linkStates.append(LinkState(isOpen: false, showsAddress: isAddress, end: end))
      return
    }
    let written = String(decoding: node.url, as: UTF8.self)
    let (location, end) = place(of: node)
    let request = LinkRequest(
      kind: .link, destination: placeNames.contains(written) ? "#" + written : written,
      location: location)
    guard !reportDoubts(about: request, node),
      let (url, pageID, language, note) = resolve(request)
    else {
      linkStates.append(LinkState(isOpen: false, end: end))
      return
    }
    record(request, to: url, pageID: pageID)
    var address = url
    let title = DocsifyOptions.areAll(of: node.title) ? .empty : node.title
    address.withUTF8 { openAnchor(to: $0, title: title, language: language) }
    linkStates.append(LinkState(showsAddress: node.showsItsAddress, note: note, end: end))
  }

  /// Returns where the address of a link stands, and where what comes behind it does.
  private mutating func place(of link: SyntaxNode) -> (location: SourceLocation, end: Int) {
    if link.showsItsAddress {
      return (source.location(of: link.searchText, notBeforeLine: link.startLine), 0)
    }
    let text = link.firstChild.flatMap { $0.kind == .text ? $0.literal : nil }
    return source.location(ofAddress: link.url, text: text, notBeforeLine: link.startLine)
  }

  mutating func closeLink() {
    guard let state = linkStates.popLast() else { return }
    source.skip(to: state.end)
    guard state.isOpen else { return }
    output.append("</a>")
    guard let note = state.note else { return }
    output.append("\u{00A0}")
    HTMLEscaping.append(note, to: &output)
  }

  /// Returns the address for a link and the page it leads to, or nil when no link remains.
  private mutating func resolve(
    _ request: LinkRequest
  ) -> (url: String, pageID: Int?, language: String?, note: String?)? {
    let resolved = links.resolve(request, diagnostics: &document.diagnostics)
    switch resolved {
    case .url(let url, _, let pageID, let language, let note):
      return isSafe(url, at: request.location) ? (url, pageID, language, note) : nil
    case .image(let image):
      return isSafe(image.url, at: request.location) ? (image.url, nil, nil, nil) : nil
    case .linkInstead(let url):
      return isSafe(url, at: request.location) ? (url, nil, nil, nil) : nil
    case .unresolved:
      return nil
    }
  }

  /// Returns whether an address can be written, and reports one that would run a script.
  mutating func isSafe(_ url: String, at location: SourceLocation) -> Bool {
    if options.rawHTML == .allow || LinkSafety.isAllowed(url) { return true }
    report(.unsafeLink(url, at: location))
    return false
  }

  mutating func openAnchor(
    to url: UnsafeBufferPointer<UInt8>, title: UnsafeBufferPointer<UInt8>,
    language: String? = nil
  ) {
    output.append("<a href=\"")
    if options.rawHTML == .allow || !LinkSafety.isDangerous(url) {
      HTMLEscaping.appendAddress(url, to: &output)
    }
    writeTitle(title)
    if let language {
      output.append("\" hreflang=\"")
      HTMLEscaping.append(language, to: &output)
    }
    output.append("\">")
  }

  mutating func writeTitle(_ title: UnsafeBufferPointer<UInt8>) {
    if title.isEmpty { return }
    output.append("\" title=\"")
    HTMLEscaping.append(title, to: &output)
  }

  /// Keeps a link that stays in the site.
  mutating func record(_ request: LinkRequest, to url: String, pageID: Int?) {
    let hash = UInt8(ascii: "#")
    guard pageID != nil || url.utf8.first == hash else { return }
    let fragment = url.utf8.firstIndex(of: hash).map {
      Address.decode(url[url.utf8.index(after: $0)...])
    }
    document.links.append(
      DocumentLink(
        destination: request.destination, pageID: pageID, fragment: fragment,
        location: request.location))
  }
}

extension SyntaxNode {
  /// Whether the text of a link is its address, but for a scheme, as in a bare one.
  var showsItsAddress: Bool {
    guard let child = firstChild, child.next == nil, child.kind == .text else { return false }
    let (text, url) = (child.literal, url)
    guard text.count <= url.count, url.suffix(text.count).elementsEqual(text) else { return false }
    let scheme = url.dropLast(text.count)
    return scheme.isEmpty || scheme.last == UInt8(ascii: ":") || scheme.last == UInt8(ascii: "/")
  }

  /// The text by which a link is found again in the source.
  var searchText: UnsafeBufferPointer<UInt8> {
    if showsItsAddress, let child = firstChild { return child.literal }
    return url
  }
}
