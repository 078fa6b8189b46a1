import Diagnostics

/// A text with those that it includes in their places, each line of which knows where it comes from.
struct ExpandedText {
  /// The file and the line that a line comes from.
  struct Origin {
    /// The place of the file in ``ExpandedText/paths``.
    let file: Int
    let line: Int
    /// How many columns stand before it that are not of the file: the indentation of the directive.
    var indent = 0
    /// How many signs stand before it there.
    var shift = 0
  }

  var bytes: [UInt8] = []
  var origins: [Origin] = []
  var paths: [String] = []
  var diagnostics: [Diagnostic] = []

  /// Returns a place of the text as one of the file that it comes from.
  ///
  /// - Parameter line: The line of the text, from 0.
  func location(line: Int, column: Int, length: Int) -> SourceLocation? {
    guard !origins.isEmpty else { return nil }
    let origin = origins[min(line, origins.count - 1)]
    return SourceLocation(
      path: paths[origin.file], line: origin.line,
      column: max(1, column - origin.indent) + origin.shift, length: length)
  }
}
