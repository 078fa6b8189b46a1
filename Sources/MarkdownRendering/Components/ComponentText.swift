public import Diagnostics

/// A text of a component's body, and where it stands.
public struct ComponentText: Sendable, Hashable {
  /// The text.
  public let text: String
  /// Where it starts.
  public let location: SourceLocation

  /// Creates a text.
  public init(text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }
}
