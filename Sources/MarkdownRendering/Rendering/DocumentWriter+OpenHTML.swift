import TextEncoding

/// The elements of raw HTML that are open, where safe HTML is kept.
extension DocumentWriter {
  /// An element of raw HTML that is open.
  struct OpenHTML {
    let name: String
    /// The node in which it was opened, and is closed at the latest.
    let parent: SyntaxNode?
    /// Whether its tag is in the page.
    let isWritten: Bool
    /// Whether it is a link.
    var isLink = false
    /// Whether its tag stands in a line of text.
    var isInline = false
    /// What it would have played, as links that follow it.
    var links: [Replacement] = []
  }

  /// Whether a link of raw HTML is open here.
  var isInsideRawLink: Bool { openHTML.contains(where: \.isLink) }

  /// Whether the words of a link of Markdown stand in one of raw HTML, which can hold no other.
  ///
  /// Around blocks, a link whose end tag is forgotten takes bare addresses alone.
  func isInsideRawLink(_ node: SyntaxNode) -> Bool {
    openHTML.contains { $0.isLink && ($0.isInline || node.showsItsAddress) }
  }

  /// Closes the elements of raw HTML that were opened in a node which ends here.
  mutating func closeHTML(openedIn node: SyntaxNode) {
    while let last = openHTML.last, last.parent == node { closeLast() }
  }

  /// Closes the last element of a name, with those in it, if one was opened in the same node.
  mutating func closeHTML(_ name: String, in parent: SyntaxNode?) {
    guard
      let place = openHTML.lastIndex(where: { $0.name == name && $0.parent == parent }),
      openHTML[place...].allSatisfy({ $0.parent == parent })
    else { return }
    while openHTML.count > place { closeLast() }
  }

  mutating func closeLast() {
    guard let last = openHTML.popLast() else { return }
    if last.isWritten {
      output.append("</")
      output.append(contentsOf: last.name.utf8)
      output.append(">")
    }
    for link in last.links {
      output.append(" ")
      plain.append(UInt8(ascii: " "))
      write(link)
    }
  }
}
