import Diagnostics

/// What the program makes of a field beside showing it, as its type declares it.
public struct FieldRoles: Sendable, Hashable {
  /// Whether the sheet is to be read again by the day that the field holds.
  public var isReviewDay = false
  /// The member whose minutes add up over the list: each value has a clock, the list a total.
  public var addedMember: String?
  /// The members of a value that credits a work of others.
  public var work: WorkFields?

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
}

extension FieldRoles {
  /// Reads the keys `revision`, `cumul` and `oeuvre` of a field; a role that its kind cannot have is
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
  }
}

extension WorkFields {
  /// Reads the names of the members; one that the field does not have is reported.
  fileprivate init(in members: [String], _ reader: inout MappingReader) {
    func member(_ key: String) -> String? {
      guard let name = reader.string(key) else { return nil }
      if members.contains(name) { return name }
      reader.report(.unknownKey(name, known: members, at: reader.location(ofKey: key)))
      return nil
    }
    title = member("titre")
    author = member("auteur")
    source = member("source")
    licence = member("licence")
    changes = member("modifications")
  }
}
