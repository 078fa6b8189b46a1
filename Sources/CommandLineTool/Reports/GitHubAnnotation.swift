import Diagnostics
import TextEncoding

/// A finding as a workflow of GitHub shows it beside the line of a change.
///
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
struct GitHubAnnotation {
  /// The command, without a line end.
  let line: String

  init(_ diagnostic: Diagnostic, language: MessageLanguage) {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .remark: "notice"
      }
    var properties = "file=" + Self.escapeProperty(diagnostic.location.path)
    if let position = diagnostic.location.position {
      properties += ",line=\(position.line),col=\(position.column)"
    }
    properties += ",title=" + Self.escapeProperty(diagnostic.id)
    line = "::\(command) \(properties)::" + Self.escape(diagnostic.whole(in: language))
  }

  private static func escape(_ text: String) -> String { escape(text, ["%", "\r", "\n"]) }

  private static func escapeProperty(_ text: String) -> String {
    escape(text, ["%", "\r", "\n", ":", ","])
  }

  /// Writes some signs as `%XX`, scalar by scalar: a carriage return and a line feed are one `Character`.
  private static func escape(_ text: String, _ escaped: Set<Unicode.Scalar>) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      if escaped.contains(scalar) {
        written += "%" + Hexadecimal.text(of: UInt64(scalar.value), digits: 2).uppercased()
      } else {
        written += TerminalText.shown(String(scalar))
      }
    }
    return written
  }
}

extension Diagnostic {
  /// What is wrong, what was expected and what to write, a line each.
  func whole(in language: MessageLanguage) -> String {
    let label = LocalizedText(fr: "attendu : ", en: "expected: ").text(in: language)
    let lines = [
      message.text(in: language), expected.map { label + $0.text(in: language) },
      suggestion?.text(in: language),
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }
}
