public import Diagnostics

/// A destination written in Markdown.
public struct LinkRequest: Sendable, Hashable {
  /// The syntax a destination was written in.
  public enum Kind: Sendable, Hashable {
    /// `[text](destination)`, in any of its forms, a bare address included.
    case link
    /// `![text](destination)`.
    case image
    /// `[[destination]]` or `[[destination|text]]`.
    case wiki
    /// `![[destination]]`: a picture, or else a link.
    case embed
    /// The text of another file, by its path relative to the source folder.
    case include
  }

  /// The syntax of the destination.
  public let kind: Kind
  /// The destination as written, its entities and backslashes decoded, its `%20` left alone.
  public let destination: String
  /// Where the destination stands.
  public let location: SourceLocation

  /// Creates a request.
  public init(kind: Kind, destination: String, location: SourceLocation) {
    self.kind = kind
    self.destination = destination
    self.location = location
  }
}
