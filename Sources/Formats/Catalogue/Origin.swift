import TextEncoding

/// The sheet of another site that a sheet is made from.
public struct Origin: Sendable, Hashable {
  /// The address of its page.
  public var url: String
  /// Its version, as its site called it then.
  public var version: String?
  /// The SHA-256 digest of its source then, in hexadecimal.
  public var sha256: String?

  /// Creates an origin.
  public init(url: String, version: String? = nil, sha256: String? = nil) {
    self.url = url
    self.version = version
    self.sha256 = sha256
  }

  /// Writes it as a JSON object of what is known.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.write("url", url)
    if let version { writer.write("version", version) }
    if let sha256 { writer.write("sha256", sha256) }
    writer.endObject()
  }
}
