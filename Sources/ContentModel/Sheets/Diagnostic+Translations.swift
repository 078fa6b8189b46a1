import Calendars
public import Diagnostics

/// What can be wrong with a sheet that translates another.
extension Diagnostic {
  static func translationWithoutOriginal(
    original: String, language: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "translation.original", at: location,
      LocalizedText(
        fr: "cette page n’existe qu’en « \(language) » : « \(original) », qu’elle traduirait, "
          + "n’existe pas",
        en: "this page is in “\(language)” alone: “\(original)”, which it would translate, "
          + "does not exist"),
      expected: LocalizedText(
        fr: "un original dans la langue du site", en: "an original in the language of the site"),
      suggestion: suggestion.map { name in
        LocalizedText(
          fr: "vouliez-vous traduire « \(name).md » ?",
          en: "did you mean to translate “\(name).md”?")
      })
  }

  /// A folder of a language that the configuration does not list.
  public static func languageFolder(
    _ folder: String, languages: [String], at location: SourceLocation
  ) -> Diagnostic {
    let list = languages.joined(separator: ", ")
    return Diagnostic(
      .warning, id: "translation.folder", at: location,
      LocalizedText(
        fr: "« \(folder)/ » est le nom d’une langue, et ses fiches sont lues dans celle du site",
        en: "“\(folder)/” is the name of a language, and its sheets are read in that of the site"),
      suggestion: LocalizedText(
        fr: "si ce sont des traductions, écrivez « languages: [\(list)] » dans archipel.yaml",
        en: "if they are translations, write “languages: [\(list)]” in archipel.yaml"))
  }

  /// Folders that are read as languages, although nobody has said so.
  public static func readAsLanguages(
    _ folders: [String], siteLanguage: String, at location: SourceLocation
  ) -> Diagnostic {
    let list = folders.joined(separator: ", ")
    return Diagnostic(
      .remark, id: "translation.folders-found", at: location,
      LocalizedText(
        fr:
          "dossiers lus comme des langues : \(list) ; les autres fiches sont en « \(siteLanguage) »",
        en: "folders read as languages: \(list); the other sheets are in “\(siteLanguage)”"),
      suggestion: LocalizedText(
        fr:
          "pour en décider : « lang: \(siteLanguage) » et « languages: [\(list)] » dans archipel.yaml",
        en: "to decide it: “lang: \(siteLanguage)” and “languages: [\(list)]” in archipel.yaml"))
  }

  static func translationOfTranslation(
    original: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.of-translation", at: location,
      LocalizedText(
        fr: "le nom porte deux langues : on ne traduit pas une traduction",
        en: "the name bears two languages: a translation is not translated"),
      expected: LocalizedText(
        fr: "une seule langue après le nom de « \(original) »",
        en: "a single language after the name of “\(original)”"))
  }

  static func translationGivenTwice(
    _ language: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.twice", at: location,
      LocalizedText(
        fr: "la fiche existe déjà dans la langue « \(language) » : \(other)",
        en: "the sheet is there already in the language “\(language)”: \(other)"),
      expected: LocalizedText(fr: "un fichier par langue", en: "one file a language"))
  }

  static func unknownTranslationLanguage(
    _ ending: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "translation.unknown-language", at: location,
      LocalizedText(
        fr: "« \(ending) » n’est pas un code de langue : la fiche n’est pas une traduction",
        en: "“\(ending)” is no code of a language: the sheet is no translation"),
      expected: LocalizedText(verbatim: "« br », « en », « fr »"),
      suggestion: LanguageTag.isKnown(ending.lowercased())
        ? LocalizedText(
          fr: "écrivez « \(ending.lowercased()) », en minuscules, dans le nom du fichier",
          en: "write “\(ending.lowercased())”, in lower case, in the name of the file") : nil)
  }

  static func wrongTranslationType(
    _ type: String, original: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.type", at: location,
      LocalizedText(
        fr: "la traduction est de type « \(type) », l’original de type « \(original) »",
        en: "the translation is of type “\(type)”, the original of type “\(original)”"),
      suggestion: LocalizedText(
        fr: "retirez « type: » : il vient de l’original",
        en: "remove “type:”: it comes from the original"))
  }

  static func wrongTranslationLanguage(
    _ language: String, name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.language", at: location,
      LocalizedText(
        fr: "la langue est « \(language) », mais le nom du fichier dit « \(name) »",
        en: "the language is “\(language)”, but the name of the file says “\(name)”"),
      suggestion: LocalizedText(
        fr: "retirez « langue: », ou renommez le fichier", en: "remove “lang:”, or rename the file")
    )
  }

  static func translationWithoutTitle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.title", at: location,
      LocalizedText(fr: "traduction sans titre", en: "translation without a title"),
      expected: LocalizedText(
        fr: "« titre: », même s’il reste celui de l’original",
        en: "“title:”, even if it stays that of the original"))
  }

  static func wrongTranslationCount(
    _ key: String, count: Int, original: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "translation.count", at: location,
      LocalizedText(
        fr: "« \(key) » a \(count) élément\(count > 1 ? "s" : "") dans la traduction, "
          + "\(original) dans l’original",
        en: "“\(key)” has \(count) element\(count == 1 ? "" : "s") in the translation, "
          + "\(original) in the original"),
      expected: LocalizedText(
        fr: "les mêmes éléments, dans le même ordre : leurs nombres viennent de l’original",
        en: "the same elements, in the same order: their numbers come from the original"))
  }

  static func keptByOriginal(_ key: String, at location: SourceLocation) -> Diagnostic {
    let spellings = CoreKey.spellings(of: key)
    let french = spellings.joined(separator: " » ou « ")
    let english = spellings.joined(separator: "” or “")
    return Diagnostic(
      .warning, id: "translation.kept", at: location,
      LocalizedText(
        fr: "« \(french) » vient de l’original : la valeur de la traduction n’est pas lue",
        en: "“\(english)” comes from the original: the value of the translation is not read"),
      suggestion: LocalizedText(
        fr: "retirez cette clé de la traduction", en: "remove this key from the translation"))
  }

  static func outdatedTranslation(
    _ translation: CalendarDate, original: CalendarDate, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .remark, id: "translation.outdated", at: location,
      LocalizedText(
        fr: "traduction du \(translation), original mis à jour le \(original)",
        en: "translation of \(translation), original updated on \(original)"),
      suggestion: LocalizedText(
        fr: "relisez la traduction, puis changez « mis_a_jour: »",
        en: "review the translation, then change “updated:”"))
  }
}
