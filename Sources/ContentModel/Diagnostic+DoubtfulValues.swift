import Diagnostics

/// Values that can be read, and are surely not what their writer meant: warnings.
extension Diagnostic {
  static func emptyTitle(instead title: String, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "front-matter.empty-title", at: location,
      LocalizedText(
        fr: "titre vide : la page s’appellera « \(title) », d’après le nom du fichier",
        en: "empty title: the page will be called “\(title)”, after the name of the file"),
      expected: LocalizedText(fr: "le titre de la fiche", en: "the title of the sheet"))
  }

  static func curlyQuotes(_ text: String, at location: SourceLocation) -> Diagnostic {
    let bare = text.dropFirst().dropLast()
    return doubtful(
      "front-matter.quotes", at: location,
      LocalizedText(
        fr: "les guillemets courbes font partie de la valeur : ils seront affichés",
        en: "the curly quotes are part of the value: they will be shown"),
      expected: LocalizedText(
        fr: "des guillemets droits : « \"\(bare)\" »", en: "straight quotes: “\"\(bare)\"”"))
  }

  static func valueInComment(
    _ key: String, _ comment: String, isList: Bool, at location: SourceLocation
  ) -> Diagnostic {
    let words = comment.split(separator: " ").map { $0.trimmingPrefix("#") }
    let value = isList ? "[\(words.joined(separator: ", "))]" : "\"\(comment)\""
    return doubtful(
      "front-matter.comment", at: location,
      LocalizedText(
        fr: "« \(key) » est vide : après « # », le reste de la ligne est un commentaire",
        en: "“\(key)” is empty: after “#”, the rest of the line is a comment"),
      expected: LocalizedText(fr: "« \(key): \(value) »", en: "“\(key): \(value)”"))
  }

  static func contradictoryDraft(
    _ marker: ContentType.DraftMarker, at location: SourceLocation
  ) -> Diagnostic {
    doubtful(
      "front-matter.draft", at: location,
      LocalizedText(
        fr: "« \(marker.key): \(marker.value) » dit le contraire : la fiche reste un brouillon",
        en: "“\(marker.key): \(marker.value)” says the contrary: the sheet stays a draft"),
      expected: LocalizedText(fr: "l’une des deux lignes", en: "one of the two lines"))
  }

  static func selfReference(_ reference: String, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "reference.self", at: location,
      LocalizedText(
        fr: "« \(reference) » est cette fiche elle-même", en: "“\(reference)” is this very sheet"),
      expected: LocalizedText(fr: "une autre fiche", en: "another sheet"))
  }

  private static func doubtful(
    _ id: String, at location: SourceLocation, _ message: LocalizedText, expected: LocalizedText
  ) -> Diagnostic {
    Diagnostic(.warning, id: id, at: location, message, expected: expected)
  }
}
