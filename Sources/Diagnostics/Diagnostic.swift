/// One finding about the source of a site, for the person who wrote it.
///
/// A diagnostic holds facts; each module makes its sentences in `Diagnostic+….swift` files, as
/// static functions named after what is wrong.
public struct Diagnostic: Sendable, Hashable {
  /// How much it weighs.
  public var severity: Severity
  /// A stable name for scripts: the concept, a dot, the cause, as in `front-matter.duration`.
  public let id: String
  /// Where it was found.
  public let location: SourceLocation
  /// What is wrong: the specific thing first, no capital, no full stop.
  public let message: LocalizedText
  /// What was expected in its place.
  public let expected: LocalizedText?
  /// What to write instead.
  public let suggestion: LocalizedText?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, id: String, at location: SourceLocation, _ message: LocalizedText,
    expected: LocalizedText? = nil, suggestion: LocalizedText? = nil
  ) {
    self.severity = severity
    self.id = id
    self.location = location
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
  }
}

extension Diagnostic {
  /// Returns the same finding with another weight.
  public func withSeverity(_ severity: Severity) -> Diagnostic {
    var diagnostic = self
    diagnostic.severity = severity
    return diagnostic
  }

  /// Returns the same finding at another place.
  package func at(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      severity, id: id, at: location, message, expected: expected, suggestion: suggestion)
  }
}

extension Sequence<Diagnostic> {
  /// Returns the diagnostics by path, then line, column, id and words, each once.
  public func sortedByLocation() -> [Diagnostic] {
    Set(self).sorted { left, right in
      if left.location.path != right.location.path {
        return left.location.path.utf8.lexicographicallyPrecedes(right.location.path.utf8)
      }
      let origin = SourcePosition(line: 0, column: 0)
      let (first, second) = (left.location.position ?? origin, right.location.position ?? origin)
      if first != second { return first < second }
      if left.id != right.id { return left.id < right.id }
      // The texts of a sheet and of its translation may say the same of one place, and expect different
      // things there.
      return left.words.lexicographicallyPrecedes(right.words)
    }
  }
}

extension Diagnostic {
  fileprivate var words: [String] {
    [message.french, expected?.french ?? "", suggestion?.french ?? ""]
  }
}
