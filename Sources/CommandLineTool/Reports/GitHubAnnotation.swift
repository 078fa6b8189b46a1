import Diagnostics

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

  private static func escape(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escapeProperty(_ text: String) -> String {
    escape(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
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
