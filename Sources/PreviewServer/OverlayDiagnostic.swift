import Diagnostics

/// Something to mend, as the terminal and the page show it.
struct OverlayDiagnostic: Encodable, Equatable, Sendable {
  /// `error` or `warning`.
  let severity: String
  /// The file, relative to the source folder, and the line: nothing when it is about no file.
  let place: String?
  /// What is wrong.
  let message: String
  /// The line of the source, and a caret under what is wrong.
  let excerpt: String?
  /// What was expected.
  let expected: String?
  /// What to write instead.
  let suggestion: String?
  /// The same for the terminal.
  let text: String

  enum CodingKeys: CodingKey {
    case severity, place, message, excerpt, expected, suggestion
  }
}

extension OverlayDiagnostic {
  /// Creates a problem of no file.
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

  /// Makes problems of what writers have to mend: errors first, and no remark.
  ///
  /// - Parameter contents: Reads the file of a path; nothing where there is none.
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
