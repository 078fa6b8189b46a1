import Diagnostics

/// Something of a source that was not understood, or that was changed on its way into a sheet.
struct ImportNote: Sendable, Hashable {
  let severity: Severity
  let id: String
  let message: LocalizedText
  let expected: LocalizedText?
  /// A text that stands in the sheet at the place that is meant.
  let near: String?

  init(
    _ severity: Severity = .warning, id: String, near: String? = nil, _ message: LocalizedText,
    expected: LocalizedText? = nil
  ) {
    self.severity = severity
    self.id = "import." + id
    self.near = near
    self.message = message
    self.expected = expected
  }

  /// Returns the note at its place: a line of the written sheet where it can be told, or else the
  /// source.
  ///
  /// - Parameters:
  ///   - sheet: The path and the text of the sheet that was written.
  ///   - source: The file that was imported, as its writer names it.
  func diagnostic(in sheet: (path: String, lines: [Substring])?, from source: String) -> Diagnostic
  {
    var location = SourceLocation(path: source)
    if let sheet, let near, !near.isEmpty, let line = Self.line(of: near, in: sheet.lines) {
      location = SourceLocation(path: sheet.path, line: line + 1, column: 1)
    }
    return Diagnostic(severity, id: id, at: location, message, expected: expected)
  }

  /// Returns the place of the line that holds a text: in the body, or else in the front matter, whose values
  /// often hold the words of the body; a key is looked for from the start.
  private static func line(of near: String, in lines: [Substring]) -> Int? {
    let end = lines.first == "---" ? lines.dropFirst().firstIndex(of: "---") : nil
    let body = near.hasSuffix(":") ? 0 : end.map { $0 + 1 } ?? 0
    return lines[body...].firstIndex { $0.contains(near) }
      ?? lines[..<body].firstIndex { $0.contains(near) }
  }
}
