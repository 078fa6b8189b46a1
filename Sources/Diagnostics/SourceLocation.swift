/// Where something stands in the source folder: a file, and a stretch of one of its lines.
public struct SourceLocation: Sendable, Hashable {
  /// The file, relative to the source folder, with `/` between its parts.
  public let path: String
  /// The first character; none when the whole file is meant.
  public let position: SourcePosition?
  /// The length in Unicode scalars, at least 1.
  public let length: Int

  /// Creates a location in a file.
  public init(path: String, position: SourcePosition? = nil, length: Int = 1) {
    self.path = path
    self.position = position
    self.length = max(1, length)
  }

  /// Creates a location from a line and a column, both from 1.
  public init(path: String, line: Int, column: Int, length: Int = 1) {
    self.init(path: path, position: SourcePosition(line: line, column: column), length: length)
  }
}
