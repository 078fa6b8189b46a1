import TextEncoding

extension DocumentWriter {
  mutating func enterBlock(_ node: SyntaxNode, _ kind: SyntaxKind) -> Bool {
    typesetter.reset()
    source.enterBlock(
      startLine: node.startLine, endLine: node.endLine, outOfOrder: kind == .footnoteDefinition)
    switch kind {
    case .paragraph: enterParagraph(node)
    case .item: enterItem(node)
    case .list: enterList(node)
    case .heading: return enterHeading(node)
    case .blockQuote: enterQuote(node)
    case .table, .tableRow, .tableCell: enterTablePart(node, kind)
    case .footnoteDefinition: enterFootnote()
    case .document, .unknown: break
    default:
      writeLeaf(node, kind)
      return false
    }
    return true
  }

  private mutating func exitList(_ node: SyntaxNode) {
    if definitionLists.lists.last == node {
      definitionLists.lists.removeLast()
      output.append("</dl>\n")
    } else {
      output.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    }
  }

  private mutating func exitItem(_ node: SyntaxNode) {
    if isInDefinitionList(node) { return exitDefinition() }
    output.append("</li>\n")
  }

  mutating func exitBlock(_ node: SyntaxNode, _ kind: SyntaxKind) {
    switch kind {
    case .paragraph: exitParagraph(node)
    case .item: exitItem(node)
    case .list: exitList(node)
    case .heading: exitHeading(node)
    case .blockQuote: exitQuote(node)
    case .table, .tableRow, .tableCell: exitTablePart(node, kind)
    case .footnoteDefinition: exitFootnote()
    case .document: closeFootnotes()
    default: break
    }
  }

  private mutating func writeLeaf(_ node: SyntaxNode, _ kind: SyntaxKind) {
    startLine()
    switch kind {
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    default: output.append("<hr />\n")
    }
  }

  // MARK: Paragraphs

  private mutating func enterParagraph(_ node: SyntaxNode) {
    if !isWithoutTags(node) {
      startLine()
      output.append("<p>")
    }
    let isFirst = document.firstParagraph == nil && node.parent?.kind == .document
    if isFirst, options.additions { firstParagraphStart = plain.count }
  }

  private mutating func exitParagraph(_ node: SyntaxNode) {
    if let start = firstParagraphStart {
      let text = String(decoding: plain[start...], as: UTF8.self)
      if !text.isEmpty { document.firstParagraph = typeset(text) }
      firstParagraphStart = nil
    }
    endPlainBlock()
    if isWithoutTags(node) { return }
    if node.next == nil, node.parent?.kind == .footnoteDefinition {
      output.append(" ")
      writeBackReferences()
    }
    output.append("</p>\n")
  }

  // MARK: Lists

  private mutating func enterList(_ node: SyntaxNode) {
    startLine()
    if options.dialects.contains(.definitionLists), node.startsWithTerm {
      definitionLists.lists.append(node)
      output.append("<dl>\n")
    } else if !node.isOrderedList {
      output.append("<ul>\n")
    } else if node.listStart == 1 {
      output.append("<ol>\n")
    } else {
      output.append("<ol start=\"")
      output.append(decimal: node.listStart)
      output.append("\">\n")
    }
  }

  private mutating func enterItem(_ node: SyntaxNode) {
    startLine()
    if isInDefinitionList(node) { return enterDefinition(node) }
    guard node.isTask else {
      output.append("<li>")
      return
    }
    let isDone = node.isCheckedTask
    guard options.additions else {
      output.append("<li><input type=\"checkbox\" ")
      output.append(isDone ? "checked=\"\" disabled=\"\" /> " : "disabled=\"\" /> ")
      return
    }
    output.append("<li class=\"tache\"><input type=\"checkbox\" ")
    if isDone { output.append("checked=\"\" ") }
    output.append("disabled=\"\" aria-label=\"")
    HTMLEscaping.append(isDone ? words.done : words.toDo, to: &output)
    output.append("\" /> ")
  }

  // MARK: Code and HTML

  private mutating func writeCodeBlock(_ node: SyntaxNode) {
    let info = node.fenceInfo
    let name = info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
    if options.dialects.contains(.math), name.elementsEqual("math".utf8) {
      return writeFormulaBlock(node)
    }
    if options.dialects.contains(.foreignTags) { reportForeignCode(node, language: name) }
    if options.additions, !name.isEmpty, !components.isEmpty,
      let component = components[String(decoding: name, as: UTF8.self)],
      write(component, from: node)
    {
      return
    }
    let language = options.additions ? FenceInfo.language(in: info) : name
    if language.isEmpty {
      output.append("<pre><code>")
    } else {
      output.append("<pre><code class=\"language-")
      HTMLEscaping.append(UnsafeBufferPointer(rebasing: language), to: &output)
      output.append("\">")
    }
    reportOpenFence(node)
    let code = node.literal
    let isColoured =
      options.dialects.contains(.highlighting) && !language.isEmpty
      && CodeHighlighter.append(code, in: String(decoding: language, as: UTF8.self), to: &output)
    if !isColoured { HTMLEscaping.append(code, to: &output) }
    output.append("</code></pre>\n")
    plain.append(contentsOf: code)
    endPlainBlock()
  }

  private mutating func writeHTMLBlock(_ node: SyntaxNode) {
    takeTitle(outOf: node)
    writeRawHTML(node, isBlock: true)
    startLine()
  }
}

extension SyntaxNode {
  /// Whether a paragraph is in a list whose items have no paragraphs of their own.
  var isTightParagraph: Bool {
    guard let list = parent?.parent, list.kind == .list else { return false }
    return list.isTightList
  }
}
