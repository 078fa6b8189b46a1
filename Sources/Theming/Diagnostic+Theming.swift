import Diagnostics

extension Diagnostic {
  static func tooLong(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.length", at: location,
      LocalizedText(
        fr: "fichier de plus de \(limit >> 10) ko, trop long pour un thème",
        en: "file of more than \(limit >> 10) kB, too long for a theme"),
      expected: LocalizedText(
        fr: "ce que quelqu’un écrit à la main, en plusieurs fichiers au besoin",
        en: "what somebody writes by hand, in several files where needed"))
  }

  static func unknownName(
    _ name: String, part: String, askedFor contentPath: String, among known: [String],
    at location: SourceLocation
  ) -> Diagnostic {
    let isWhole = name == part
    let french = isWhole ? "« \(name) »" : "« \(name) » (« \(part) »)"
    let english = isWhole ? "“\(name)”" : "“\(name)” (“\(part)”)"
    return Diagnostic(
      .error, id: "theme.unknown-name", at: location,
      LocalizedText(
        fr: "nom inconnu \(french), en écrivant la page de \(contentPath)",
        en: "unknown name \(english), writing the page of \(contentPath)"),
      expected: LocalizedText(names: known.sorted()),
      suggestion: NearMiss.suggestion(for: part, among: known))
  }

  /// A name that a template which stands alone asks for.
  static func unknownName(
    _ name: String, part: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let isWhole = name == part
    return Diagnostic(
      .error, id: "theme.unknown-name", at: location,
      LocalizedText(
        fr: isWhole ? "nom inconnu « \(name) »" : "nom inconnu « \(name) » (« \(part) »)",
        en: isWhole ? "unknown name “\(name)”" : "unknown name “\(name)” (“\(part)”)"),
      expected: LocalizedText(names: known.sorted()),
      suggestion: NearMiss.suggestion(for: part, among: known))
  }
}
