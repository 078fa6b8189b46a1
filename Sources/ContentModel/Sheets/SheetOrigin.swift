/// The sheet of another site that a sheet is made from.
public struct SheetOrigin: Sendable, Hashable {
  /// The address of its page.
  public let url: String
  /// Its version, as its site called it then.
  public let version: String?
  /// The SHA-256 digest of its source then, in hexadecimal.
  public let digest: String?
}
