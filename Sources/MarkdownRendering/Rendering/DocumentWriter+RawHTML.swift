import Diagnostics
import TextEncoding

/// HTML written in Markdown: left out but for its words, kept where it is safe, or copied.
extension DocumentWriter {
  mutating func writeRawHTML(_ node: SyntaxNode, isBlock: Bool) {
    if presence.mayHaveTags { reportForeignTags(node.literal, of: node) }
    let html = node.literal
    let open = isBlock && options.additions ? UnclosedHTML(html) : nil
    if let open { report(open, of: node) }
    if !isBlock, options.additions, options.rawHTML != .allow, isWordInBrackets(node) {
      plain.append(contentsOf: html)
      HTMLEscaping.append(html, to: &output)
      return typesetter.noteObject()
    }
    switch options.rawHTML {
    case .allow where options.extensions.contains(.tagFilter):
      HTMLFilter.appendFiltered(html, to: &output)
    case .allow where !options.additions:
      output.append(contentsOf: html)
    case _ where !options.additions:
      output.append("<!-- raw HTML omitted -->")
    case .allow:
      copyHTML(html, of: node, isBlock: isBlock)
      // What is left open would hide the rest of the page.
      if let open { output.append(contentsOf: open.closing.utf8) }
    case .safe: writeSafeHTML(html, of: node, isBlock: isBlock)
    case .omit: writeWords(of: html, node, isBlock: isBlock)
    }
  }

  // MARK: Left out

  /// Writes what HTML says without its tags; a line break stays one.
  private mutating func writeWords(
    of html: UnsafeBufferPointer<UInt8>, _ node: SyntaxNode, isBlock: Bool
  ) {
    let pieces = HiddenColumns.leavingOut(HTMLPiece.all(in: html), of: html)
    if !isBlock {
      guard case .tag(let tag)? = pieces.first else { return }
      if tag.name == "br" { return writeLineBreak() }
      separateWords(at: tag, node)
      if !tag.isEnd { reportLeftOut(tag, in: html, of: node) }
      writeAttributeWords(of: tag, in: html, node, isBlock: false)
      return
    }
    var words: [UInt8] = []
    var hasReported = false
    for piece in pieces {
      switch piece {
      case .text(let range): HTMLEscaping.appendMarkup(html[range], to: &words)
      case .unseen: break
      case .tag(let tag):
        if tag.name == "br" {
          words.append("<br />")
        } else if SafeHTML.separatingElements.contains(tag.name) {
          writeParagraph(&words)
        }
        if !tag.isEnd, !hasReported {
          let keepsWords = pieces.contains { piece in
            if case .text(let range) = piece { html[range].contains { $0 > 0x20 } } else { false }
          }
          reportLeftOut(tag, in: html, of: node, keepsWords: keepsWords)
          hasReported = true
        }
        if ComponentWords(of: tag, in: html) != nil {
          writeParagraph(&words)
          writeAttributeWords(of: tag, in: html, node, isBlock: true)
        }
      }
    }
    writeParagraph(&words)
  }

  private mutating func writeParagraph(_ words: inout [UInt8]) {
    defer { words.removeAll() }
    guard let first = words.firstIndex(where: { $0 > 0x20 }),
      let last = words.lastIndex(where: { $0 > 0x20 })
    else { return }
    startLine()
    output.append("<p>")
    output.append(contentsOf: words[first...last])
    output.append("</p>\n")
    words[first...last].withUnsafeBufferPointer { bytes in
      plain.append(contentsOf: HTMLEntities.decode(bytes[...]).utf8)
    }
    endPlainBlock()
  }

  mutating func writeLineBreak() {
    output.append("<br />\n")
    plain.append(UInt8(ascii: "\n"))
    typesetter.startLine()
  }

  mutating func reportLeftOut(
    _ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>, of node: SyntaxNode,
    keepsWords: Bool = false
  ) {
    // A kind of element is told of once a document.
    guard reportedElements.insert(tag.name).inserted else { return }
    let excerpt = HTMLFilter.excerpt(UnsafeBufferPointer(rebasing: html[tag.range]))
    let location = location(of: tag.range, in: html, of: node)
    report(
      .rawHTMLOmitted(
        excerpt, keepsWords: keepsWords, isSafe: options.rawHTML == .safe, at: location))
  }

  /// Returns where a part of a node's HTML stands.
  mutating func location(
    of range: Range<Int>, in html: UnsafeBufferPointer<UInt8>, of node: SyntaxNode
  ) -> SourceLocation {
    if range.lowerBound == 0, node.kind == .htmlBlock {
      return source.location(line: node.startLine, column: node.startColumn)
    }
    let needle = UnsafeBufferPointer(rebasing: html[range])
    return source.location(of: needle, notBeforeLine: node.startLine)
  }

  /// Leaves out what is between a tag in a line of text and its end tag, where no page would show it.
  mutating func passOverUnseen(after node: SyntaxNode) {
    guard let tag = HTMLTag(node.literal, at: 0), !tag.isEnd,
      HTMLPiece.programs.contains(tag.name)
    else { return }
    if endless.line != node.parent { endless = (node.parent, []) }
    // An end that was looked for in vain is not looked for again.
    guard !endless.names.contains(tag.name) else { return }
    var next = node.next
    while let other = next {
      if other.kind == .htmlInline, let end = HTMLTag(other.literal, at: 0), end.isEnd,
        end.name == tag.name
      {
        unseenUntil = other
        return
      }
      next = other.next
    }
    endless.names.insert(tag.name)
  }

  // MARK: Copied

  /// Copies HTML, its links resolved as those of Markdown are.
  private mutating func copyHTML(
    _ html: UnsafeBufferPointer<UInt8>, of node: SyntaxNode, isBlock: Bool
  ) {
    var written = 0
    for piece in HTMLPiece.all(in: html) {
      switch piece {
      case .unseen: break
      case .text(let range):
        if isBlock { plain.append(contentsOf: HTMLEntities.decode(html[range]).utf8) }
      case .tag(let tag) where tag.isEnd:
        if tag.name == "a", !isBlock { closeHTML(tag.name, in: node.parent) }
      case .tag(let tag):
        if tag.name == "a", tag["href"] != nil, !isBlock, openHTML.count < Self.deepestLevel {
          openHTML.append(
            OpenHTML(
              name: tag.name, parent: node.parent, isWritten: false, isLink: true, isInline: true))
        }
        let isPlaceTaken = !takePlace(of: tag)
        let links = resolvedLinks(of: tag, in: html, node)
        if let replacement = links.replacement {
          output.append(contentsOf: html[written..<tag.range.lowerBound])
          write(replacement)
          written = tag.range.upperBound
          continue
        }
        if isPlaceTaken, isInsideHeading {
          output.append(contentsOf: html[written..<tag.range.lowerBound])
          write(tag, links, isSafe: false, placeIsTaken: true)
          written = tag.range.upperBound
          continue
        }
        for attribute in tag.attributes {
          guard let range = attribute.range, case .some(.some(var url)) = links.urls[attribute.name]
          else { continue }
          output.append(contentsOf: html[written..<range.lowerBound])
          if attribute.name == "srcset" {
            HTMLEscaping.append(url, to: &output)
          } else {
            url.withUTF8 { HTMLEscaping.appendAddress($0, to: &output) }
          }
          written = range.upperBound
        }
      }
    }
    output.append(contentsOf: html[written...])
    if isBlock { endPlainBlock() }
  }

  // MARK: Safe

  private mutating func writeSafeHTML(
    _ html: UnsafeBufferPointer<UInt8>, of node: SyntaxNode, isBlock: Bool
  ) {
    var hasReported = false
    for piece in HiddenColumns.leavingOut(HTMLPiece.all(in: html), of: html) {
      switch piece {
      case .unseen: break
      case .text(let range):
        let isBlank = html[range].allSatisfy { $0 <= 0x20 }
        if isBlank, output.last.map({ $0 == UInt8(ascii: "\n") }) ?? true { continue }
        HTMLEscaping.appendMarkup(html[range], to: &output)
        plain.append(contentsOf: HTMLEntities.decode(html[range]).utf8)
      case .tag(let tag):
        let isKnown =
          SafeHTML.inlineElements.contains(tag.name)
          || (isBlock && SafeHTML.blockElements.contains(tag.name))
          || (!isBlock && isKept(tag, inCell: node))
        if !isKnown, !isBlock { separateWords(at: tag, node) }
        if isKnown {
          if tag.isEnd { closeHTML(tag.name, in: node.parent) } else { open(tag, html, node) }
        } else if !tag.isEnd, !hasReported {
          reportLeftOut(tag, in: html, of: node)
          hasReported = true
        }
        if !isKnown { writeAttributeWords(of: tag, in: html, node, isBlock: isBlock) }
        if SafeHTML.separatingElements.contains(tag.name) { endPlainBlock() }
      }
    }
    if isBlock { endPlainBlock() }
    typesetter.noteObject()
  }

  private mutating func open(
    _ tag: HTMLTag, _ html: UnsafeBufferPointer<UInt8>, _ node: SyntaxNode
  ) {
    if tag.name == "br", node.kind == .htmlInline { return writeLineBreak() }
    let ended = SafeHTML.elements(endedBy: tag.name)
    while let last = openHTML.last, last.parent == node.parent, ended.contains(last.name) {
      closeLast()
    }
    let isTaken = !takePlace(of: tag)
    let links = resolvedLinks(of: tag, in: html, node)
    if links.isLeftOut { return }
    if let replacement = links.replacement { return write(replacement) }
    // One of several pictures, or of several films, that leads nowhere.
    if tag.name == "source", !links.urls.isEmpty, links.urls.values.allSatisfy({ $0 == nil }) {
      return
    }
    // A link holds no other; one without words in a heading was an anchor, which the heading is now.
    let isNested = tag.name == "a" && (isInsideLink || isInsideRawLink)
    let isEmpty =
      tag.name == "a" && isInsideHeading && node.next?.kind == .htmlInline
      && node.next?.literal.starts(with: "</".utf8) == true
    let isTooDeep = openHTML.count >= Self.deepestLevel
    let isWritten = !isNested && !isEmpty && !isTooDeep
    if isWritten {
      let leftOut = write(tag, links, isSafe: true, placeIsTaken: isTaken)
      // Whoever copies HTML from elsewhere brings the same ones many times over.
      for name in leftOut where reportedAttributes.insert(name).inserted {
        let location = location(of: tag.range, in: html, of: node)
        report(.htmlAttributeOmitted(name, of: tag.name, at: location))
      }
    }
    guard !isTooDeep, !SafeHTML.voidElements.contains(tag.name) else { return }
    // An anchor that leads nowhere ends where it stands: links may follow before its end tag.
    let isAnchor = tag.name == "a" && tag["href"] == nil
    if isAnchor, isWritten { output.append("</a>") }
    openHTML.append(
      OpenHTML(
        name: tag.name, parent: node.parent, isWritten: isWritten && !isAnchor,
        isLink: tag.name == "a" && !isAnchor, isInline: node.kind == .htmlInline))
  }
}
