package import Diagnostics

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

  static func valueCutShort(
    _ key: String, _ value: String, comment: String, at location: SourceLocation
  ) -> Diagnostic {
    doubtful(
      "front-matter.comment", at: location,
      LocalizedText(
        fr:
          "« \(value) » est tout ce qui est lu : après « # », le reste de la ligne est un commentaire",
        en: "“\(value)” is all that is read: after “#”, the rest of the line is a comment"),
      expected: LocalizedText(
        fr: "« \(key): \"\(value) \(comment)\" », ou une espace après « # »",
        en: "“\(key): \"\(value) \(comment)\"”, or a space after “#”"))
  }

  static func lostHeader(opensWith line: String, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "front-matter.unopened", at: location,
      LocalizedText(
        fr: "ceci ressemble à un en-tête, et il est publié comme du texte",
        en: "this looks like a header, and it is published as text"),
      expected: LocalizedText(
        fr: "une première ligne « --- » de trois traits d’union, et une autre après la dernière clé"
          + (line.isEmpty ? "" : ", au lieu de « \(line) »"),
        en: "a first line “---” of three hyphens, and another after the last key"
          + (line.isEmpty ? "" : ", instead of “\(line)”")))
  }

  static func controlCharacters(_ count: Int, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "sheet.control-characters", at: location,
      LocalizedText(
        fr: "signe de contrôle invisible, qu’aucune page ne peut contenir : il est laissé de côté"
          + (count > 1 ? " (\(count) dans ce fichier)" : ""),
        en: "invisible control character, which no page may hold: it is left out"
          + (count > 1 ? " (\(count) in this file)" : "")),
      expected: LocalizedText(
        fr: "du texte ; un copier-coller depuis un PDF laisse de tels signes",
        en: "text; what is pasted from a PDF has such characters"))
  }

  /// Whether words are told of that somebody left to complete.
  package var isOfWordsToComplete: Bool { id == "check.to-complete" }

  static func wordsToComplete(_ words: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "check.to-complete", at: location,
      LocalizedText(
        fr: "« \(words) » dans une fiche publiée", en: "“\(words)” in a sheet that is published"),
      expected: LocalizedText(
        fr: "ce que la fiche a à dire ici, ou rien",
        en: "what the sheet has to say here, or nothing"),
      suggestion: LocalizedText(
        fr: "complétez, ôtez la ligne, ou remettez la fiche en brouillon",
        en: "complete it, remove the line, or make the sheet a draft again"))
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
