package import Diagnostics
import TextEncoding
import YAMLParsing

/// Makes the text of a sheet of each row of a data file, as a type declares it.
package struct RowReader {
  /// The most rows that are read of a file: more are the matter of a database.
  package static let maxRows = 10_000

  let type: ContentType
  let source: RowSource

  /// Creates a reader for the rows of a type.
  package init(_ type: ContentType, _ source: RowSource) {
    self.type = type
    self.source = source
  }

  /// Reads the rows of a file, in their order.
  ///
  /// - Parameters:
  ///   - path: The file, relative to the source folder: YAML, TOML, JSON or CSV, as its name says.
  /// - Returns: The rows of which a sheet can be made; what is wrong with the others is reported.
  /// - Complexity: O(*n*) in the length of the text.
  package func rows(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> [SheetRow] {
    path.hasSuffix(".csv")
      ? tableRows(path: path, text: text, reporting: &diagnostics)
      : listRows(path: path, text: text, reporting: &diagnostics)
  }

  // MARK: Tables

  private func tableRows(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> [SheetRow] {
    let table: CSVTable
    do {
      table = try CSVTable(text)
    } catch {
      diagnostics.append(.unreadableTable(error, path: path))
      return []
    }
    let columns = zip(table.header, table.headerPlaces).map { name, place in
      RowColumns.Column(
        name: name.trimmed,
        location: SourceLocation(
          path: path, position: place, length: name.trimmed.unicodeScalars.count))
    }
    let uses = RowColumns(
      columns, of: type, source, isTable: true,
      start: SourceLocation(path: path, line: 1, column: 1), reporting: &diagnostics)
    guard uses.isUsable else { return [] }
    var maker = RowMaker(path: path, columns: columns.map(\.name), uses, isTable: true)
    for record in table.records where !record.isEmpty {
      let start = SourceLocation(path: path, line: record.line, column: 1)
      guard maker.hasRoom else {
        maker.diagnostics.append(.tooManyRows(limit: Self.maxRows, at: start))
        break
      }
      reportLost(record, columns, path, &maker.diagnostics)
      maker.add(cells(of: record, columns.count), at: start)
    }
    diagnostics += maker.diagnostics
    return maker.rows
  }

  /// Returns the cells below the columns; those that a short row leaves out are empty, at its end.
  private func cells(of record: CSVTable.Record, _ count: Int) -> [RowMaker.Cell] {
    let end = record.places.last ?? SourcePosition(line: record.line, column: 1)
    return (0..<count).map { index in
      let isThere = record.cells.indices.contains(index)
      let place = isThere ? record.places[index] : end
      let text = isThere ? record.cells[index].trimmed : ""
      let mark = YAMLMark(line: place.line, column: place.column)
      return RowMaker.Cell(
        column: index, key: nil,
        value: .scalar(YAMLScalar(text, style: .plain, mark: mark)))
    }
  }

  /// Reports the first cell of a row that stands below no name.
  private func reportLost(
    _ record: CSVTable.Record, _ columns: [RowColumns.Column], _ path: String,
    _ diagnostics: inout [Diagnostic]
  ) {
    let lost = record.cells.indices.first { index in
      (!columns.indices.contains(index) || columns[index].name.isEmpty)
        && !record.cells[index].trimmed.isEmpty
    }
    guard let lost else { return }
    let cell = record.cells[lost].trimmed
    diagnostics.append(
      .cellBesideColumns(
        cell, columns: columns.count { !$0.name.isEmpty },
        at: SourceLocation(
          path: path, position: record.places[lost], length: cell.unicodeScalars.count)))
  }

  // MARK: Lists

  /// Returns the list that a document holds under one name and nothing else: TOML has no other, and
  /// programs wrap what they export.
  private static func onlyList(in root: YAMLNode) -> YAMLSequence? {
    guard let mapping = root.mapping, mapping.count == 1 else { return nil }
    return mapping.first?.value.sequence
  }

  private func listRows(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> [SheetRow] {
    let yaml = YAMLText(
      path: path, firstLine: 1, text: text, form: path.hasSuffix(".toml") ? .toml : .yaml,
      limit: DataFile.longest)
    guard let root = yaml.compose(reporting: &diagnostics) else { return [] }
    guard DataValue(root) != nil else {
      diagnostics.append(.dataTooLarge(at: SourceLocation(path: path)))
      return []
    }
    guard let list = root.sequence ?? Self.onlyList(in: root) else {
      if !root.isNull { diagnostics.append(.expectedSheetRows(at: yaml.location(of: root.mark))) }
      return []
    }
    var columns: [RowColumns.Column] = []
    var indices: [String: Int] = [:]
    for row in list.prefix(Self.maxRows) {
      for (key, _) in row.mapping ?? YAMLMapping([]) {
        guard let name = key.scalar?.string.trimmed, indices[name] == nil else { continue }
        indices[name] = columns.count
        columns.append(
          RowColumns.Column(
            name: name, location: yaml.location(of: key.mark, length: key.writtenLength)))
      }
    }
    guard !columns.isEmpty else {
      if let first = list.first {
        diagnostics.append(.expectedMapping(at: yaml.location(of: first.mark)))
      }
      return []
    }
    let uses = RowColumns(
      columns, of: type, source, isTable: false, start: yaml.location(of: root.mark),
      reporting: &diagnostics)
    guard uses.isUsable else { return [] }
    var maker = RowMaker(path: path, columns: columns.map(\.name), uses, isTable: false)
    for node in list {
      let start = yaml.location(of: node.mark)
      guard let mapping = node.mapping else {
        maker.diagnostics.append(.expectedMapping(at: start))
        continue
      }
      guard maker.hasRoom else {
        maker.diagnostics.append(.tooManyRows(limit: Self.maxRows, at: start))
        break
      }
      let cells = mapping.compactMap { key, value -> RowMaker.Cell? in
        key.scalar.flatMap { indices[$0.string.trimmed] }.map {
          RowMaker.Cell(column: $0, key: key.mark, value: value)
        }
      }
      maker.add(cells, at: start)
    }
    diagnostics += maker.diagnostics
    return maker.rows
  }
}
