import Diagnostics
import TextEncoding
import YAMLParsing

/// A data file that is a list of rows, each cell of which knows where it is written.
///
/// ``DataValue`` holds what templates show; a table is for data that must be checked.
public struct DataTable: Sendable, Hashable {
  /// A value of a row, and where it is written.
  struct Cell: Hashable {
    let key: String
    let text: String
    let location: SourceLocation
  }

  /// Values by key; those left empty are not there.
  struct Row: Hashable {
    let cells: [Cell]
    let location: SourceLocation

    subscript(key: String) -> Cell? { cells.first { $0.key == key } }
  }

  /// The file, relative to the source folder.
  let path: String
  /// Its text: YAML, TOML, JSON or CSV, as the name says.
  let text: String

  /// Creates a table, which is read when it is needed.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Reads the rows; a file that is no list of them is reported.
  func rows(reporting diagnostics: inout [Diagnostic]) -> [Row] {
    path.hasSuffix(".csv") ? csvRows() : yamlRows(reporting: &diagnostics)
  }

  /// JSON is YAML too, as far as lists of rows go.
  private func yamlRows(reporting diagnostics: inout [Diagnostic]) -> [Row] {
    let yaml = YAMLText(
      path: path, firstLine: 1, text: text, form: path.hasSuffix(".toml") ? .toml : .yaml,
      limit: DataFile.longest)
    guard let root = yaml.compose(reporting: &diagnostics) else { return [] }
    guard let list = root.sequence else {
      diagnostics.append(.expectedRows(at: yaml.location(of: root.mark)))
      return []
    }
    return list.compactMap { node in
      guard let mapping = node.mapping else {
        diagnostics.append(.expectedMapping(at: yaml.location(of: node.mark)))
        return nil
      }
      var cells: [Cell] = []
      for (key, value) in mapping where !value.isNull {
        let location = yaml.location(of: value.mark, length: value.writtenLength)
        guard let key = key.scalar?.string, let text = value.scalar?.string else {
          diagnostics.append(.expectedScalar(key.scalar?.string ?? "", at: location))
          continue
        }
        cells.append(Cell(key: key, text: text, location: location))
      }
      return Row(cells: cells, location: yaml.location(of: node.mark))
    }
  }

  /// A file that cannot be read has been reported when the data of the site were loaded.
  private func csvRows() -> [Row] {
    guard let table = try? CSVTable(text) else { return [] }
    return table.records.map { record in
      let location = SourceLocation(path: path, line: record.line, column: 1)
      let row = table.cells(of: record)
      let cells = table.header.compactMap { key -> Cell? in
        guard let text = row[key]?.trimmed, !text.isEmpty else { return nil }
        return Cell(key: key, text: text, location: location)
      }
      return Row(cells: cells, location: location)
    }
  }
}
