public import Diagnostics

/// A text in a value, which the search reads.
public enum FieldText: Sendable {
  /// Plain text.
  case plain(String)
  /// Inline Markdown, and where it stands; it is rendered as well.
  case markdown(String, SourceLocation)
  /// Inline Markdown of the original of a translation: it is rendered, and searched there.
  case original(String, SourceLocation)
}
