import Diagnostics

/// What can be wrong with types and vocabularies.
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
    unknown("type.export", "export", "export", name, known: ["source", "donnees"], at: location)
  }

  static func unknownType(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.unknown", "type", "type", name, known: known, at: location)
  }

  static func unknownFieldKind(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.kind", "type de champ", "field type", name, known: known, at: location)
  }

  static func unknownVocabulary(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.vocabulary", "vocabulaire", "vocabulary", name, known: known, at: location)
  }

  static func termWithoutVocabulary(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.vocabulary-missing", at: location,
      LocalizedText(
        fr: "le champ « \(key) » ne dit pas de quel vocabulaire vient son terme",
        en: "field “\(key)” does not say which vocabulary its term comes from"),
      expected: LocalizedText(verbatim: "vocabulaire: phases"))
  }

  static func scaleWithoutEnd(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.scale", at: location,
      LocalizedText(
        fr: "l’échelle « \(key) » n’a pas de fin", en: "the scale “\(key)” has no end"),
      expected: LocalizedText(verbatim: "max: 5"))
  }

  static func unreadablePattern(_ pattern: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.pattern", at: location,
      LocalizedText(
        fr: "expression régulière illisible « \(pattern) »",
        en: "unreadable regular expression “\(pattern)”"),
      expected: LocalizedText(
        fr: "une expression régulière, comme « [0-9]{5} »",
        en: "a regular expression, as “[0-9]{5}”"))
  }

  static func unreadableLimit(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.limit", at: location,
      LocalizedText(fr: "limite illisible « \(text) »", en: "unreadable limit “\(text)”"),
      expected: LocalizedText(
        fr: "une valeur comme celles du champ : « 12 », « 2 h », « 2026-03-14 »",
        en: "a value like those of the field: “12”, “2 h”, “2026-03-14”"))
  }

  static func reversedLimits(
    _ least: String, _ most: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "type.limit", at: location,
      LocalizedText(
        fr: "« \(least) » est plus grand que « \(most) » : aucune valeur ne convient",
        en: "“\(least)” is greater than “\(most)”: no value fits"),
      expected: LocalizedText(fr: "le plus petit d’abord", en: "the smaller value first"))
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

  static func emptyVocabulary(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.empty", at: location,
      LocalizedText(
        fr: "le vocabulaire « \(id) » n’a pas de terme", en: "the vocabulary “\(id)” has no term"),
      expected: LocalizedText(verbatim: "termes: [{ libelle: { fr: … } }]"))
  }

  static func termWithoutName(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.term", at: location,
      LocalizedText(fr: "terme sans libellé", en: "term without a label"),
      expected: LocalizedText(verbatim: "- { libelle: { fr: Idéation, en: Ideation } }"))
  }

  private static func unknown(
    _ id: String, _ french: String, _ english: String, _ name: String, known: [String],
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: id, at: location,
      LocalizedText(fr: "\(french) inconnu « \(name) »", en: "unknown \(english) “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }
}
