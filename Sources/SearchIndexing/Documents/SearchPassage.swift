/// A part of a page, from a heading to the next.
public struct SearchPassage: Sendable, Hashable {
  /// The heading, as plain text; empty for what precedes the first heading.
  public var heading: String
  /// The text without markup, in UTF-8; invalid bytes separate words.
  public var text: [UInt8]

  /// Creates a passage.
  public init(heading: String = "", text: [UInt8]) {
    self.heading = heading
    self.text = text
  }
}
