package import Diagnostics
import TextEncoding

/// What is wrong with data files whose rows are sheets.
extension Diagnostic {
  // MARK: The declaration

  /// A data file that is not there.
  ///
  /// - Parameter known: The names of the data files that are.
  package static func missingRows(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.missing-file", at: location,
      LocalizedText(
        fr: "fichier de données introuvable « \(name) »", en: "data file not found “\(name)”"),
      expected: known.isEmpty
        ? LocalizedText(
          fr: "un fichier « content/_data/\(name).csv », .yaml ou .json",
          en: "a file “content/_data/\(name).csv”, .yaml or .json")
        : LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  /// Two types that would make sheets of one file.
  package static func rowsOfTwoTypes(
    _ name: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.two-types", at: location,
      LocalizedText(
        fr: "le type « \(other) » fait déjà ses fiches des données « \(name) »",
        en: "the type “\(other)” makes its sheets of the data “\(name)” already"),
      expected: LocalizedText(fr: "un fichier par type", en: "one file a type"))
  }

  // MARK: The columns

  static func missingColumn(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.missing-column", at: location,
      LocalizedText(
        fr: "les données n’ont pas de colonne « \(name) »",
        en: "the data have no column “\(name)”"),
      expected: LocalizedText(names: known.filter { !$0.isEmpty }),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  static func rowsWithoutTitle(columns: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.title-column", at: location,
      LocalizedText(
        fr: "aucune colonne ne donne le titre des fiches",
        en: "no column gives the title of the sheets"),
      expected: LocalizedText(
        fr: "une colonne « titre » ou « nom »", en: "a column “titre” or “nom”"),
      suggestion: columns.first { !$0.isEmpty }.map {
        LocalizedText(
          fr: "nommez-la dans le type : « donnees: { fichier: …, titre: \($0) } »",
          en: "name it in the type: “donnees: { fichier: …, titre: \($0) }”")
      })
  }

  static func unknownColumn(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "rows.unknown-column", at: location,
      LocalizedText(
        fr: "colonne inconnue « \(name) » : aucune fiche ne la montre",
        en: "unknown column “\(name)”: no sheet shows it"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known)
        ?? LocalizedText(
          fr: "déclarez-la dans « colonnes » ou dans « sans », sous « donnees » du type",
          en: "declare it in “colonnes” or in “sans”, below “donnees” of the type"))
  }

  static func columnGivenTwice(
    _ name: String, other: String, field: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.column-twice", at: location,
      LocalizedText(
        fr: "les colonnes « \(other) » et « \(name) » donnent toutes deux « \(field) »",
        en: "the columns “\(other)” and “\(name)” both give “\(field)”"),
      expected: LocalizedText(fr: "une seule colonne par champ", en: "one column a field"))
  }

  static func requiredColumn(
    _ field: FieldDefinition, columns: [String], at location: SourceLocation
  ) -> Diagnostic {
    let names = [field.key] + field.label.texts.values.sorted()
    return Diagnostic(
      .error, id: "rows.required-column", at: location,
      LocalizedText(
        fr: "il manque une colonne pour « \(field.key) », que le type exige",
        en: "there is no column for “\(field.key)”, which the type requires"),
      expected: LocalizedText(names: names),
      suggestion: NearMiss.closest(to: field.key, among: columns).map {
        LocalizedText(
          fr: "si c’est « \($0) », écrivez dans le type « colonnes: { \($0): \(field.key) } »",
          en: "if it is “\($0)”, write “colonnes: { \($0): \(field.key) }” in the type")
      })
  }

  // MARK: The rows

  static func expectedSheetRows(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "data.rows", at: location,
      LocalizedText(
        fr: "ces données devraient être une liste", en: "these data should be a list"),
      expected: LocalizedText(verbatim: "- { titre: …, … }"))
  }

  static func tooManyRows(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.count", at: location,
      LocalizedText(
        fr: "trop de lignes pour en faire des pages", en: "too many rows to make pages of"),
      expected: LocalizedText(
        fr: "au plus \(NumberFormat(language: "fr").integer(limit)) lignes",
        en: "at most \(NumberFormat(language: "en").integer(limit)) rows"),
      suggestion: LocalizedText(
        fr: "partagez les données entre plusieurs types, ou ne publiez que ce qui sert",
        en: "divide the data among several types, or publish only what serves"))
  }

  static func rowWithoutTitle(column: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.title", at: location,
      LocalizedText(
        fr: "cette ligne n’a pas de titre : elle ne peut pas être une page",
        en: "this row has no title: it cannot be a page"),
      expected: LocalizedText(
        fr: "une valeur dans la colonne « \(column) »", en: "a value in the column “\(column)”"))
  }

  static func rowWithoutName(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.name", at: location,
      LocalizedText(
        fr: "« \(text) » ne peut pas être l’adresse d’une page",
        en: "“\(text)” cannot be the address of a page"),
      expected: LocalizedText(
        fr: "des lettres ou des chiffres, et ni « index » ni « readme »",
        en: "letters or digits, and neither “index” nor “readme”"),
      suggestion: adviceOnNames)
  }

  static func rowOfSameName(_ name: String, line: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.same-name", at: location,
      LocalizedText(
        fr: "la ligne \(line) donne déjà la page « \(name) »",
        en: "line \(line) gives the page “\(name)” already"),
      expected: LocalizedText(fr: "un nom par ligne", en: "one name a row"),
      suggestion: adviceOnNames)
  }

  /// A row whose sheet somebody has written as a file.
  package static func rowOfWrittenSheet(
    _ name: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.written", at: location,
      LocalizedText(
        fr: "« \(other) » donne déjà la page « \(name) »",
        en: "“\(other)” gives the page “\(name)” already"),
      expected: LocalizedText(
        fr: "la ligne ou le fichier, pas les deux", en: "the row or the file, not both"))
  }

  static func valueGivenTwice(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "rows.value-twice", at: location,
      LocalizedText(
        fr: "cette ligne donne « \(key) » deux fois", en: "this row gives “\(key)” twice"),
      expected: LocalizedText(fr: "une seule valeur", en: "one value"))
  }

  private static var adviceOnNames: LocalizedText {
    LocalizedText(
      fr: "nommez une colonne de codes dans le type : « donnees: { fichier: …, identifiant: … } »",
      en: "name a column of codes in the type: “donnees: { fichier: …, identifiant: … }”")
  }
}
