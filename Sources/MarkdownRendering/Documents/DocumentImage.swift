public import Diagnostics

/// An image of a document.
public struct DocumentImage: Sendable, Hashable {
  /// The destination as written.
  public let destination: String
  /// The address written in the page; nil when there is no such picture, whose words are shown.
  public let url: String?
  /// Its text alternative.
  public let alternative: String
  /// Where it stands.
  public let location: SourceLocation
}
