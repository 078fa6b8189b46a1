import Diagnostics
import TextEncoding

/// A diagnostic, as the overlay of a page and the terminal show it.
struct OverlayDiagnostic: Equatable, Sendable {
  /// `error` or `warning`.
  let severity: String
  /// The file, relative to the source folder, the line and the column; nil when it concerns no file.
  let place: String?
  /// What is wrong.
  let message: String
  /// The line of the source, and a caret under what is wrong.
  let excerpt: String?
  /// What was expected.
  let expected: String?
  /// What to write instead.
  let suggestion: String?
  /// All of that, as the terminal shows it.
  let text: String

  /// Writes what the overlay shows as an object of JSON, what it lacks left out.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    if let excerpt { json.write("excerpt", excerpt) }
    if let expected { json.write("expected", expected) }
    json.write("message", message)
    if let place { json.write("place", place) }
    json.write("severity", severity)
    if let suggestion { json.write("suggestion", suggestion) }
    json.endObject()
  }
}

extension OverlayDiagnostic {
  /// Creates an error that concerns no file.
  init(_ message: String) {
    self.init(
      severity: Severity.error.rawValue, place: nil, message: message, excerpt: nil, expected: nil,
      suggestion: nil, text: message + "\n")
  }

  private init(_ diagnostic: Diagnostic, lines: LineIndex?, language: MessageLanguage) {
    let formatter = DiagnosticFormatter(language: language)
    self.init(
      severity: diagnostic.severity.rawValue,
      place: Self.place(diagnostic.location).text(in: language),
      message: diagnostic.message.text(in: language),
      excerpt: formatter.excerpt(of: diagnostic, lines: lines),
      expected: diagnostic.expected?.text(in: language),
      suggestion: diagnostic.suggestion?.text(in: language),
      text: formatter.format(diagnostic, lines: lines))
  }

  /// Returns errors, then warnings; remarks are left out.
  ///
  /// - Parameter contents: Reads the source file at a path; returns nil when there is no such file.
  static func all(
    in diagnostics: [Diagnostic], language: MessageLanguage, contents: (String) -> [UInt8]?
  ) -> [OverlayDiagnostic] {
    var path: String?
    var lines: LineIndex?
    let problems = diagnostics.filter { $0.severity != .remark }.map { diagnostic in
      if path != diagnostic.location.path {
        path = diagnostic.location.path
        lines = contents(diagnostic.location.path).map(LineIndex.init)
      }
      return OverlayDiagnostic(diagnostic, lines: lines, language: language)
    }
    let error = Severity.error.rawValue
    return problems.filter { $0.severity == error } + problems.filter { $0.severity != error }
  }

  private static func place(_ location: SourceLocation) -> LocalizedText {
    guard let position = location.position else {
      return LocalizedText(fr: location.path, en: location.path)
    }
    return LocalizedText(
      fr: "\(location.path), ligne \(position.line), colonne \(position.column)",
      en: "\(location.path), line \(position.line), column \(position.column)")
  }
}
