/// A file of the index, to be published in one folder with the others.
public struct IndexFile: Sendable, Hashable {
  /// Its name, which holds ten digits of the SHA-256 of its bytes.
  public let name: String
  /// A classic script in UTF-8.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
