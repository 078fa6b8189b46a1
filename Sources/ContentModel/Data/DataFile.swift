public import Diagnostics
import TextEncoding

/// Reads `content/_data/NAME.yaml`, `.toml`, `.json` and `.csv`.
public enum DataFile {
  /// The extensions of data files.
  public static let extensions: Set<String> = ["yaml", "yml", "toml", "json", "csv"]
  /// The longest file of YAML or TOML that is read, in bytes.
  static let longest = 4 << 20

  /// Reads a file; nil when it cannot be read, which is then reported.
  ///
  /// A CSV file gives a list of objects, its first line naming the keys.
  public static func load(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    switch path.split(separator: ".").last {
    case "json": json(path: path, text: text, reporting: &diagnostics)
    case "csv": csv(path: path, text: text, reporting: &diagnostics)
    case "toml": keyed(.toml, path: path, text: text, reporting: &diagnostics)
    default: keyed(.yaml, path: path, text: text, reporting: &diagnostics)
    }
  }

  private static func keyed(
    _ form: YAMLText.Form, path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    let yaml = YAMLText(path: path, firstLine: 1, text: text, form: form, limit: longest)
    guard let root = yaml.compose(reporting: &diagnostics) else { return nil }
    let value = DataValue(root)
    if value == nil { diagnostics.append(.dataTooLarge(at: SourceLocation(path: path))) }
    return value
  }

  private static func csv(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    do {
      let table = try CSVTable(text)
      for record in table.records {
        let lost = record.cells.dropFirst(table.header.count)
        guard let cell = lost.first(where: { !$0.trimmed.isEmpty }) else { continue }
        diagnostics.append(
          .cellBesideColumns(
            cell.trimmed, columns: table.header.count,
            at: SourceLocation(path: path, line: record.line, column: 1)))
      }
      return .list(
        table.records.map { .object(table.cells(of: $0).mapValues(DataValue.text)) })
    } catch {
      diagnostics.append(.unreadableTable(error, path: path))
      return nil
    }
  }

  private static func json(
    path: String, text: String, reporting diagnostics: inout [Diagnostic]
  ) -> DataValue? {
    do {
      return try JSONReader.read(text)
    } catch {
      let position = LineIndex(Array(text.utf8)).position(atByte: error.offset)
      diagnostics.append(
        .unreadableData(
          LocalizedText(verbatim: error.description),
          at: SourceLocation(path: path, position: position)))
      return nil
    }
  }
}
