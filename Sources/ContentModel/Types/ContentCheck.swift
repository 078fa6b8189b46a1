import Diagnostics

/// What the values of several fields must satisfy together.
public enum ContentCheck: Sendable, Hashable {
  /// The sum of a field over a list lies between two others.
  case sum(of: String, low: String, high: String)
  /// Each value is no more than the next.
  case order([String])
  /// Every score of a questionnaire leads to one text, and every text can be reached.
  case scoring(ScoringFields)
  /// Whatever is named as printed has a file, which `archipel check` looks at.
  case supports(SupportFields)
}
