/// The tables of Pandoc: those that are drawn, and what stands below a table for its caption.
extension DialectReader {
  /// Reads a table that `+---+` opens.
  mutating func readGridTable(_ line: DialectLine) -> Bool {
    guard dialects.contains(.tables), line.first >= fruitlessEnd["+"] ?? 0,
      var table = GridTable(opening: line.words)
    else { return false }
    let start = next
    while true {
      let place = next
      guard let range = takeLine(),
        let first = range.first(where: { bytes[$0] != 0x20 && bytes[$0] != 0x09 }),
        bytes[first] == UInt8(ascii: "+") || bytes[first] == UInt8(ascii: "|")
      else {
        next = place
        break
      }
      guard table.read(DialectLine(bytes, range, first).words, at: place) else {
        fruitlessEnd["+"] = next
        next = start
        return false
      }
    }
    guard table.isWhole else {
      fruitlessEnd["+"] = next
      next = start
      return false
    }
    let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
    separate()
    for row in table.lines { write(spaces + Array(row.text.utf8), from: row.line) }
    // What comes right below is no row.
    separate()
    endParagraph()
    level.followsTable = true
    return true
  }

  /// Reads `: Caption {#tbl:id}` or `Table: Caption {#tbl:id}` beside a table: its words stay.
  mutating func readCaption(_ line: DialectLine) -> Bool {
    guard dialects.contains(.tables) else { return false }
    var words = line.words[...]
    guard let mark = ["Table: ", "Tableau : ", ": "].first(where: words.hasPrefix) else {
      return false
    }
    let id = words.index(of: "{#tbl")
    guard id != nil || (mark == ": " && level.followsTable) else { return false }
    words = words.dropFirst(mark.count)
    if words.last == "}", let id = id ?? words.index(of: "{#") { words = words[..<id] }
    separate()
    write(
      [UInt8](repeating: 0x20, count: min(line.indent, 60)) + Array(words.utf8), from: line.start)
    endParagraph()
    level.paragraphLines = 1
    return true
  }
}
