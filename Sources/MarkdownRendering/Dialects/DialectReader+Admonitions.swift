/// The admonitions of MkDocs, `!!! type "Title"`, and those of docsify, `!> text`.
extension DialectReader {
  /// Reads `!!! type "Title"`, `??? type` or `???+ type`: the lines below it that are indented by four
  /// are its text.
  mutating func readAdmonition(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), canOpen else { return false }
    var rest = line.words[...]
    let folding: AlertMark.Folding
    let mark = ["!!!", "???+", "???"].first(where: rest.hasPrefix)
    switch mark {
    case "!!!": folding = .none
    case "???+": folding = .open
    case "???": folding = .closed
    default: return false
    }
    rest = rest.dropFirst(mark?.count ?? 0)
    // « !!!note » is read as « !!! note » where a text of it follows.
    guard rest.first == " " || isIndented(lineAt: next, by: line.indent + 4) else { return false }
    rest = rest.drop { $0 == " " }
    var title: String?
    if let quote = rest.firstIndex(of: "\""), rest.last == "\"",
      quote < rest.index(before: rest.endIndex)
    {
      title = String(rest[rest.index(after: quote)...].dropLast())
      rest = rest[..<quote]
    }
    // A second word is a class, as in « !!! note inline end ».
    let words = rest.split(separator: " ")
    guard words.allSatisfy(Self.isName), !words.isEmpty || title?.isEmpty == false else {
      return false
    }
    let type = words.first ?? (folding == .none ? "note" : "details")
    open(
      .indentation(line.indent + 4), at: line,
      alert: AlertMark.line(String(type), folding: folding, title: title))
    return true
  }

  /// Reads `!> text` and `?> text`: a paragraph of docsify.
  mutating func readHint(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), line.content.dropFirst().starts(with: "> ".utf8) else {
      return false
    }
    let type = line.content.first == UInt8(ascii: "!") ? "important" : "tip"
    let spaces = [UInt8](repeating: 0x20, count: min(line.indent, 60))
    separate()
    write(spaces + Array("> [!\(type)]".utf8), from: line.start)
    write(spaces + Array(">".utf8), from: line.start)
    write(spaces + Array("> ".utf8) + line.content.dropFirst(3), from: line.start)
    endParagraph()
    level.paragraphLines = 1
    return true
  }

  /// Reads `=== "Title"`: a tab of MkDocs, shown as what unfolds.
  mutating func readTab(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), canOpen else { return false }
    let words = line.words
    guard let start = ["=== \"", "===! \"", "===+ \""].first(where: words.hasPrefix),
      words.count > start.count + 1, words.last == "\""
    else { return false }
    let title = String(words.dropFirst(start.count).dropLast())
    open(
      .indentation(line.indent + 4), at: line,
      alert: AlertMark.line(AlertType.tab, folding: .open, title: title))
    return true
  }

  /// Whether a line of the text is indented by so many columns; those that the open blocks take off count not.
  private func isIndented(lineAt start: Int, by columns: Int) -> Bool {
    guard start < bytes.count else { return false }
    let end = bytes[start...].prefix(400).firstIndex { $0 != 0x20 && $0 != 0x09 } ?? start
    guard end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D else { return false }
    return indent(ofLine: start..<end) >= columns
  }

  /// Returns the indentation that the open blocks leave of a line.
  func indent(ofLine spaces: Range<Int>) -> Int {
    var line = DialectLine(bytes, spaces, spaces.upperBound)
    for level in levels.dropFirst() {
      if case .indentation(let columns) = level.end {
        line.dropIndent(columns)
      } else {
        line.dropIndent(min(line.indent, level.indent))
      }
    }
    return line.indent
  }

  var canOpen: Bool { levels.count < Self.deepestLevel }

  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
      }
  }
}
