import Diagnostics

/// Entries in a table, each under one of some rows and one of some columns.
public struct MatrixView: Sendable, Hashable {
  /// What the cells hold.
  public enum Source: Sendable, Hashable {
    /// The entries of a data file, under terms of two vocabularies.
    case entries([Entry], rows: Vocabulary, columns: Vocabulary)
    /// Sheets, under the steps of two of their fields.
    case sheets(SheetSelection, rows: FieldDefinition, columns: FieldDefinition)
  }

  /// An entry of a data file.
  public struct Entry: Sendable, Hashable {
    /// The id of the term of its row.
    public let row: String
    /// The id of the term of its column.
    public let column: String
    /// What it is called.
    public let title: String
    /// More about it.
    public let text: String?
    /// How it stands.
    public let state: Vocabulary.Term?
  }

  /// What the cells hold.
  public let source: Source
}

extension ViewReader {
  /// Reads a matrix of the rows of a data file (`donnees`) or of sheets (`type`).
  mutating func matrix() -> MatrixView? {
    guard keys.node("donnees") != nil else {
      guard let selection = selection(),
        let rows = field("lignes", of: selection.type, for: .steps),
        let columns = field("colonnes", of: selection.type, for: .steps)
      else { return nil }
      return MatrixView(source: .sheets(selection, rows: rows, columns: columns))
    }
    // What chooses sheets says nothing of the rows of a file.
    for key in SheetSelection.choiceKeys where keys.node(key) != nil {
      keys.report(
        .unknownKey(
          key, known: ["donnees", "lignes", "colonnes", "etats"], at: keys.location(ofKey: key)))
    }
    let table = table("donnees")
    let states = keys.node("etats") == nil ? nil : vocabulary("etats")
    guard let table, let rows = vocabulary("lignes"), let columns = vocabulary("colonnes") else {
      return nil
    }
    let entries = entries(of: table, rows: rows, columns: columns, states: states)
    return MatrixView(source: .entries(entries, rows: rows, columns: columns))
  }

  /// Reads the name of a data file.
  mutating func table(_ key: String) -> DataTable? {
    guard let name = required(key) else { return nil }
    if let table = site.tables[name] { return table }
    if let type = site.types.values.first(where: { $0.rows?.file == name }) {
      keys.report(.dataOfSheets(name, of: type.id, at: keys.valueLocation(ofKey: key)))
      return nil
    }
    keys.report(
      .unknownData(name, known: site.tables.keys.sorted(), at: keys.valueLocation(ofKey: key)))
    return nil
  }

  /// Reads the rows of a table; those that have no place in the matrix are reported and left out.
  private mutating func entries(
    of table: DataTable, rows: Vocabulary, columns: Vocabulary, states: Vocabulary?
  ) -> [MatrixView.Entry] {
    var found: [Diagnostic] = []
    let known = ["ligne", "colonne", "titre", "texte"] + (states == nil ? [] : ["etat"])
    let entries = table.rows(reporting: &found).compactMap { row -> MatrixView.Entry? in
      row.reportUnknownKeys(besides: known, &found)
      let place = row.term("ligne", of: rows, &found)
      let column = row.term("colonne", of: columns, &found)
      let state = states.flatMap { row.term("etat", of: $0, &found) }
      guard let title = row.text("titre", &found), let place, let column else { return nil }
      return MatrixView.Entry(
        row: place.id, column: column.id, title: title, text: row["texte"]?.text, state: state)
    }
    for diagnostic in found { keys.report(diagnostic) }
    return entries
  }
}

extension DataTable.Row {
  /// Reads a cell that the row cannot do without.
  func text(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    if let cell = self[key] { return cell.text }
    diagnostics.append(.missingCell(key, at: location))
    return nil
  }

  /// Reads a cell that names a term.
  fileprivate func term(
    _ key: String, of vocabulary: Vocabulary, _ diagnostics: inout [Diagnostic]
  ) -> Vocabulary.Term? {
    guard let text = text(key, &diagnostics) else { return nil }
    if let term = vocabulary.term(named: text) { return term }
    diagnostics.append(.unknownTerm(text, vocabulary, at: self[key]?.location ?? location))
    return nil
  }

  func reportUnknownKeys(besides known: [String], _ diagnostics: inout [Diagnostic]) {
    for cell in cells where !known.contains(cell.key) {
      diagnostics.append(.unknownKey(cell.key, known: known, at: cell.location))
    }
  }
}
