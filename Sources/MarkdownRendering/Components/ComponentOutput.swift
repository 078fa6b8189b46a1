/// What a component makes of a block.
public struct ComponentOutput: Sendable, Hashable {
  /// HTML that stands as a block, in UTF-8.
  public let html: [UInt8]
  /// The words it shows, for the search.
  public let text: String

  /// Creates an output.
  public init(html: [UInt8], text: String) {
    self.html = html
    self.text = text
  }
}
