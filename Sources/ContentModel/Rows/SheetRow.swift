package import Diagnostics

/// A row of a data file as the text of a sheet: front matter and body, in the words of its cells.
///
/// All that reads sheets reads it as the file that somebody would have written. It has its own places:
/// ``location(of:)`` says where they are in the data file.
package final class SheetRow: Sendable {
  /// The data file, relative to the source folder.
  package let path: String
  /// The last part of the id of the sheet.
  package let name: String
  /// The text of the sheet; two rows of the same words have the same, wherever they stand.
  package let bytes: [UInt8]
  /// Where the row starts in the data file.
  package let start: SourceLocation
  /// Where the name is written.
  package let nameLocation: SourceLocation
  private let places: [RowPlace]

  init(
    path: String, name: String, text: RowText, start: SourcePosition, nameLocation: SourceLocation
  ) {
    self.path = path
    self.name = name
    bytes = Array(text.text.utf8)
    places = text.places
    self.start = SourceLocation(path: path, position: start)
    self.nameLocation = nameLocation
  }

  /// Returns where a place of the text is written in the data file; the start of the row for the text as
  /// a whole.
  package func location(of place: SourceLocation) -> SourceLocation {
    guard let position = place.position, !places.isEmpty else { return start }
    let line = min(max(position.line, 1), places.count) - 1
    return places[line].location(of: position.column, length: place.length, in: path)
  }
}
