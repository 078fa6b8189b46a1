import Diagnostics

/// What can be wrong with a sheet as a whole.
extension Diagnostic {
  static func sheetTooLarge(_ size: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "sheet.size", at: location,
      LocalizedText(
        fr: "fiche de \(size >> 20) Mo", en: "sheet of \(size >> 20) MB"),
      expected: LocalizedText(
        fr: "au plus \(SheetFile.largestSize >> 20) Mo de texte",
        en: "at most \(SheetFile.largestSize >> 20) MB of text"))
  }

  static func invalidUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "sheet.encoding", at: location,
      LocalizedText(
        fr: "le fichier n’est pas en UTF-8", en: "the file is not in UTF-8"),
      suggestion: LocalizedText(
        fr: "dans l’éditeur de texte, enregistrez-le avec l’encodage UTF-8",
        en: "in the text editor, save it with the UTF-8 encoding"))
  }

  static func unclosedFrontMatter(
    _ form: FrontMatterScanner.Form, at location: SourceLocation
  ) -> Diagnostic {
    let (opening, closing) =
      switch form {
      case .yaml: ("---", "---")
      case .toml: ("+++", "+++")
      case .json: ("{", "}")
      case .members: (";;;", ";;;")
      }
    return Diagnostic(
      .error, id: "front-matter.unclosed", at: location,
      LocalizedText(
        fr: "l’en-tête ouvert par « \(opening) » n’est pas fermé",
        en: "the front matter opened by “\(opening)” is not closed"),
      expected: LocalizedText(
        fr: "une ligne « \(closing) » après la dernière clé",
        en: "a “\(closing)” line after the last key"))
  }

  static func homeOfOtherTool(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "front-matter.home", at: location,
      LocalizedText(
        fr: "« \(key) » est une page d’accueil d’un autre outil : aucune page ne montre ces textes",
        en: "“\(key)” is a home page of another tool: no page shows these texts"),
      expected: LocalizedText(
        fr: "ces textes sous l’en-tête, en Markdown", en: "these texts below it, in Markdown"))
  }

  static func programHeader(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "front-matter.program", at: location,
      LocalizedText(
        fr: "l’en-tête est un programme : rien n’en est lu, et la page ne le montre pas",
        en: "the front matter is a program: nothing of it is read, and the page does not show it"),
      expected: LocalizedText(
        fr: "un en-tête de clés et de valeurs : « title: Mon titre »",
        en: "a front matter of keys and values: “title: My title”"))
  }

  static func missingFrontMatter(_ file: SheetFile, path: String) -> Diagnostic {
    let first = file.firstLine
    let suggestion =
      if first == "---" {
        LocalizedText(
          fr: "ôtez l’espace devant « --- », sur la première ligne",
          en: "remove the space before “---”, on the first line")
      } else if !first.isEmpty, first.allSatisfy({ "-–—".contains($0) }) {
        LocalizedText(
          fr: "remplacez « \(first) », la première ligne, par trois traits d’union : « --- »",
          en: "replace “\(first)”, the first line, by three hyphens: “---”")
      } else if file.opensAfterEmptyLines {
        LocalizedText(
          fr: "ôtez ce qui est au-dessus de « --- » : ce doit être la première ligne",
          en: "remove what is above “---”: it must be the first line")
      } else {
        LocalizedText(
          fr: "ajoutez une ligne « --- » au début du fichier, et une autre après le dernier champ",
          en: "add a line “---” at the start of the file, and another after the last field")
      }
    return Diagnostic(
      .error, id: "front-matter.none",
      at: SourceLocation(path: path, line: 1, column: 1, length: first.unicodeScalars.count),
      LocalizedText(fr: "la fiche n’a pas d’en-tête", en: "the sheet has no front matter"),
      expected: LocalizedText(
        fr: "les champs de la fiche (« titre: … ») entre deux lignes « --- », tout au début",
        en: "the fields of the sheet (“title: …”) between two lines “---”, at the very start"),
      suggestion: suggestion)
  }

  static func tooManyTags(_ count: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.tags", at: location,
      LocalizedText(
        fr: "\(count) étiquettes sur une seule fiche : seules les \(limit) premières sont gardées",
        en: "\(count) tags on one sheet: only the first \(limit) are kept"),
      expected: LocalizedText(fr: "au plus \(limit)", en: "at most \(limit)"))
  }

  static func emptySheet(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.empty", at: location,
      LocalizedText(fr: "fiche vide", en: "empty sheet"),
      expected: LocalizedText(fr: "un titre et du texte", en: "a title and some text"))
  }

  static func sheetGivenTwice(other: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.twice", at: location,
      LocalizedText(
        fr: "\(other) a la même adresse : cette fiche n’est pas publiée",
        en: "\(other) has the same address: this sheet is not published"),
      expected: LocalizedText(fr: "une adresse par fichier", en: "one address a file"),
      suggestion: LocalizedText(
        fr: "renommez l’un des deux fichiers", en: "rename one of the two files"))
  }

  /// A key of another tool that keeps a page out of lists and search engines.
  static func hiddenElsewhere(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.hidden", at: location,
      LocalizedText(
        fr: "« \(key) » ne cache rien ici : la page est publiée, et paraît dans les listes",
        en: "“\(key)” hides nothing here: the page is published, and lists show it"),
      suggestion: LocalizedText(
        fr: "pour la tenir hors des listes, écrivez « hors_listes: oui » ; pour ne pas la publier, "
          + "« brouillon: oui »",
        en: "to keep it out of lists, write “unlisted: true”; not to publish it, “draft: true”"))
  }

  /// A key of another tool that keeps a page out of its menu alone, or out of its search alone.
  static func excludedFromOneList(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "sheet.excluded", at: location,
      LocalizedText(
        fr: "« \(key) » seul ne cache rien ici : une page est dans toutes les listes, "
          + "ou dans aucune",
        en: "“\(key)” alone hides nothing here: a page is in every list, or in none"),
      suggestion: LocalizedText(
        fr: "pour la tenir hors des listes, écrivez « hors_listes: oui »",
        en: "to keep it out of lists, write “unlisted: true”"))
  }

  /// A day of publication, in the words of another tool, that cannot be read.
  static func unreadablePublicationDay(
    _ text: String, key: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.publication-day", at: location,
      LocalizedText(
        fr: "« \(key) » : jour illisible « \(text) »", en: "“\(key)”: unreadable day “\(text)”"),
      expected: LocalizedText(verbatim: "« 2026-03-14 »"))
  }

  static func unusableSlug(_ slug: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "sheet.slug", at: location,
      LocalizedText(
        fr: "adresse inutilisable « \(slug) »", en: "unusable slug “\(slug)”"),
      expected: LocalizedText(
        fr: "un nom sans « / », comme « world-cafe »", en: "a name without “/”, as “world-cafe”"))
  }

  static func unusableAlias(_ alias: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "sheet.alias", at: location,
      LocalizedText(
        fr: "ancienne adresse inutilisable « \(alias) »", en: "unusable alias “\(alias)”"),
      expected: LocalizedText(
        fr: "un chemin à l’intérieur du site, comme « outils/world-cafe »",
        en: "a path inside the site, as “outils/world-cafe”"))
  }

  static func sumOutOfBounds(
    _ path: String, sum: Double, low: (path: String, value: Double),
    high: (path: String, value: Double), at location: SourceLocation
  ) -> Diagnostic {
    let sum = written(sum)
    let bounds = describe(Bounds(min: low.value, max: high.value))
    return Diagnostic(
      .error, id: "check.sum", at: location,
      LocalizedText(
        fr: "la somme de « \(path) » est \(sum.french)",
        en: "the sum of “\(path)” is \(sum.english)"),
      expected: bounds.map { bounds in
        LocalizedText(
          fr: "\(bounds.french), d’après « \(low.path) » et « \(high.path) »",
          en: "\(bounds.english), after “\(low.path)” and “\(high.path)”")
      })
  }
}
