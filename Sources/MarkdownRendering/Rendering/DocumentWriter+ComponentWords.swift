import Diagnostics
import TextEncoding

/// The words that a component of MDX, Vue or Astro has in its attributes: pages show no component, and would
/// lose them.
extension DocumentWriter {
  /// Writes the title of a component, a link where it has an address, with its description; or its caption.
  ///
  /// - Parameter isBlock: Whether they are a paragraph of their own.
  mutating func writeAttributeWords(
    of tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>, _ node: SyntaxNode, isBlock: Bool
  ) {
    guard let said = ComponentWords(of: tag, in: html) else { return }
    if isBlock {
      startLine()
      output.append("<p>")
    }
    var url: String?
    if let address = said.address, let range = address.range, !isInsideLink, !isInsideRawLink {
      url = resolve(address.value, at: location(of: range, in: html, of: node))
    }
    write(Replacement(url: url, text: said.words))
    if let description = said.description {
      writeLineBreak()
      write(Replacement(url: nil, text: description))
    }
    if isBlock {
      output.append("</p>\n")
      endPlainBlock()
    } else if !said.isClosed, node.next != nil {
      writeLineBreak()
    }
  }

  /// Returns where an address of a component leads; nil for one that leads nowhere, which is reported.
  private mutating func resolve(_ address: String, at location: SourceLocation) -> String? {
    guard !address.contains("{") else { return nil }
    let request = LinkRequest(kind: .link, destination: address.trimmed, location: location)
    let resolved = links.resolve(request, diagnostics: &document.diagnostics)
    guard case .url(let url, _, let pageID, _, _) = resolved, isSafe(url, at: location) else {
      return nil
    }
    record(request, to: url, pageID: pageID)
    return url
  }
}
