import TextEncoding

/// Goes through the lines of a text in search of its title.
struct TitleScanner {
  private let text: ArraySlice<UInt8>
  private var position: Int
  /// The number of the next line, from 0.
  private var number = 0
  /// A heading of level 1 that comes after something else.
  private var later: TitleHeading?
  private var isAmbiguous = false
  /// Whether readers see something before the next line.
  private var hasText = false
  /// Whether a paragraph comes before the next line: a heading below it is one of the text.
  private var hasProse = false
  /// Whether the first heading is looked for, whatever its level and what comes before it.
  private let isOfAnyLevel: Bool
  /// The paragraph that is open: what it says, and where it starts.
  private var paragraph: (words: [UInt8], line: Int, hasText: Bool)?
  /// Whether the next line may belong to a list, a quotation or a definition.
  private var isInsideBlock = false
  /// For each container that is open, `:::`, whether its headings are of the text.
  private var containers: [Bool] = []

  init(_ text: ArraySlice<UInt8>, ofAnyLevel isOfAnyLevel: Bool = false) {
    self.text = text
    self.isOfAnyLevel = isOfAnyLevel
    position = text.startIndex
  }

  /// Returns the title.
  mutating func title() -> TitleHeading? {
    while position < text.endIndex, !isAmbiguous {
      let start = number
      let line = takeLine()
      if let first = heading(in: line, at: start) { return first }
    }
    closeParagraph()
    return isAmbiguous ? nil : later
  }

  // MARK: Lines

  private mutating func takeLine() -> ArraySlice<UInt8> {
    let rest = text[position...]
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    position = min(end + 1, text.endIndex)
    number += 1
    return rest[..<end].trimmedEnd
  }

  /// Takes the lines up to one that a text ends, or that holds it; the first line is looked at too.
  private mutating func skip(_ first: ArraySlice<UInt8>, to end: String) {
    var line = first
    while line.firstRange(of: end.utf8) == nil, position < text.endIndex { line = takeLine() }
  }

  /// Returns the title when a line completes it.
  private mutating func heading(in line: ArraySlice<UInt8>, at number: Int) -> TitleHeading? {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 }
    // A tab is worth four spaces.
    let isTabbed = line[..<content.startIndex].contains(0x09)
    let indent = isTabbed ? 4 : content.startIndex - line.startIndex
    if content.isEmpty {
      closeParagraph()
      isInsideBlock = false
      return nil
    }
    if let title = markedHeading(content, indent: indent, at: number) { return title.found }
    if skipsCode(content) || indent > 3 && paragraph == nil {
      closeParagraph()
      hasText = true
      return nil
    }
    if content.starts(with: ":::".utf8) {
      readContainer(content)
      return nil
    }
    if paragraph == nil, skipsMark(content, line) { return nil }
    if content.first == UInt8(ascii: "<"), let title = html(content, at: number) {
      return title.found
    }
    readText(content, at: number)
    return nil
  }

  /// A line that is read, and the title when it is there.
  private struct Outcome {
    var found: TitleHeading?
  }

  private mutating func markedHeading(
    _ content: ArraySlice<UInt8>, indent: Int, at number: Int
  ) -> Outcome? {
    guard indent < 4 else { return nil }
    let signs = content.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(signs),
      content.count == signs || content[content.startIndex + signs] <= 0x20
    {
      closeParagraph()
      if signs > 1, isOfAnyLevel {
        return Outcome(found: offer(TitleHeading(content.dropFirst(signs), at: number)))
      }
      guard signs == 1 else {
        hasText = true
        return Outcome()
      }
      return Outcome(found: offer(TitleHeading(content.dropFirst(), at: number)))
    }
    guard let open = paragraph else { return nil }
    if content.allSatisfy({ $0 == UInt8(ascii: "=") }) {
      paragraph = nil
      return Outcome(found: offer(TitleHeading(open.words, at: open.line)))
    }
    if content.allSatisfy({ $0 == UInt8(ascii: "-") }) {
      paragraph = nil
      if isOfAnyLevel { return Outcome(found: offer(TitleHeading(open.words, at: open.line))) }
      hasText = true
      return Outcome()
    }
    return nil
  }

  /// Returns a heading when it is the title; keeps it in mind when it may be.
  private mutating func offer(_ heading: TitleHeading?) -> TitleHeading? {
    guard let heading, !containers.contains(false) else { return nil }
    if isOfAnyLevel || !hasText && later == nil { return heading }
    if hasProse, later == nil {
      // What stands below prose is a part of it; the search ends here.
      isAmbiguous = true
      return nil
    }
    isAmbiguous = later != nil
    later = heading
    return nil
  }

  private mutating func closeParagraph() {
    if paragraph?.hasText == true {
      hasText = true
      hasProse = hasProse || containers.isEmpty && !isAdmonition(paragraph?.words ?? [])
    }
    paragraph = nil
  }

  /// Whether a paragraph is a note of MkDocs, which may come before the title.
  private func isAdmonition(_ words: [UInt8]) -> Bool {
    ["!!!", "???"].contains { words.starts(with: $0.utf8) }
  }

  private mutating func readText(_ content: ArraySlice<UInt8>, at number: Int) {
    if paragraph == nil, isInsideBlock || Self.startsBlock(content) {
      isInsideBlock = true
      hasText = true
      return
    }
    let says = !Self.isOfImages(content)
    if paragraph == nil { paragraph = ([], number, false) }
    if paragraph?.words.isEmpty == false { paragraph?.words.append(0x20) }
    paragraph?.words += content
    if says { paragraph?.hasText = true }
  }

  /// Whether a line starts a list, a quotation or a table.
  private static func startsBlock(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    if ">|".utf8.contains(first) { return true }
    let rest = content.drop { (0x30...0x39).contains($0) }
    let mark = rest.first ?? 0
    let isBullet = rest.count == content.count && "-*+".utf8.contains(mark)
    let isNumber = rest.count < content.count && ".)".utf8.contains(mark)
    return (isBullet || isNumber) && rest.dropFirst().first.map { $0 <= 0x20 } ?? true
  }

  // MARK: Code and HTML

  private mutating func skipsCode(_ content: ArraySlice<UInt8>) -> Bool {
    guard let sign = content.first, "`~".utf8.contains(sign) else { return false }
    let length = content.prefix { $0 == sign }.count
    guard length >= 3, sign != UInt8(ascii: "`") || !content.dropFirst(length).contains(sign) else {
      return false
    }
    while position < text.endIndex {
      let line = takeLine().drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      if line.count >= length, line.allSatisfy({ $0 == sign }) { break }
    }
    return true
  }

  /// Reads a line that starts with a tag or a comment; nil when it is of a paragraph.
  private mutating func html(_ content: ArraySlice<UInt8>, at number: Int) -> Outcome? {
    let lower = content.prefix(80).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lower.starts(with: "<!--".utf8) {
      closeParagraph()
      skip(content.dropFirst(4), to: "-->")
      return Outcome()
    }
    for name in ["script", "style", "pre", "textarea"] where Self.starts(lower, tag: name) {
      closeParagraph()
      hasText = hasText || name == "pre" || name == "textarea"
      skip(content, to: "</\(name)")
      return Outcome()
    }
    guard HTMLLines.startsBlock(lower) || paragraph == nil && HTMLLines.isOneTag(content) else {
      return nil
    }
    closeParagraph()
    let start = content.startIndex
    while position < text.endIndex {
      let rest = text[position...].prefix { $0 != UInt8(ascii: "\n") }
      if rest.allSatisfy({ $0 <= 0x20 }) { break }
      _ = takeLine()
    }
    let block = text[start..<position]
    guard let title = HTMLLines.title(in: block) else {
      hasText = hasText || HTMLLines.holdsWords(block)
      return Outcome()
    }
    if HTMLLines.holdsWords(block[..<title.range.lowerBound]) { hasText = true }
    let line = number + block[..<title.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    return Outcome(found: offer(TitleHeading(title.words, at: line)))
  }

  private static func starts(_ lower: [UInt8], tag name: String) -> Bool {
    lower.dropFirst().starts(with: name.utf8)
      && lower.dropFirst(name.utf8.count + 1).first.map { $0 <= 0x20 || $0 == 0x3E } ?? true
  }

  // MARK: Marks that no reader sees

  /// Whether a line, where a paragraph could start, is one that pages do not show; goes past what belongs
  /// to it.
  private mutating func skipsMark(
    _ content: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>
  ) -> Bool {
    let written = String(decoding: content.prefix(200), as: UTF8.self)
    if written.hasPrefix("%%") {
      skip(content.dropFirst(2), to: "%%")
      return true
    }
    if UnseenLine.isDefinition(written) {
      // What is indented below goes on with it.
      while position < text.endIndex, [0x20, 0x09].contains(text[position]) { _ = takeLine() }
      return true
    }
    if line.startIndex == content.startIndex, UnseenLine.isModule(written) {
      var last = content
      while !UnseenLine.endsModule(last), position < text.endIndex,
        ![0x0A, 0x0D].contains(text[position])
      {
        last = takeLine()
      }
      return true
    }
    return UnseenLine.isUnseen(written)
  }

  private mutating func readContainer(_ line: ArraySlice<UInt8>) {
    closeParagraph()
    let name = String(decoding: line.drop { $0 == UInt8(ascii: ":") }, as: UTF8.self)
      .trimmed.lowercased()
    if name.isEmpty {
      _ = containers.popLast()
    } else {
      let isUnseen = ["v-pre", "raw"].contains(name) || name.hasPrefix("{")
      containers.append(isUnseen)
      hasText = hasText || !isUnseen
    }
  }

  /// Whether a line holds images, links and tags alone: badges, a logo, the addresses of other languages.
  private static func isOfImages(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, "![<".utf8.contains(first) else { return false }
    return HTMLLines.isOfLinks(content)
  }
}
