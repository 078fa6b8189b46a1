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

  static func lostHeader(opensWith line: String, at location: SourceLocation) -> Diagnostic {
    let instead = LocalizedText(
      fr: line.isEmpty ? "" : ", au lieu de « \(line) »",
      en: line.isEmpty ? "" : ", instead of “\(line)”")
    let opened = LocalizedText(
      fr: "une première ligne « --- » de trois traits d’union, et une autre après la dernière clé",
      en: "a first line “---” of three hyphens, and another after the last key")
    let single = LocalizedText(
      fr: "un seul en-tête, et rien au-dessus de lui", en: "one header, and nothing above it")
    return doubtful(
      "front-matter.unopened", at: location,
      LocalizedText(
        fr: "ceci ressemble à un en-tête, et il est publié comme du texte",
        en: "this looks like a header, and it is published as text"),
      expected: line == "---"
        ? single
        : LocalizedText(
          fr: opened.french + instead.french, en: opened.english + instead.english))
  }

  /// A key that nothing reads, and that is nearly one that names the sheet or hides it.
  static func nearlyCoreKey(
    _ key: String, meant: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "front-matter.unknown-key", at: location,
      LocalizedText(fr: "clé inconnue « \(key) »", en: "unknown key “\(key)”"),
      suggestion: LocalizedText(
        fr: "vouliez-vous dire « \(meant) » ?", en: "did you mean “\(meant)”?"))
  }

  /// A header that cannot be read, of a sheet that is published all the same.
  static func unreadHeader(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "front-matter.unread", at: location,
      LocalizedText(
        fr: "l’en-tête ne peut pas être lu : la fiche est publiée sans ses champs",
        en: "the header cannot be read: the sheet is published without its fields"),
      expected: LocalizedText(
        fr: "un en-tête sans erreur, pour que ses champs comptent",
        en: "a header without a mistake, for its fields to count"))
  }

  /// A tag that no address can be made of.
  static func unusableTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
    doubtful(
      "front-matter.tag", at: location,
      LocalizedText(
        fr: "étiquette sans lettre ni chiffre « \(tag) » : elle est laissée de côté",
        en: "tag without a letter or a digit “\(tag)”: it is left out"),
      expected: LocalizedText(fr: "un mot", en: "a word"))
  }

  /// Whether it reports words that somebody left to complete.
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
}
