import Diagnostics

/// The members of a field that names the sheet which this one is made from, by what they hold.
public struct OriginFields: Sendable, Hashable {
  /// The address of its page.
  public let url: String?
  /// Its version, as its site calls it.
  public let version: String?
  /// The SHA-256 digest of its source, in hexadecimal.
  public let digest: String?
}

extension OriginFields {
  /// Reads the names of the members; one that the field does not have is reported.
  init(in members: [String], _ reader: inout MappingReader) {
    url = reader.member("url", of: members)
    version = reader.member("version", of: members)
    digest = reader.member("empreinte", of: members)
  }
}
