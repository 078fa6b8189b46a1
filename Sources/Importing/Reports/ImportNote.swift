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
    if let sheet, let near, !near.isEmpty,
      let line = sheet.lines.firstIndex(where: { $0.contains(near) })
    {
      location = SourceLocation(path: sheet.path, line: line + 1, column: 1)
    }
    return Diagnostic(severity, id: id, at: location, message, expected: expected)
  }
}
