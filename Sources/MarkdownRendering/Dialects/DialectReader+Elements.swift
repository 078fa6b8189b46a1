import TextEncoding

/// Elements of HTML whose content is Markdown: `<div markdown="1">` of kramdown and MkDocs, the components
/// of MDX, `<Callout>`, and what stands in `<details>`.
extension DialectReader {
  /// Elements that hold words alone: their content is a paragraph of its own.
  private static let paragraphs: Set<String> = [
    "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "small", "center",
  ]
  /// Components around others, which say nothing of their own.
  private static let plainComponents: Set<String> = [
    "Tabs", "TabGroup", "CodeGroup", "Steps", "Step", "Cards", "CardGroup", "CardGrid", "Columns",
    "Accordions", "AccordionGroup", "Fragment",
  ]
  private static let tabs: Set<String> = ["Tab", "TabItem", "TabPanel"]
  private static let folded: Set<String> = ["Accordion", "Expandable", "Details", "Collapse"]
  private static let callouts: Set<String> = ["Callout", "Admonition", "Aside", "Alert", "Hint"]

  /// Whether a line may open such an element.
  static func mayOpenElement(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.first == UInt8(ascii: "<"), let second = line.dropFirst().first else { return false }
    if (0x41...0x5A).contains(second) { return true }
    return line.starts(with: "<details".utf8)
      || line.prefix(300).prefix { $0 != 0x0A }.firstRange(of: " markdown".utf8) != nil
  }

  /// Reads the line that opens an element whose content is Markdown: the lines up to its end are read, and
  /// its tags stand between empty lines.
  mutating func readElement(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), Self.mayOpenElement(line.content), canOpen else {
      return false
    }
    let start = next
    guard let tag = ElementTag(startOf: line.words) ?? takeTag(startedBy: line), tag.holdsMarkdown
    else { return false }
    if tag.isComponent {
      if readComponent(tag, line) { return true }
      next = start
      return false
    }
    let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
    var rest = tag.rest.drop { $0 == " " }
    if tag.isClosed || SafeHTML.voidElements.contains(tag.name) { return false }
    if let end = rest.index(of: tag.end) {
      // What follows on the line makes a paragraph of it, which is Markdown already.
      let after = rest[end...].drop { $0 != ">" }.dropFirst()
      if SafeHTML.inlineElements.contains(tag.name) || !after.allSatisfy({ $0 == " " }) {
        return false
      }
    }
    separate()
    let isShown = !Self.paragraphs.contains(tag.name)
    if isShown { write(spaces + Array(tag.opening.utf8), from: line.start) }
    if tag.isDetails {
      rest = writeSummary(rest, after: spaces, at: line)
    } else {
      separate()
    }
    endParagraph()
    guard let end = rest.index(of: tag.end) else {
      levels.append(element(tag, at: line, spaces))
      if !rest.isEmpty { write(Array(rest.utf8), from: line.start) }
      return true
    }
    if end != rest.startIndex { write(spaces + Array(rest[..<end].utf8), from: line.start) }
    separate()
    if isShown { write(spaces + Array(rest[end...].utf8), from: line.start) }
    separate()
    endParagraph()
    return true
  }

  /// Takes the lines of the tag of a component that does not end on its first one; nil, and no line, where
  /// it ends nowhere near.
  private mutating func takeTag(startedBy line: DialectLine) -> ElementTag? {
    let start = next
    var words = line.words
    for _ in 0..<Self.maxTagLines {
      guard let range = takeLine() else { break }
      let content = String(decoding: bytes[range], as: UTF8.self).trimmed
      if content.isEmpty || content.hasPrefix("<") { break }
      words += " " + content
      if content.contains(">"), let tag = ElementTag(startOf: words) {
        if tag.isComponent { return tag }
        break
      }
    }
    next = start
    return nil
  }

  /// The most lines of a tag after the first.
  private static let maxTagLines = 40

  /// Reads the line of a component: those for tabs and alerts become what they show.
  private mutating func readComponent(_ tag: ElementTag, _ line: DialectLine) -> Bool {
    guard tag.rest.allSatisfy({ $0 == " " }) else { return false }
    if case .element = level.end {} else if level.paragraphLines > 0 { return false }
    let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
    if tag.isClosed {
      separate()
      write(spaces + Array(tag.opening.utf8), from: line.start)
      separate()
    } else if let alert = Self.alert(of: tag) {
      open(
        .element(tag.name), at: line, alert: alert, indent: max(line.indent, indentOfNextLine))
    } else {
      separate()
      if !Self.plainComponents.contains(tag.name) || tag.value(of: "title") != nil {
        write(spaces + Array(tag.opening.utf8), from: line.start)
      }
      separate()
      endParagraph()
      levels.append(element(tag, at: line, spaces))
    }
    endParagraph()
    return true
  }

  /// Returns the first line of the alert that a component is shown as; nil for other components.
  private static func alert(of tag: ElementTag) -> [UInt8]? {
    let title = ["label", "title", "header", "summary"].lazy.compactMap { tag.value(of: $0) }.first
    if tabs.contains(tag.name) {
      guard let title = title ?? tag.value(of: "value") ?? tag.value(of: "name") else { return nil }
      return AlertMark.line(AlertType.tab, folding: .open, title: title)
    }
    if folded.contains(tag.name) {
      return AlertMark.line("details", folding: .closed, title: title)
    }
    let type = callouts.contains(tag.name) ? tag.value(of: "type") ?? "note" : tag.name
    let isKnown = AlertType.isKnown(type)
    guard isKnown || callouts.contains(tag.name) else { return nil }
    return AlertMark.line(isKnown ? type.lowercased() : "note", title: title)
  }

  /// Reads a line that closes the innermost element, and follows the elements of its name.
  mutating func readElementEnd(_ line: DialectLine) -> Bool {
    guard case .element(let name) = level.end,
      line.content.first == UInt8(ascii: "<") || line.words.hasSuffix(">")
    else { return false }
    let words = line.words
    level.openElements += Self.count(of: "<\(name)", in: words)
    level.openElements -= Self.count(of: "</\(name)", in: words)
    guard level.openElements <= 0, let end = words.index(of: "</\(name)") else { return false }
    if end != words.startIndex { write(Array(words[..<end].utf8), from: line.start) }
    if level.isQuoting {
      close(from: levels.count - 1)
      write([], from: line.start)
      return true
    }
    separate()
    let spaces = level.elementIndent
    levels.removeLast()
    if Self.paragraphs.contains(name) || Self.plainComponents.contains(name) {
      separate()
      let after = words[end...].drop { $0 != ">" }.dropFirst().drop { $0 == " " }
      if !after.isEmpty { write(spaces + Array(after.utf8), from: line.start) }
    } else {
      write(spaces + Array(words[end...].utf8), from: line.start)
      write([], from: line.start)
    }
    endParagraph()
    return true
  }

  /// Parts `</summary>` from the text of what unfolds.
  mutating func readSummary(_ line: DialectLine) -> Bool {
    guard case .element("details") = level.end, line.content.contains(UInt8(ascii: ">")),
      line.words.index(of: Self.summaryEnd) != nil
    else { return false }
    let rest = writeSummary(line.words[...], after: [], at: line)
    if !rest.isEmpty { write(Array(rest.utf8), from: line.start) }
    endParagraph()
    return true
  }

  private static let summaryEnd = "</summary>"

  /// Writes what follows `<details>` up to the end of its summary, and an empty line; returns what comes after
  /// it on the line.
  private mutating func writeSummary(
    _ words: Substring, after spaces: [UInt8], at line: DialectLine
  ) -> Substring {
    guard let close = words.index(of: Self.summaryEnd) else {
      // A summary on lines of its own is a part of the same HTML.
      if !words.isEmpty, !words.hasPrefix("<summary") { separate() }
      return words
    }
    let end = words.index(close, offsetBy: Self.summaryEnd.count)
    write(spaces + Array(words[..<end].utf8), from: line.start)
    write([], from: line.start)
    return words[end...].drop { $0 == " " }
  }

  /// Returns the level of an element: its lines lose the indentation of the first of them.
  private func element(
    _ tag: ElementTag, at line: DialectLine, _ spaces: [UInt8]
  ) -> DialectLevel {
    var element = DialectLevel(
      .element(tag.name), indent: max(line.indent, indentOfNextLine), prefix: level.prefix + spaces,
      offset: line.start)
    element.elementIndent = spaces
    return element
  }

  /// How far the next line that is not empty is indented, in columns that the open blocks leave.
  private var indentOfNextLine: Int {
    var start = next
    while start < min(bytes.count, next + 400) {
      var end = start
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      guard end < bytes.count else { return 0 }
      if bytes[end] != 0x0A, bytes[end] != 0x0D {
        return indent(ofLine: start..<end)
      }
      start = end + 1
    }
    return 0
  }

  /// Counts the tags that start with a mark, those that close themselves aside.
  private static func count(of mark: String, in words: String) -> Int {
    var (count, rest) = (0, words[...])
    while let start = rest.index(of: mark) {
      let after = rest[start...].dropFirst(mark.count)
      let isLonger = after.first.map { $0.isLetter || $0.isNumber || $0 == "." } ?? false
      let tag = after.prefix { $0 != ">" }
      if !isLonger, mark.hasPrefix("</") || tag.last != "/" { count += 1 }
      rest = after
    }
    return count
  }
}
