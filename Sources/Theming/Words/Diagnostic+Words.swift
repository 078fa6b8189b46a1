import Diagnostics

/// What can be wrong with a file of words.
extension Diagnostic {
  static func unreadableWords(_ reason: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.words", at: location,
      LocalizedText(fr: "mots illisibles : \(reason)", en: "unreadable words: \(reason)"))
  }

  static func unexpectedWord(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.words", at: location,
      LocalizedText(
        fr: "« \(key) » n’est ni un texte, ni une liste de textes, ni « one » et « other »",
        en: "“\(key)” is neither a text, nor a list of texts, nor “one” and “other”"),
      expected: LocalizedText(verbatim: "\(key): { one: …, other: … }"))
  }
}
