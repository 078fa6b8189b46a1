import Diagnostics

/// What can be wrong with the declaration of a field.
extension Diagnostic {
  static func unknownFieldKind(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.kind", "type de champ", "field type", name, known: known, at: location)
  }

  static func unknownSearchRole(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown(
      "type.search-role", "rôle dans la recherche", "role in the search", name, known: known,
      at: location)
  }

  static func searchRoleOfAnotherKind(
    _ role: SearchRole, at location: SourceLocation
  ) -> Diagnostic {
    let expected =
      switch role {
      case .name:
        LocalizedText(fr: "un champ « texte » ou « markdown »", en: "a field of text or Markdown")
      case .subject:
        LocalizedText(
          fr: "un champ « texte », « markdown » ou « terme »",
          en: "a field of text, of Markdown or of a term")
      case .values: LocalizedText(fr: "un champ « terme »", en: "a field of a term")
      case .duration:
        LocalizedText(
          fr: "un champ « duree », ou un objet dont « min » et « max » sont des durées",
          en: "a duration, or an object whose “min” and “max” are durations")
      case .people:
        LocalizedText(
          fr: "un nombre, un intervalle, ou un objet dont « min » et « max » sont des nombres",
          en: "a number, a range, or an object whose “min” and “max” are numbers")
      }
    return Diagnostic(
      .error, id: "type.search-role", at: location,
      LocalizedText(
        fr: "ce champ ne peut pas être « \(role.rawValue) » dans la recherche",
        en: "this field cannot be “\(role.rawValue)” in the search"),
      expected: expected)
  }

  static func reviewDayOfAnotherKind(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.review-day", at: location,
      LocalizedText(
        fr: "ce champ ne peut pas dire quand relire la fiche",
        en: "this field cannot say when to read the sheet again"),
      expected: LocalizedText(fr: "un champ « date », un seul", en: "a field of one date"))
  }

  static func unusableSum(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "type.sum", at: location,
      LocalizedText(
        fr: "« \(name) » ne s’additionne pas dans ce champ",
        en: "“\(name)” does not add up in this field"),
      expected: LocalizedText(
        fr: "un nombre entier de minutes, dans une liste d’objets (plusieurs: true)",
        en: "a whole number of minutes, in a list of objects (plusieurs: true)"),
      suggestion: NearMiss.suggestion(for: name, among: known))
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

  static func unusableSign(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.sign", at: location,
      LocalizedText(
        fr: "nom de dessin inutilisable « \(name) »", en: "unusable name of a drawing “\(name)”"),
      expected: LocalizedText(
        fr: "le nom d’un dessin du thème, en minuscules et sans espace : « horloge »",
        en: "the name of a drawing of the theme, in lower case and without spaces: “horloge”"))
  }

  static func unusablePreset(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.preset", at: location,
      LocalizedText(fr: "palier inutilisable « \(text) »", en: "unusable preset “\(text)”"),
      expected: LocalizedText(
        fr: "un nombre plus grand que zéro ou une durée : « 12 », « 30 min », « 2 h »",
        en: "a number above zero or a duration: “12”, “30 min”, “2 h”"))
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

  static func unknownVocabulary(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    unknown("type.vocabulary", "vocabulaire", "vocabulary", name, known: known, at: location)
  }

  /// Reports an unknown name, lists the known ones, and suggests the nearest of these.
  static func unknown(
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
