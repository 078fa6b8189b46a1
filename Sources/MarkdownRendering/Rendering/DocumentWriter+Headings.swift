import Diagnostics
import TextEncoding

extension DocumentWriter {
  /// How many headings a document lists, for its contents and the search; those after them are headings
  /// without a place for links.
  static let maxHeadings = 5_000

  /// Keeps the ids that headings may not be given: those of the page, of notes, and those that
  /// authors wrote further down.
  mutating func reserveIDs(of root: SyntaxNode, and pageIDs: Set<String>) {
    for id in pageIDs { headingIDs.reserve(id) }
    var note = root.lastChild
    var noteCount = 0
    while let definition = note, definition.kind == .footnoteDefinition {
      noteCount += 1
      note = definition.previous
    }
    for number in stride(from: 1, through: noteCount, by: 1) {
      headingIDs.reserve("fn-\(number)")
      headingIDs.reserve("fnref-\(number)")
    }
    var child = root.firstChild
    while let node = child {
      if node.kind == .heading, let id = node.explicitID?.id ?? node.placeOfHTML {
        headingIDs.reserveExplicit(id)
      }
      child = node.next
    }
  }

  mutating func enterHeading(_ node: SyntaxNode) -> Bool {
    isInsideHeading = true
    let written = node.headingLevel
    guard options.additions else {
      openHeading(level: written, id: nil)
      return true
    }
    let location = source.location(line: node.startLine, column: node.startColumn)
    let explicit = node.takeExplicitID() ?? node.placeOfHTML
    let text = typeset(WikiLink.words(of: node.wordsOnly))
    let isTitle =
      written == 1
      ? isTitle(node, text, at: location)
      : options.dropsLeadingTitle && title?.stands(at: location) == true
    if componentLevel == 0, isTitle {
      document.leadingTitle = text
      // What is below a title of a lower level is a level below the title.
      levelsAboveTitle = written - 1
      if let explicit { openText(ofTitle: explicit) }
      isInsideHeading = false
      return false
    }
    let level = checkedLevel(of: written, at: location)
    unlistedLevel = document.headings.count < Self.maxHeadings ? nil : level
    if unlistedLevel != nil {
      if !reportedHeadings { report(.tooManyHeadings(limit: Self.maxHeadings, at: location)) }
      reportedHeadings = true
      openHeading(level: level, id: nil)
      return true
    }
    let id = takeID(explicit, title: text, at: location)
    closePassage()
    document.headings.append(
      DocumentHeading(level: level, id: id, text: text, location: location))
    openHeading(level: level, id: id)
    return true
  }

  /// Whether a heading of level 1 is the title of the page.
  private mutating func isTitle(
    _ node: SyntaxNode, _ text: String, at location: SourceLocation
  ) -> Bool {
    guard options.dropsLeadingTitle else { return false }
    return title?.isSaid(by: text, at: location) ?? node.isFirst
  }

  /// Writes the place that links to the title of the page lead to: the title is written by the theme.
  private mutating func openText(ofTitle id: String) {
    let length = output.count
    openText(at: id)
    if output.count > length { output.append("\n") }
  }

  /// Writes a place that links lead to, unless something has its name.
  mutating func openText(at id: String) {
    guard headingIDs.take(explicit: id) else { return }
    document.anchors.append(id)
    output.append("<span id=\"")
    HTMLEscaping.append(id, to: &output)
    output.append("\"></span>")
  }

  mutating func exitHeading(_ node: SyntaxNode) {
    isInsideHeading = false
    let heading = options.additions && unlistedLevel == nil ? document.headings.last : nil
    if let heading {
      output.append(" <a class=\"ancre\" href=\"#")
      HTMLEscaping.append(heading.id, to: &output)
      output.append("\" aria-label=\"")
      HTMLEscaping.append("\(words.linkToSection) \(heading.text)", to: &output)
      output.append("\">#</a>")
    }
    output.append("</h")
    output.append(decimal: heading?.level ?? unlistedLevel ?? node.headingLevel)
    output.append(">\n")
    endPlainBlock()
    if unlistedLevel == nil { passageStart = plain.count }
  }

  private mutating func openHeading(level: Int, id: String?) {
    startLine()
    output.append("<h")
    output.append(decimal: level)
    if let id {
      output.append(" id=\"")
      HTMLEscaping.append(id, to: &output)
      output.append("\"")
    }
    output.append(">")
  }

  private mutating func takeID(
    _ explicit: String?, title: String, at location: SourceLocation
  ) -> String {
    guard let explicit else { return headingIDs.makeID(from: title) }
    if headingIDs.take(explicit: explicit) { return explicit }
    report(.headingIDTaken(explicit, at: location))
    return headingIDs.unique(explicit)
  }

  /// Returns the level a heading is written at, and reports one that breaks the outline.
  private mutating func checkedLevel(of written: Int, at location: SourceLocation) -> Int {
    var level = min(6, max(1, written + options.headingShift))
    if levelsAboveTitle > 0 { level = max(2, level - levelsAboveTitle) }
    if level == 1, options.dropsLeadingTitle {
      report(.secondTitle(at: location))
      level = 2
    } else if level > headingIDs.lastLevel + 1 {
      report(.headingSkipped(level: level, after: headingIDs.lastLevel, at: location))
    }
    headingIDs.lastLevel = level
    return level
  }

  /// Keeps the plain text of the section that ends here.
  mutating func closePassage() {
    let heading = document.headings.last
    let text = Array(plain[passageStart...])
    if heading != nil || !text.isEmpty {
      document.searchText.append(
        SearchPassage(headingID: heading?.id, headingText: heading?.text ?? "", text: text))
    }
    passageStart = plain.count
  }
}

extension SyntaxNode {
  /// Whether no node comes before this one in the document.
  fileprivate var isFirst: Bool { previous == nil && parent?.kind == .document }

  /// The id written at the end of a heading.
  fileprivate var explicitID: ExplicitID? {
    guard let last = lastChild, last.kind == .text else { return nil }
    return ExplicitID(endOf: last.literal)
  }

  /// Takes the id off the end of a heading.
  fileprivate func takeExplicitID() -> String? {
    guard let explicit = explicitID, let last = lastChild else { return nil }
    // Attributes without an id give looks, which are the theme's.
    let title = last.literal.prefix(explicit.titleLength)
    last.replaceLiteral(with: String(decoding: title, as: UTF8.self))
    return explicit.id
  }

  /// The place that raw HTML makes in a heading: the id of an element, or the name of an anchor.
  fileprivate var placeOfHTML: String? {
    var child = firstChild
    while let node = child {
      if node.kind == .htmlInline, let place = HTMLTag(node.literal, at: 0)?.place { return place }
      child = node.next
    }
    return nil
  }
}
