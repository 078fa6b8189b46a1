package import Diagnostics
import TextEncoding

/// A table in CSV (RFC 4180), whose first line names the columns.
///
/// Cells are apart by commas, semicolons or tabs, as the first line says: spreadsheets write
/// semicolons where a comma separates decimals.
package struct CSVTable {
  /// A line of the table.
  package struct Record {
    package let cells: [String]
    /// Where the words of each cell start in the text, past the quote and the spaces before them.
    package let places: [SourcePosition]
    /// The line of the text on which it starts, from 1: a quoted cell may hold line ends.
    package let line: Int

    /// Whether no cell says anything, as in the rows that spreadsheets leave at the end.
    var isEmpty: Bool { cells.allSatisfy(\.trimmed.isEmpty) }
  }

  /// Why a text is no table.
  package struct Problem: Error, CustomStringConvertible {
    /// What is wrong, with the line.
    package let message: LocalizedText
    /// The line of the text, from 1.
    package let line: Int
    /// Whether the table has more cells than data may have values.
    package var isTooLarge = false

    /// What is wrong, in English.
    package var description: String { message.english }
  }

  /// The names of the columns.
  package let header: [String]
  /// Where the name of each column starts.
  let headerPlaces: [SourcePosition]
  /// The lines after the first one.
  package let records: [Record]

  /// Reads a table.
  ///
  /// - Throws: ``Problem`` where a quote neither opens nor closes a cell, or is never closed, and for a
  ///   table of too many cells, those that short lines leave out included.
  package init(_ text: String) throws(Problem) {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var reader = Reader(delimiter: Self.delimiter(of: text))
    for character in text { try reader.read(character) }
    try reader.finish()
    // Spreadsheets may leave rows without a word above the names.
    let rows = reader.records.drop(while: \.isEmpty)
    header = rows.first?.cells ?? []
    headerPlaces = rows.first?.places ?? []
    records = Array(rows.dropFirst())
  }

  /// Returns the cells of a record by column; those left out are empty.
  func cells(of record: Record) -> [String: String] {
    var cells: [String: String] = [:]
    for (index, name) in header.enumerated() {
      cells[name] = record.cells.indices.contains(index) ? record.cells[index] : ""
    }
    return cells
  }

  /// Returns the first sign of the first line that separates cells, outside quotes.
  private static func delimiter(of text: Substring) -> Character {
    var isQuoted = false
    for character in text.drop(while: { $0.isLineEnd || $0 == " " }) {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if [",", "\t", ";"].contains(character) { return character }
      if character.isLineEnd { break }
    }
    return ","
  }

  private struct Reader {
    enum State { case atStart, plain, quoted, afterQuote }

    let delimiter: Character
    private(set) var records: [Record] = []
    private var state = State.atStart
    private var cells: [String] = []
    private var cell = ""
    private var places: [SourcePosition] = []
    /// Where the words of the cell start; nil before them.
    private var start: SourcePosition?
    private var line = 1
    /// The column of the sign that is read, in Unicode scalars.
    private var column = 1
    private var firstLine = 1
    private var quoteLine = 1
    /// How many more cells there may be.
    private var budget = DataValue.maxValues
    /// A line costs some memory however few cells it has.
    private static let leastCost = 5

    init(delimiter: Character) {
      self.delimiter = delimiter
    }

    mutating func read(_ character: Character) throws(Problem) {
      try add(character)
      if character.isLineEnd {
        line += 1
        column = 1
        if cells.isEmpty, cell.isEmpty, state == .atStart { firstLine = line }
      } else {
        column += character.unicodeScalars.count
      }
    }

    private mutating func add(_ character: Character) throws(Problem) {
      switch state {
      case .quoted:
        if character == "\"" { state = .afterQuote } else { cell.append(character) }
      case _ where character == delimiter:
        finishCell()
      case _ where character.isLineEnd:
        try finishRecord()
      case .atStart where character == "\"":
        state = .quoted
        quoteLine = line
        start = SourcePosition(line: line, column: column + 1)
      case .afterQuote where character == "\"":
        // A quote is written twice inside quotes.
        cell.append(character)
        state = .quoted
      case .atStart where character.isWhitespace, .afterQuote where character.isWhitespace:
        break
      case .afterQuote,
        .plain where character == "\"":
        throw Problem(
          message: LocalizedText(
            fr: "un guillemet au milieu d’une cellule, ligne \(line)",
            en: "a quote inside a cell, on line \(line)"),
          line: line)
      case .atStart, .plain:
        start = start ?? SourcePosition(line: line, column: column)
        cell.append(character)
        state = .plain
      }
    }

    mutating func finish() throws(Problem) {
      if case .quoted = state {
        throw Problem(
          message: LocalizedText(
            fr: "un guillemet que rien ne ferme, ligne \(quoteLine)",
            en: "a quote that is never closed, on line \(quoteLine)"), line: quoteLine)
      }
      if !cells.isEmpty || !cell.isEmpty { try finishRecord() }
    }

    private mutating func finishCell() {
      cells.append(cell)
      places.append(start ?? SourcePosition(line: line, column: column))
      cell = ""
      start = nil
      state = .atStart
    }

    private mutating func finishRecord() throws(Problem) {
      finishCell()
      records.append(Record(cells: cells, places: places, line: firstLine))
      budget -= max(records[0].cells.count, cells.count, Self.leastCost)
      guard budget >= 0 else {
        throw Problem(
          message: LocalizedText(
            fr: "plus de \(DataValue.maxValues) cellules à la ligne \(line)",
            en: "more than \(DataValue.maxValues) cells by line \(line)"),
          line: line, isTooLarge: true)
      }
      cells = []
      places = []
    }
  }
}
