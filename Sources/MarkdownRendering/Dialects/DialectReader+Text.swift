extension DialectReader {
  /// Reads the start of a block, if the line is one; returns whether it was written.
  mutating func readBlock(_ line: DialectLine) -> Bool {
    // In a quotation of CommonMark, only definitions are read.
    if level.end == .quotation {
      return line.content.first == UInt8(ascii: ":") && readDefinition(line)
    }
    switch line.content.first {
    case UInt8(ascii: ">"): return readQuotation(line)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return readAdmonition(line) || readHint(line)
    case UInt8(ascii: ":"):
      return readContainer(line) || readProperty(line) || readDefinition(line) || readCaption(line)
    case UInt8(ascii: "+"): return readGridTable(line)
    case UInt8(ascii: "T"): return readCaption(line) || readTagAtEnd(line)
    case UInt8(ascii: "/"): return readPymdownBlock(line)
    case UInt8(ascii: "="): return readTab(line) || readWikiHeading(line)
    case UInt8(ascii: "{"): return readTag(line) || readModuleComment(line) || readAttributes(line)
    case UInt8(ascii: "*"): return readAbbreviation(line)
    case UInt8(ascii: "$"): return readFormula(line)
    case UInt8(ascii: "%"): return readComment(line)
    case UInt8(ascii: "["): return readContentsMark(line)
    case UInt8(ascii: "<"): return readSummary(line) || readElement(line)
    case UInt8(ascii: "("): return readPlace(line)
    case UInt8(ascii: "`"): return readDirective(line)
    case UInt8(ascii: "\\"): return readBracketedFormula(line)
    case UInt8(ascii: "#"): return readOrgBlock(line) || readNamedHeading(line)
    case UInt8(ascii: "^"): return readBlockName(line)
    case UInt8(ascii: "e"), UInt8(ascii: "i"):
      return readModule(line) || readProperty(line) || readTagAtEnd(line)
    default: return readProperty(line) || readTagAtEnd(line) || readSummary(line)
    }
  }

  /// Writes a line that opens no block of another tool, and follows the blocks of CommonMark.
  mutating func readText(_ line: DialectLine, isCode: Bool) {
    defer { isCode ? write(line) : writeWithAddresses(line) }
    let content = line.content
    level.followsTable = !isCode && content.first == UInt8(ascii: "|")
    guard let sign = content.first, !isCode else { return endTerm() }
    switch sign {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let length = content.prefix { $0 == sign }.count
      guard length > 2 else { return noteTextLine(line) }
      level.fence = DialectLevel.Fence(
        sign: sign, length: length, indent: level.listOffsets.last ?? 0)
      endParagraph()
    case UInt8(ascii: "<"):
      endParagraph()
      level.isInHTML =
        content.dropFirst().first.map { $0 == UInt8(ascii: "/") || $0 > 0x40 } ?? false
      let raw = [
        ("<!--", "-->"), ("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"),
        ("<?", "?>"), ("<![CDATA[", "]]>"),
      ]
      for (start, end) in raw where content.starts(with: start.utf8) {
        if content.firstRange(of: Array(end.utf8)) == nil { level.rawEnd = Array(end.utf8) }
      }
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): endParagraph()
    default:
      if let offset = Self.listItemOffset(content) {
        endParagraph()
        level.listOffsets.append(line.indent + offset)
        noteFence(inItem: content.dropFirst(offset))
        noteTerm(inItem: content.dropFirst(offset), of: line)
      } else {
        noteTextLine(line)
      }
    }
  }

  /// Writes a line with the addresses of its links that Jekyll makes of tags, which no link could hold, and
  /// with the asterisks that are letters of its words as such.
  private mutating func writeWithAddresses(_ line: DialectLine) {
    var content: [UInt8]?
    if dialects.contains(.foreignTags) { content = Self.withAddresses(bytes[line.rest]) }
    if hasRawTags {
      content = RawTags.without((content ?? Array(bytes[line.rest]))[...]) ?? content
    }
    if hasInlineMarks, !level.isInHTML {
      var rewriting = InlineRewriting(
        content ?? Array(bytes[line.rest]), dialects, noteCount: notes.count)
      if let read = rewriting.read() { content = read }
      for note in rewriting.notes { notes.append((note, line.start)) }
      text.places.formUnion(rewriting.places)
    }
    if dialects.contains(.attributes) { content = withPlaces(content, line) ?? content }
    if dialects.contains(.marks), !level.isInHTML {
      content =
        content.map { $0.withUnsafeBufferPointer { InclusiveAsterisks.escaped($0[...]) } ?? $0 }
        ?? InclusiveAsterisks.escaped(bytes[line.rest])
    }
    guard let content else { return write(line) }
    write([UInt8](repeating: 0x20, count: line.spaces) + content, from: line.start)
  }

  /// Returns a line with such addresses written out; nil when it has none.
  private static func withAddresses(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var written: [UInt8] = []
    var (start, index) = (line.startIndex, line.startIndex)
    // Code shows what it holds.
    var isCode = false
    while index + 3 < line.endIndex {
      if line[index] == UInt8(ascii: "`") { isCode.toggle() }
      guard !isCode, let tags = startOfTags(line[index...]) else {
        index += 1
        continue
      }
      index = tags
      let limit = min(line.endIndex, index + 600)
      guard let end = end(ofTags: line[index..<limit]),
        let plain = TemplateAddress.plain(String(decoding: line[index..<end], as: UTF8.self)[...])
      else { continue }
      // An address with a space is no address: its tags stay, and are told.
      let rest = line[end..<max(end, limit)].prefix { $0 != UInt8(ascii: ")") }
      if let space = rest.firstIndex(of: UInt8(ascii: " ")), space + 1 < rest.endIndex,
        !"\"'(".utf8.contains(rest[space + 1])
      {
        continue
      }
      written += line[start..<index]
      // What comes behind is written as it is: a slash is there once.
      let next = end < line.endIndex ? line[end] : 0
      let isDoubled = plain.hasSuffix("/") && next == UInt8(ascii: "/")
      written += Array((isDoubled ? String(plain.dropLast()) : plain).utf8)
      (start, index) = (end, end)
    }
    return start == line.startIndex ? nil : written + line[start...]
  }

  /// Returns where tags start behind `](` or `]: `, which starts a text.
  private static func startOfTags(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard text.first == UInt8(ascii: "]") else { return nil }
    for mark in ["](", "]: "] where text.starts(with: mark.utf8) {
      let rest = text.dropFirst(mark.utf8.count)
      if rest.starts(with: "{{".utf8) || rest.starts(with: "{%".utf8) { return rest.startIndex }
    }
    return nil
  }

  /// Returns where tags that follow one another end.
  private static func end(ofTags text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var (index, end): (Int, Int?) = (text.startIndex, nil)
    while index + 1 < text.endIndex, text[index] == UInt8(ascii: "{"),
      text[index + 1] == UInt8(ascii: "{") || text[index + 1] == UInt8(ascii: "%")
    {
      guard let close = text[(index + 2)...].firstIndex(of: UInt8(ascii: "}")) else { return end }
      let isDouble = close + 1 < text.endIndex && text[close + 1] == UInt8(ascii: "}")
      index = text[index + 1] == UInt8(ascii: "{") && isDouble ? close + 2 : close + 1
      end = index
    }
    return end
  }

  /// Whether a line of a paragraph looks like one of several terms: a few words with a capital, and no sentence.
  private static func isLikeTerm(_ line: DialectLine) -> Bool {
    let words = line.words
    guard words.utf8.count <= 60, line.indent == 0, let first = words.first, let last = words.last
    else { return false }
    return (first.isUppercase || "*`_".contains(first)) && !".,;:!?…".contains(last)
      && words.split(separator: " ").count <= 4
  }

  private mutating func endTerm() {
    level.term = nil
    level.paragraphLines += 1
  }

  /// Follows a fence that is the first line of a list item.
  private mutating func noteFence(inItem content: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return
    }
    let length = content.prefix { $0 == sign }.count
    guard length > 2 else { return }
    level.fence = DialectLevel.Fence(
      sign: sign, length: length, indent: level.listOffsets.last ?? 0)
  }

  /// Notes the words of a list item, which a definition may follow.
  private mutating func noteTerm(
    inItem content: Slice<UnsafeBufferPointer<UInt8>>, of line: DialectLine
  ) {
    guard let first = content.first, first > 0x40 || first == UInt8(ascii: "*") else { return }
    writeEmptyLines()
    level.term =
      text.bytes.count + level.prefix.count + line.spaces + content.startIndex
      - line.rest.lowerBound
    level.termIndent = level.listOffsets.last ?? 0
    level.otherTerms = nil
  }

  /// Notes a line of a paragraph, which a definition may follow when it is the first.
  private mutating func noteTextLine(_ line: DialectLine) {
    let followsDefinition = level.isDefining && level.paragraphLines == 1 && line.indent == 0
    // A paragraph of a list item may be a term as well.
    let isInItem =
      !emptyLines.isEmpty && level.listOffsets.last.map { line.indent >= $0 } ?? false
    if level.paragraphLines == 0 && (level.listOffsets.isEmpty || isInItem) || followsDefinition {
      writeEmptyLines()
      let indent = isInItem ? line.spaces + line.first - line.rest.lowerBound : 0
      level.term = text.bytes.count + level.prefix.count + indent
      level.otherTerms = Self.isLikeTerm(line) ? [] : nil
      level.termIndent = isInItem ? level.listOffsets.last ?? 0 : 0
    } else if level.term != nil, let others = level.otherTerms, others.count < 4,
      Self.isLikeTerm(line)
    {
      level.otherTerms = others + [text.bytes.count + level.prefix.count]
    } else {
      level.term = nil
    }
    if line.indent == 0, level.paragraphLines == 0 { level.isDefining = false }
    level.paragraphLines += 1
  }

  /// Returns how far behind its mark the content of a list item starts; nil for other lines.
  static func listItemOffset(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var length = 1
    switch content.first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let digits = content.prefix { (0x30...0x39).contains($0) }
      let mark = content.dropFirst(digits.count).first
      guard digits.count < 10, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return nil
      }
      length += digits.count
    default: return nil
    }
    let spaces = content.dropFirst(length).prefix { $0 == 0x20 }.count
    guard spaces > 0 else { return nil }
    return length + (spaces > 4 ? 1 : spaces)
  }
}
