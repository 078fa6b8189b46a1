public import Diagnostics

/// The plain text of a section of a document.
public struct SearchPassage: Sendable, Hashable {
  /// The id of the heading that opens the section; none before the first heading.
  public let headingID: String?
  /// The text of that heading.
  public let headingText: String
  /// The text of the section as typed, in UTF-8, up to the next heading.
  public let text: [UInt8]
}
