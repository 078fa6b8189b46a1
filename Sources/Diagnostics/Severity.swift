/// How much a diagnostic weighs.
public enum Severity: String, Sendable, Hashable {
  /// Prevents a page or makes it wrong: nothing is published.
  case error
  /// Leaves the page whole.
  case warning
  /// Is no mistake: something to do one day, that never prevents a publication.
  case remark
}
