import Diagnostics

/// What can be wrong with the data files.
extension Diagnostic {
  /// A cell of a table of data that stands below no name.
  static func cellBesideColumns(
    _ cell: String, columns: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "data.cells", at: location,
      LocalizedText(
        fr: "cette ligne a plus de cellules que de colonnes : « \(cell) » est perdu",
        en: "this line has more cells than there are columns: “\(cell)” is lost"),
      expected: LocalizedText(
        fr: "\(columns) cellules", en: "\(columns) cells"),
      suggestion: LocalizedText(
        fr: "mettez entre guillemets un texte qui contient le signe qui sépare les cellules",
        en: "put a text that holds the sign between cells in quotes"))
  }

  /// What is wrong with a file that is no table.
  static func unreadableTable(_ problem: CSVTable.Problem, path: String) -> Diagnostic {
    problem.isTooLarge
      ? dataTooLarge(at: SourceLocation(path: path))
      : unreadableData(
        problem.message, at: SourceLocation(path: path, line: problem.line, column: 1))
  }

  static func unreadableData(
    _ problem: LocalizedText, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "data.syntax", at: location,
      LocalizedText(
        fr: "fichier de données illisible : \(problem.french)",
        en: "unreadable data file: \(problem.english)"),
      expected: LocalizedText(
        fr: "du JSON bien formé, ou un tableau CSV dont la première ligne nomme les colonnes",
        en: "well-formed JSON, or a CSV table whose first line names the columns"))
  }

  static func dataTooLarge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "yaml.size", at: location,
      LocalizedText(fr: "trop de données", en: "too much data"),
      expected: LocalizedText(
        fr: "au plus \(DataValue.maxValues) valeurs, sur \(DataValue.greatestDepth) niveaux",
        en: "at most \(DataValue.maxValues) values, \(DataValue.greatestDepth) levels deep"))
  }

  static func expectedRows(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "data.rows", at: location,
      LocalizedText(
        fr: "ces données devraient être une liste", en: "these data should be a list"),
      expected: LocalizedText(verbatim: "- { ligne: …, colonne: …, titre: … }"))
  }
}
