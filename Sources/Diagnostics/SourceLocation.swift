/// A point in a source text.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Creates a position from a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Returns whether a position comes before another in the text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

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
