/// The admonitions of MkDocs, `!!! type "Title"`, and those of docsify, `!> text`.
extension DialectReader {
  /// Reads `!!! type "Title"`, `??? type` or `???+ type`: the lines below it that are indented by four
  /// are its text.
  mutating func readAdmonition(_ line: DialectLine) -> Bool {
    guard dialects.contains(.admonitions), canOpen else { return false }
    var rest = line.words[...]
    let folding: AlertMark.Folding
    if rest.hasPrefix("!!! ") {
      folding = .none
    } else if rest.hasPrefix("???+ ") {
      folding = .open
    } else if rest.hasPrefix("??? ") {
      folding = .closed
    } else {
      return false
    }
    rest = rest.drop { $0 != " " }.drop { $0 == " " }
    var title: String?
    if let quote = rest.firstIndex(of: "\""), rest.last == "\"",
      quote < rest.index(before: rest.endIndex)
    {
      title = String(rest[rest.index(after: quote)...].dropLast())
      rest = rest[..<quote]
    }
    // A second word is a class, as in « !!! note inline end ».
    guard let type = rest.split(separator: " ").first, Self.isName(type),
      rest.split(separator: " ").allSatisfy(Self.isName)
    else { return false }
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

  var canOpen: Bool { levels.count < Self.deepestLevel }

  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
      }
  }
}
