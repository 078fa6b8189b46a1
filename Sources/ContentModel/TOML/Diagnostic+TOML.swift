import Diagnostics

/// What can be wrong with TOML, whatever it describes.
extension Diagnostic {
  static func brokenTOML(_ problem: TOMLProblem, at location: SourceLocation) -> Diagnostic {
    let isSyntax = problem.id == "toml.syntax"
    return Diagnostic(
      .error, id: problem.id, at: location,
      LocalizedText(
        fr: (isSyntax ? "TOML illisible : " : "") + problem.message.french,
        en: (isSyntax ? "unreadable TOML: " : "") + problem.message.english),
      expected: problem.expected)
  }
}
