package import Diagnostics

/// What can be wrong with a sheet to create.
extension Diagnostic {
  package static func noSuchType(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "new.type", at: SourceLocation(path: "content/_types"),
      LocalizedText(fr: "type inconnu « \(name) »", en: "unknown type “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func titleWithoutLetters(_ title: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.title", at: SourceLocation(path: "content"),
      LocalizedText(
        fr: "le titre « \(title) » ne donne pas de nom de fichier",
        en: "the title “\(title)” gives no file name"),
      expected: LocalizedText(fr: "au moins une lettre", en: "at least one letter"))
  }

  static func nothingToTranslate(_ path: String, suggestion: String?) -> Diagnostic {
    Diagnostic(
      .error, id: "new.original", at: SourceLocation(path: path),
      LocalizedText(
        fr: "aucune fiche à traduire ici", en: "there is no sheet to translate here"),
      expected: LocalizedText(
        fr: "le nom du fichier de l’original, sans « .md », ou un titre qui le donne",
        en: "the name of the original’s file, without “.md”, or a title that gives it"),
      suggestion: suggestion.map { name in
        LocalizedText(fr: "vouliez-vous dire « \(name) » ?", en: "did you mean “\(name)”?")
      })
  }

  static func unknownLanguageToTranslateInto(_ tag: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.language", at: SourceLocation(path: "content"),
      LocalizedText(
        fr: "« \(tag) » n’est pas un code de langue", en: "“\(tag)” is no code of a language"),
      expected: LocalizedText(
        fr: "deux ou trois lettres, comme « br », « en » ou « es »",
        en: "two or three letters, as “br”, “en” or “es”"))
  }

  static func titleOfAFolder(_ title: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.title", at: SourceLocation(path: "content"),
      LocalizedText(
        fr: "« index » est le nom de la page du dossier, et non d’une fiche (« \(title) »)",
        en: "“index” is the name of the folder’s page, not of a sheet (“\(title)”)"),
      suggestion: LocalizedText(fr: "choisissez un autre titre", en: "choose another title"))
  }

  static func languageOfTheSite(_ tag: String) -> Diagnostic {
    Diagnostic(
      .error, id: "new.language", at: SourceLocation(path: "content"),
      LocalizedText(
        fr: "« \(tag) » est la langue du site : la fiche y est déjà",
        en: "“\(tag)” is the language of the site: the sheet is in it already"),
      expected: LocalizedText(
        fr: "une autre langue, comme « br » ou « en »", en: "another language, as “br” or “en”"))
  }

  static func sheetExists(_ path: String, isTranslation: Bool) -> Diagnostic {
    Diagnostic(
      .error, id: "new.exists", at: SourceLocation(path: path),
      LocalizedText(
        fr: "cette fiche existe déjà ; elle n’a pas été touchée",
        en: "this sheet is there already; it has not been touched"),
      suggestion: isTranslation
        ? LocalizedText(fr: "complétez cette traduction", en: "fill in this translation")
        : LocalizedText(
          fr: "choisissez un autre titre, ou complétez cette fiche",
          en: "choose another title, or fill in this sheet"))
  }
}
