import Diagnostics

extension [Diagnostic] {
  /// Returns the diagnostics with one for each place of a template that asks for a name in vain: every
  /// page that is written with it has found the same.
  func tellingTemplatesOnce() -> [Diagnostic] {
    var pages: [SourceLocation: Int] = [:]
    for diagnostic in self where diagnostic.isOfTemplate {
      pages[diagnostic.location, default: 0] += 1
    }
    guard pages.contains(where: { $1 > 1 }) else { return self }
    var told: Set<SourceLocation> = []
    return compactMap { diagnostic in
      guard diagnostic.isOfTemplate, let count = pages[diagnostic.location], count > 1 else {
        return diagnostic
      }
      guard told.insert(diagnostic.location).inserted else { return nil }
      let message = diagnostic.message
      return Diagnostic(
        diagnostic.severity, id: diagnostic.id, at: diagnostic.location,
        LocalizedText(
          fr: "\(message.french) et \(count - 1) autre\(count > 2 ? "s" : "")",
          en: "\(message.english) and \(count - 1) other\(count > 2 ? "s" : "")"),
        expected: diagnostic.expected, suggestion: diagnostic.suggestion)
    }
  }
}

extension Diagnostic {
  /// Whether a template asks for a name that its pages do not have.
  fileprivate var isOfTemplate: Bool { id == "theme.unknown-name" }
}
