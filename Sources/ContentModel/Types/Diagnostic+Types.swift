import Diagnostics

/// What can be wrong with types.
extension Diagnostic {
  static func typeWithoutLabel(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.label", at: location,
      LocalizedText(fr: "le type « \(id) » n’a pas de libellé", en: "type “\(id)” has no label"),
      expected: LocalizedText(verbatim: "libelle: { fr: Méthode, en: Method }"))
  }

  static func unknownFieldSet(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.set", "ensemble de champs", "field set", name, known: known, at: location)
  }

  static func unknownExport(_ name: String, at location: SourceLocation) -> Diagnostic {
    unknown(
      "type.export", "export", "export", name, known: SheetExport.allCases.map(\.rawValue),
      at: location)
  }

  static func unknownType(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.unknown", "type", "type", name, known: known, at: location)
  }

  static func searchedFieldIsNoFacet(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.search-facet", at: location,
      LocalizedText(
        fr: "la recherche doit filtrer par « \(key) », qui n’est pas dans « facettes »",
        en: "the search should filter by “\(key)”, which is not in “facettes”"),
      expected: LocalizedText(verbatim: "facettes: [\(key)]"))
  }

  static func folderOfTwoTypes(
    _ folder: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "type.folder", at: location,
      LocalizedText(
        fr: "le dossier « \(folder) » est déjà celui du type « \(other) »",
        en: "the folder “\(folder)” is that of type “\(other)” already"),
      expected: LocalizedText(
        fr: "un dossier par type ; une fiche peut aussi nommer son type : « type: … »",
        en: "one folder a type; a sheet may also name its type: “type: …”"))
  }

  static func unreadableCheck(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.check", at: location,
      LocalizedText(fr: "contrôle illisible", en: "unreadable check"),
      expected: LocalizedText(
        verbatim: "« somme: … entre: [… , …] », « ordre: [… , …] » ou « bareme: { … } »"))
  }

  static func calendarFieldWithoutDay(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.calendar", at: location,
      LocalizedText(
        fr: "« \(key) » ne peut pas servir à l’agenda", en: "“\(key)” cannot serve the calendar"),
      expected: LocalizedText(
        fr: "un champ de type date ou date_heure pour le début et la fin, recurrence pour la "
          + "récurrence, booleen pour l’annulation",
        en: "a field of type date or date_heure for start and end, recurrence for the recurrence, "
          + "booleen for the cancellation"))
  }

  static func rowsWithoutFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.file", at: location,
      LocalizedText(
        fr: "« donnees » ne dit pas de quel fichier viennent les fiches",
        en: "“donnees” does not say which file the sheets come from"),
      expected: LocalizedText(
        fr: "« fichier: lieux », pour content/_data/lieux.csv",
        en: "“fichier: lieux”, for content/_data/lieux.csv"))
  }

  static func rowsWithoutFolder(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.folder", at: location,
      LocalizedText(
        fr: "le type « \(type) » a des données, et pas de dossier où mettre leurs pages",
        en: "the type “\(type)” has data, and no folder for their pages"),
      expected: LocalizedText(
        fr: "une ligne « dossier: … » dans le type", en: "a line “dossier: …” in the type"))
  }

  static func unusablePath(
    _ path: String, example: String = "content", at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.path", at: location,
      LocalizedText(fr: "dossier inutilisable « \(path) »", en: "unusable folder “\(path)”"),
      expected: LocalizedText(
        fr: "un dossier de la source, comme « \(example) »",
        en: "a folder of the source, as “\(example)”"))
  }

  static func incompleteFields(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.fields", at: location,
      LocalizedText(
        fr: "il manque des noms de champs", en: "the names of some fields are missing"),
      expected: LocalizedText(
        fr: "les clés de docs/content-types.md, chacune avec le nom d’un champ du type",
        en: "the keys of docs/content-types.md, each with the name of a field of the type"))
  }
}
