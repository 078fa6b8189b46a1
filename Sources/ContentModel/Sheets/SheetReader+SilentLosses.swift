import Diagnostics
import TextEncoding

/// What a sheet would lose without a word: a header that is read as text, a sign that no page may hold,
/// words that its writer left to complete.
extension SheetReader {
  /// The words that `archipel new` writes for somebody to complete.
  private static let filler = "À compléter"

  /// Reports what a file would lose.
  func reportLosses(
    in file: SheetFile, _ bytes: [UInt8], path: String, isDraft: Bool,
    reporting diagnostics: inout [Diagnostic]
  ) {
    if let (line, number) = lostHeader(in: file) {
      diagnostics.append(
        .lostHeader(
          opensWith: line, at: SourceLocation(path: path, line: number, column: 1)))
    }
    if let (count, first) = file.controls {
      let position = LineIndex(bytes).position(atByte: bytes.count - file.body.count + first)
      diagnostics.append(
        .controlCharacters(count, at: SourceLocation(path: path, position: position, length: 1)))
    }
    if !isDraft { reportFillers(in: bytes, path: path, reporting: &diagnostics) }
  }

  /// Returns the first line of a header that nothing opens as YAML wants it, when it looks like one, and
  /// the number of that line; the text is empty when no line stands where `---` should, and is `---` for a
  /// header below another one, or below a title.
  private func lostHeader(in file: SheetFile) -> (String, line: Int)? {
    var lines = OpeningLines(of: file.body)
    guard var opening = lines.nextWithText() else { return nil }
    if file.frontMatter == nil, opening.hasPrefix("# "), let below = lines.nextWithText() {
      guard below == "---" else { return nil }
      opening = below
    }
    let number = file.bodyFirstLine + lines.count - 1
    if Self.isDashes(opening) || opening.hasPrefix("---") {
      return isKnownEntry(lines.next() ?? "") ? (opening, number) : nil
    }
    guard file.frontMatter == nil, isKnownEntry(opening) else { return nil }
    while let line = lines.next(), !line.isEmpty {
      if Self.isDashes(line) { return ("", number) }
    }
    return nil
  }

  /// Whether a line is made of hyphens and dashes alone, as a word processor makes of `---`.
  private static func isDashes(_ line: String) -> Bool {
    line.unicodeScalars.count > 1
      && line.unicodeScalars.allSatisfy { "-‐‑–—−".unicodeScalars.contains($0) }
      || line == "—"
  }

  /// Whether a line gives a key that every sheet knows.
  private func isKnownEntry(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    return ContentType.page.table.definition(ofAnyCase: line[..<colon].trimmed) != nil
  }

  /// Reports the passages that are nothing but words to complete.
  ///
  /// - Complexity: O(*n*) in the length of the file.
  private func reportFillers(
    in bytes: [UInt8], path: String, reporting diagnostics: inout [Diagnostic]
  ) {
    let filler = Array(Self.filler.utf8)
    let newline = UInt8(ascii: "\n")
    var lines: LineIndex?
    var line = 0
    while let index = bytes.firstIndex(of: filler, from: line) {
      let before = bytes[line..<index].lastIndex(of: newline).map { $0 + 1 } ?? line
      let after = bytes[(index + filler.count)...].prefix { $0 != newline }
      // What the first of them on a line follows, or what follows it, is said of the others as well.
      line = after.endIndex
      guard Self.opensPassage(bytes[before..<index]),
        after.allSatisfy({ " .?!\"'\r\t".utf8.contains($0) })
      else { continue }
      let known = lines ?? LineIndex(bytes)
      lines = known
      diagnostics.append(
        .wordsToComplete(
          Self.filler,
          at: SourceLocation(
            path: path, position: known.position(atByte: index),
            length: Self.filler.unicodeScalars.count)))
    }
  }

  /// Whether nothing of a line says anything: a key, the sign of a list, a quote.
  private static func opensPassage(_ start: ArraySlice<UInt8>) -> Bool {
    var rest = start.drop { " \t->*\"'".utf8.contains($0) }
    let word = rest.prefix {
      (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0)
        || $0 > 0x7F
    }
    if rest.dropFirst(word.count).first == UInt8(ascii: ":") {
      rest = rest.dropFirst(word.count + 1)
    }
    return rest.allSatisfy { " \t\"'".utf8.contains($0) }
  }
}
