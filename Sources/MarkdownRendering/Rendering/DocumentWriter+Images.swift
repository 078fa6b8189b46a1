import Diagnostics
import TextEncoding

extension DocumentWriter {
  mutating func writeImage(_ node: SyntaxNode) {
    var alternative = options.additions ? node.wordsOnly : node.plainText
    var size: ImageSize?
    if options.dialects.contains(.attributes) {
      size = ImageSize(takenOff: &alternative) ?? ImageSize(docsify: node.title)
    }
    let title = DocsifyOptions.areAll(of: node.title) && options.additions ? .empty : node.title
    plain.append(contentsOf: alternative)
    typesetter.noteObject()
    guard options.additions else {
      openImage(at: node.url, alternative: alternative)
      writeTitle(node.title)
      output.append("\" />")
      return
    }
    let text = node.firstChild.flatMap { $0.kind == .text ? $0.literal : nil }
    let (location, end) = source.location(
      ofAddress: node.url, text: text, notBeforeLine: node.startLine)
    source.skip(to: end)
    let destination = String(decoding: node.url, as: UTF8.self)
    if alternative.isEmpty { report(.imageWithoutAlternative(destination, at: location)) }
    let request = LinkRequest(kind: .image, destination: destination, location: location)
    let resolved = links.resolve(request, diagnostics: &document.diagnostics)
    switch resolved {
    case .image(let image):
      show(size?.applied(to: image) ?? image, request, alternative: alternative, title: title)
    case .url(let url, _, _, _, _):
      let image = ShownImage(url: url)
      show(size?.applied(to: image) ?? image, request, alternative: alternative, title: title)
    case .linkInstead(let url):
      writeLink(to: url, insteadOf: node, alternative: alternative, at: location)
    case .unresolved:
      note(nil, request, alternative: alternative)
      writeEscaped(alternative)
    }
  }

  mutating func show(
    _ image: ShownImage, _ request: LinkRequest, alternative: [UInt8],
    title: UnsafeBufferPointer<UInt8> = .empty
  ) {
    guard isSafe(image.url, at: request.location) else { return writeEscaped(alternative) }
    let isFirst = !hasImagesAround && document.images.allSatisfy { $0.url == nil }
    note(image.url, request, alternative: alternative)
    var address = image.url
    address.withUTF8 { openImage(at: $0, alternative: alternative) }
    writeTitle(title)
    image.appendEnd(isFirst: isFirst, to: &output)
    if !isInsideLink { image.appendAnimationLink(words, to: &output) }
  }

  private mutating func note(_ url: String?, _ request: LinkRequest, alternative: [UInt8]) {
    document.images.append(
      DocumentImage(
        destination: request.destination, url: url,
        alternative: String(decoding: alternative, as: UTF8.self), location: request.location))
  }

  private mutating func openImage(at url: UnsafeBufferPointer<UInt8>, alternative: [UInt8]) {
    output.append("<img src=\"")
    if options.rawHTML == .allow || !LinkSafety.isDangerous(url) {
      HTMLEscaping.appendAddress(url, to: &output)
    }
    output.append("\" alt=\"")
    writeEscaped(alternative)
  }

  private mutating func writeLink(
    to url: String, insteadOf node: SyntaxNode, alternative: [UInt8], at location: SourceLocation
  ) {
    let text = alternative.isEmpty ? Array(url.utf8) : alternative
    guard !isInsideLink, isSafe(url, at: location) else { return writeEscaped(text) }
    var address = url
    address.withUTF8 { openAnchor(to: $0, title: node.title) }
    writeEscaped(text)
    output.append("</a>")
  }

  private mutating func writeEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
  }
}

extension SyntaxNode {
  /// The text of the node's descendants, without markup; raw HTML is text, as for libcmark-gfm.
  var plainText: [UInt8] { text(includingHTML: true) }

  /// The text of the node's descendants, without markup, raw HTML and comments.
  var wordsOnly: [UInt8] { text(includingHTML: false) }

  private func text(includingHTML: Bool) -> [UInt8] {
    var text: [UInt8] = []
    guard var node = firstChild else { return text }
    while true {
      switch node.kind {
      case .text, .code: text.append(contentsOf: node.literal)
      case .htmlInline:
        if includingHTML {
          text.append(contentsOf: node.literal)
        } else if HTMLTag(node.literal, at: 0)?.name == "br" {
          text.append(UInt8(ascii: " "))
        }
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent, parent != self else { return text }
        node = parent
      }
      guard let next = node.next else { return text }
      node = next
    }
  }
}
