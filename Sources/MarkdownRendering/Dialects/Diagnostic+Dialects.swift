import Diagnostics

/// What can be wrong with the syntax of other tools.
extension Diagnostic {
  static func openBlock(_ mark: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "markdown.open-block", at: location,
      LocalizedText(
        fr: "ce bloc n’est pas refermé : tout ce qui suit en fait partie",
        en: "this block is not closed: all that follows is a part of it"),
      expected: LocalizedText(
        fr: "« \(mark) », seul sur une ligne, à la fin du bloc",
        en: "“\(mark)”, on a line of its own, at the end of the block"))
  }
}
