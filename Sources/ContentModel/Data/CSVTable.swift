/// A table in CSV (RFC 4180), whose first line names the columns.
///
/// Cells are apart by commas, semicolons or tabs, as the first line says: spreadsheets write
/// semicolons where a comma separates decimals.
package struct CSVTable {
  /// A line of the table.
  package struct Record {
    package let cells: [String]
    /// The line of the text on which it starts, from 1: a quoted cell may hold line ends.
    package let line: Int
  }

  /// Why a text is no table, in English.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
    /// The line of the text, from 1.
    package let line: Int
    /// Whether the table has more cells than data may have values.
    package var isTooLarge = false
  }

  /// The names of the columns.
  package let header: [String]
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
    header = reader.records.first?.cells ?? []
    records = Array(reader.records.dropFirst())
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
    for character in text.drop(while: { $0.isNewline || $0 == " " }) {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if [",", "\t", ";"].contains(character) { return character }
      if character.isNewline { break }
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
    private var line = 1
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
      if character.isNewline { line += 1 }
      switch state {
      case .quoted:
        if character == "\"" { state = .afterQuote } else { cell.append(character) }
      case _ where character == delimiter:
        finishCell()
      case _ where character.isNewline:
        try finishRecord()
      case .atStart where character == "\"":
        state = .quoted
        quoteLine = line
      case .afterQuote where character == "\"":
        // A quote is written twice inside quotes.
        cell.append(character)
        state = .quoted
      case .atStart where character.isWhitespace, .afterQuote where character.isWhitespace:
        break
      case .afterQuote,
        .plain where character == "\"":
        throw Problem(description: "a quote inside a cell, on line \(line)", line: line)
      case .atStart, .plain:
        cell.append(character)
        state = .plain
      }
    }

    mutating func finish() throws(Problem) {
      if case .quoted = state {
        throw Problem(
          description: "a quote that is never closed, on line \(quoteLine)", line: quoteLine)
      }
      if !cells.isEmpty || !cell.isEmpty { try finishRecord() }
    }

    private mutating func finishCell() {
      cells.append(cell)
      cell = ""
      state = .atStart
    }

    private mutating func finishRecord() throws(Problem) {
      finishCell()
      records.append(Record(cells: cells, line: firstLine))
      budget -= max(records[0].cells.count, cells.count, Self.leastCost)
      guard budget >= 0 else {
        throw Problem(
          description: "more than \(DataValue.maxValues) cells by line \(line)", line: line,
          isTooLarge: true)
      }
      cells = []
      firstLine = line
    }
  }
}
