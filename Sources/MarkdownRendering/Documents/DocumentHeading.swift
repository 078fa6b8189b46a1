public import Diagnostics

/// A heading of a document.
public struct DocumentHeading: Sendable, Hashable {
  /// The level it is written at, 1 to 6.
  public let level: Int
  /// Its id, unique in the document.
  public let id: String
  /// Its text, without markup.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation

  /// Creates a heading.
  public init(level: Int, id: String, text: String, location: SourceLocation) {
    self.level = level
    self.id = id
    self.text = text
    self.location = location
  }
}
