/// The lines of program that MDX has among the text.
extension DialectReader {
  /// Leaves out `import X from './x'` and `export const x = …` where a paragraph would start, with the
  /// lines that close their braces; they are told.
  mutating func readModule(_ line: DialectLine) -> Bool {
    guard dialects.contains(.foreignTags), level.paragraphLines == 0, line.indent == 0,
      levels.count == 1
    else { return false }
    var open = openBraces(line.content)
    let isOpenImport = open > 0 && line.content.starts(with: "import {".utf8)
    guard isOpenImport || ForeignTag(startOfLine: line.content) == .moduleImport else {
      return false
    }
    let start = next
    var lines = 0
    let isWorthwhile = start >= fruitlessEnd["{"] ?? 0
    while open > 0, isWorthwhile, lines < Self.maxLookAhead, let range = takeLine() {
      open += openBraces(bytes[range])
      lines += 1
    }
    // Without its end, it is no program.
    if open > 0 {
      fruitlessEnd["{"] = max(next, fruitlessEnd["{"] ?? 0)
      next = start
      if isOpenImport { return false }
    }
    text.modules.append(line.start)
    write([], from: line.start)
    endParagraph()
    return true
  }

  /// Returns how many braces a line opens, less those that it closes; texts between quotes hold none.
  private func openBraces(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var quote: UInt8?
    var isEscaped = false
    for byte in line {
      if isEscaped {
        isEscaped = false
      } else if quote != nil, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if "\"'`".utf8.contains(byte) {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        count += 1
      } else if byte == UInt8(ascii: "}") {
        count -= 1
      }
    }
    return count
  }
}
