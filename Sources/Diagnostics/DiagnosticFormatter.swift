/// Writes diagnostics for a terminal, with the line they are about and a caret under it.
///
///     content/methodes/forum-ouvert.md:7:9: erreur: durée illisible « 3 heure » [front-matter.duration]
///       7 | duree: 3 heure
///         |        ^~~~~~~
///       attendu : « 90 min », « 1 h 30 » ou « 1 h 30 – 2 h »
public struct DiagnosticFormatter: Sendable {
  /// The longest stretch of a source line that is shown, in Unicode scalars.
  private static let maxExcerpt = 120

  /// The longest text of what was expected that is shown above a suggestion, in characters.
  private static let maxListBeside = 160

  private let language: MessageLanguage

  /// Creates a formatter that writes in a language.
  public init(language: MessageLanguage) {
    self.language = language
  }

  /// Returns diagnostics as lines of text each, with the source lines that they are about.
  ///
  /// - Parameter contents: Reads the file of a path; nil where there is none.
  public func format(
    _ diagnostics: [Diagnostic], contents: (_ path: String) -> [UInt8]?
  ) -> [String] {
    var path: String?
    var lines: LineIndex?
    return diagnostics.map { diagnostic in
      if path != diagnostic.location.path {
        path = diagnostic.location.path
        lines = contents(diagnostic.location.path).map(LineIndex.init)
      }
      return format(diagnostic, lines: lines)
    }
  }

  /// Returns a diagnostic as lines of text, the last one ended.
  ///
  /// - Parameter lines: The lines of the file that the diagnostic is about, when it can be read.
  public func format(_ diagnostic: Diagnostic, lines: LineIndex?) -> String {
    var text = heading(of: diagnostic) + "\n" + (excerpt(of: diagnostic, lines: lines) ?? "")
    if let expected = diagnostic.expected, !isOutdone(expected, by: diagnostic.suggestion) {
      let label = LocalizedText(fr: "attendu : ", en: "expected: ").text(in: language)
      text += "  \(label)\(TerminalText.shown(expected.text(in: language)))\n"
    }
    if let suggestion = diagnostic.suggestion {
      text += "  \(TerminalText.shown(suggestion.text(in: language)))\n"
    }
    return text
  }

  /// Whether a list is so long that the one answer that is meant would be lost below it.
  private func isOutdone(_ expected: LocalizedText, by suggestion: LocalizedText?) -> Bool {
    suggestion != nil && expected.text(in: language).count > Self.maxListBeside
  }

  /// Returns the source line that a diagnostic is about, and under it a caret, as two lines of text.
  ///
  /// - Parameter lines: The lines of the file that the diagnostic is about, when it can be read.
  public func excerpt(of diagnostic: Diagnostic, lines: LineIndex?) -> String? {
    guard let position = diagnostic.location.position, let lines,
      let count = lines.scalarCount(ofLine: position.line)
    else { return nil }
    let caret = min(position.column - 1, count)
    let start = caret < Self.maxExcerpt ? 0 : caret - Self.maxExcerpt / 2
    let end = min(count, start + Self.maxExcerpt)
    let shown = lines.text(ofLine: position.line, scalars: start..<end) ?? ""
    let prefix = start > 0 ? "…" : ""
    let suffix = end < count ? "…" : ""
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let indent = String(repeating: " ", count: caret - start + prefix.unicodeScalars.count)
    let length = min(diagnostic.location.length, end - caret)
    let underline = String(repeating: "~", count: max(0, length - 1))
    return """
        \(number) | \(prefix)\(TerminalText.shown(shown))\(suffix)
        \(gutter) | \(indent)^\(underline)

      """
  }

  private func heading(of diagnostic: Diagnostic) -> String {
    var heading = diagnostic.location.path
    if let position = diagnostic.location.position {
      heading += ":\(position.line):\(position.column)"
    }
    let severity =
      switch diagnostic.severity {
      case .error: LocalizedText(fr: "erreur", en: "error")
      case .warning: LocalizedText(fr: "avertissement", en: "warning")
      case .remark: LocalizedText(fr: "remarque", en: "remark")
      }
    let message = diagnostic.message.text(in: language)
    return TerminalText.shown(
      "\(heading): \(severity.text(in: language)): \(message) [\(diagnostic.id)]")
  }
}
