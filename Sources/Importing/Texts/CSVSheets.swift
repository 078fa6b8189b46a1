import ContentModel
import Diagnostics
import TextEncoding

/// The rows of a table as sheets: the first line names fields by their keys or labels.
struct CSVSheets {
  /// What each row gives.
  private(set) var texts: [ImportedText] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - source: The file, as its writer names it.
  /// - Throws: ``CSVTable/Problem`` when the file is no table.
  init(_ bytes: [UInt8], source: String) throws(CSVTable.Problem) {
    let table = try CSVTable(Windows1252.text(of: bytes))
    let header = table.header.map(\.trimmed)
    let title = header.firstIndex { ColumnNames.titles.contains(Slug.make(from: $0)) } ?? 0
    for record in table.records where record.cells.contains(where: { !$0.trimmed.isEmpty }) {
      var text = ImportedText(source: source, body: "")
      for (column, cell) in record.cells.enumerated() where !cell.trimmed.isEmpty {
        let name = header.indices.contains(column) ? header[column] : ""
        if column == title {
          text.title = cell.trimmed
        } else if ColumnNames.bodies.contains(Slug.make(from: name)) {
          text.body = cell
        } else {
          Self.add(cell.trimmed, to: name.isEmpty ? "colonne \(column + 1)" : name, &text.values)
        }
      }
      guard text.title != nil else {
        text.notes.append(
          .unreadable(
            LocalizedText(
              fr: "ligne \(record.line) : pas de titre", en: "line \(record.line): no title")))
        texts.append(text)
        continue
      }
      texts.append(text)
    }
  }

  /// Adds a cell; `duree.min` is the value `min` of `duree`.
  private static func add(
    _ cell: String, to name: String, _ values: inout [(key: String, value: DataValue)]
  ) {
    let parts = name.split(separator: ".", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, !name.contains(" ") else {
      values.append((name, .text(cell)))
      return
    }
    // One column may spell the field as its label, the next as its key.
    let field = Slug.make(from: parts[0])
    if let index = values.firstIndex(where: { Slug.make(from: $0.key) == field }),
      case .object(var members) = values[index].value
    {
      members[parts[1]] = .text(cell)
      values[index].value = .object(members)
    } else {
      values.append((parts[0], .object([parts[1]: .text(cell)])))
    }
  }
}
