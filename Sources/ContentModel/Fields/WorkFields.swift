import Diagnostics

/// The members of a field that credits works of others, by what they hold.
public struct WorkFields: Sendable, Hashable {
  /// The title of the work.
  public let title: String?
  /// Who made it.
  public let author: String?
  /// Where it is from.
  public let source: String?
  /// The terms of its reuse.
  public let licence: String?
  /// What was changed.
  public let changes: String?
  /// The picture of the sheet that is this work.
  public let picture: String?
}

extension WorkFields {
  /// Reads the names of the members; one that the field does not have is reported.
  init(in members: [String], _ reader: inout MappingReader) {
    title = reader.member("titre", of: members)
    author = reader.member("auteur", of: members)
    source = reader.member("source", of: members)
    licence = reader.member("licence", of: members)
    changes = reader.member("modifications", of: members)
    picture = reader.member("image", of: members)
  }
}
