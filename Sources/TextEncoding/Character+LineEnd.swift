extension Character {
  /// Whether a line of a file ends here, as Markdown, YAML and CSV have it: a line feed, a carriage return, or
  /// both.
  ///
  /// `isNewline` also holds for signs that end no line of an editor, such as U+2028: lines that it tells apart
  /// have other numbers than those that a message names.
  package var isLineEnd: Bool {
    switch self {
    case "\n", "\r", "\r\n": true
    default: false
    }
  }
}
