/// A file of the site: where it goes and what it holds.
public struct PublishedFile: Sendable, Hashable {
  /// The path from the site's root.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// Creates a file from its path and content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
