import Diagnostics

/// What the program makes of a field beside showing it, as its type declares it.
public struct FieldRoles: Sendable, Hashable {
  /// Whether the sheet is to be read again by the day that the field holds.
  public var isReviewDay = false
  /// The member whose minutes add up over the list: each value has a clock, the list a total.
  public var addedMember: String?
  /// The members of a value that credits a work of others.
  public var work: WorkFields?
  /// The members of a value that names the sheet of another site which this one is made from.
  public var origin: OriginFields?

  /// Creates the roles of a field that declares none.
  public init() {}
}

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

/// The members of a field that names the sheet which this one is made from, by what they hold.
public struct OriginFields: Sendable, Hashable {
  /// The address of its page.
  public let url: String?
  /// Its version, as its site calls it.
  public let version: String?
  /// The SHA-256 digest of its source, in hexadecimal.
  public let digest: String?
}

extension FieldRoles {
  /// Reads the keys `revision`, `cumul`, `oeuvre` and `origine` of a field; a role that its kind cannot have is
  /// reported.
  init(of kind: FieldKind, isList: Bool, _ reader: inout MappingReader) {
    isReviewDay = reader.boolean("revision")
    if isReviewDay, !(kind.rules is DateKind) || isList {
      reader.report(.reviewDayOfAnotherKind(at: reader.location(ofKey: "revision")))
      isReviewDay = false
    }
    addedMember = reader.string("cumul")
    if let addedMember {
      let known = kind.fields.filter { $0.kind.rules is IntegerKind }.map(\.key)
      if !isList || !known.contains(addedMember) {
        let location = reader.location(ofKey: "cumul")
        reader.report(.unusableSum(addedMember, known: known, at: location))
        self.addedMember = nil
      }
    }
    if let node = reader.node("oeuvre"), var names = reader.reader(of: node) {
      work = WorkFields(in: kind.fields.map(\.key), &names)
      reader.take(&names)
    }
    if let node = reader.node("origine"), var names = reader.reader(of: node) {
      origin = OriginFields(in: kind.fields.map(\.key), &names)
      reader.take(&names)
    }
  }
}

extension WorkFields {
  /// Reads the names of the members; one that the field does not have is reported.
  fileprivate init(in members: [String], _ reader: inout MappingReader) {
    title = reader.member("titre", of: members)
    author = reader.member("auteur", of: members)
    source = reader.member("source", of: members)
    licence = reader.member("licence", of: members)
    changes = reader.member("modifications", of: members)
    picture = reader.member("image", of: members)
  }
}

extension OriginFields {
  /// Reads the names of the members; one that the field does not have is reported.
  fileprivate init(in members: [String], _ reader: inout MappingReader) {
    url = reader.member("url", of: members)
    version = reader.member("version", of: members)
    digest = reader.member("empreinte", of: members)
  }
}

extension MappingReader {
  /// Reads the name of a member of an object; one that it does not have is reported.
  fileprivate mutating func member(_ key: String, of members: [String]) -> String? {
    guard let name = string(key) else { return nil }
    if members.contains(name) { return name }
    report(.unknownKey(name, known: members, at: location(ofKey: key)))
    return nil
  }
}
