extension DialectReader {
  /// Reads the start of a block, if the line is one; returns whether it was written.
  mutating func readBlock(_ line: DialectLine) -> Bool {
    switch line.content.first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      readAdmonition(line) || readHint(line)
    case UInt8(ascii: ":"): readContainer(line) || readDefinition(line)
    case UInt8(ascii: "/"): readPymdownBlock(line)
    case UInt8(ascii: "="): readTab(line)
    case UInt8(ascii: "{"): readTag(line) || readAttributes(line)
    case UInt8(ascii: "$"): readFormula(line)
    case UInt8(ascii: "%"): readComment(line)
    case UInt8(ascii: "["): readContentsMark(line)
    default: readTagAtEnd(line)
    }
  }

  /// Writes a line that opens no block of another tool, and follows the blocks of CommonMark.
  mutating func readText(_ line: DialectLine, isCode: Bool) {
    defer { write(line) }
    let content = line.content
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
      let raw = [
        ("<!--", "-->"), ("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"),
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
      } else {
        noteTextLine(line)
      }
    }
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

  /// Notes a line of a paragraph, which a definition may follow when it is the first.
  private mutating func noteTextLine(_ line: DialectLine) {
    let followsDefinition = level.isDefining && level.paragraphLines == 1 && line.indent == 0
    if level.paragraphLines == 0 && level.listOffsets.isEmpty || followsDefinition {
      writeEmptyLines()
      level.term = text.bytes.count + level.prefix.count
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
