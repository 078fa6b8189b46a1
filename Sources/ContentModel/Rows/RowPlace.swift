import Diagnostics
import YAMLParsing

/// Where one line of the text of a row is written in the data file.
struct RowPlace: Sendable, Hashable {
  /// Where the key of the line is; nil where the first line of a table says it for all rows.
  var key: SourcePosition?
  /// Where the words of the value start.
  let value: SourcePosition
  /// The column of the line at which the value starts, its quote included, from 1.
  var valueColumn = 1
  /// The column of the line at which the words of the value start, from 1.
  var wordsColumn = 1
  /// Whether the words are written in the file sign for sign, and on one line.
  var isVerbatim = false

  /// Returns where a stretch of the line is in the file.
  func location(of column: Int, length: Int, in path: String) -> SourceLocation {
    if column < valueColumn, let key {
      return SourceLocation(path: path, position: key, length: length)
    }
    guard isVerbatim else { return SourceLocation(path: path, position: value) }
    // A length that starts at a quote counts two of them.
    let quotes = column < wordsColumn && column >= valueColumn ? 2 : 0
    let position = SourcePosition(
      line: value.line, column: value.column + max(0, column - wordsColumn))
    return SourceLocation(path: path, position: position, length: length - quotes)
  }
}

extension SourcePosition {
  init(_ mark: YAMLMark) { self.init(line: mark.line, column: mark.column) }
}
