public import Diagnostics

/// Something wrong in a page that is made, before it is known where its source says so.
public struct Finding: Sendable, Hashable {
  /// How much it weighs.
  public let severity: Severity
  /// A stable name for scripts, as `output.duplicate-id`.
  public let id: String
  /// What is wrong: the specific thing first, no capital, no full stop.
  public let message: LocalizedText
  /// What was expected in its place.
  public let expected: LocalizedText?
  /// The byte of the page at which it stands.
  public let offset: Int
  /// What its source may hold in the same words: an address, the text of a heading.
  public let words: String?

  /// Creates a finding.
  ///
  /// - Parameter id: The cause, which ``id`` puts `output.` before.
  init(
    _ severity: Severity, _ id: String, at offset: Int, _ message: LocalizedText,
    expected: LocalizedText? = nil, words: String? = nil
  ) {
    self.severity = severity
    self.id = "output." + id
    self.message = message
    self.expected = expected
    self.offset = offset
    self.words = words
  }
}
