/// How JSON text is laid out.
public enum JSONLayout: Sendable, Hashable {
  /// On one line with no spaces.
  case compact
  /// One value a line, two spaces a level, a line end at the end of the text.
  case indented
}
