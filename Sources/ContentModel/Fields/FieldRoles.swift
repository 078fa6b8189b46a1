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

extension MappingReader {
  /// Reads the name of a member of an object; one that it does not have is reported.
  mutating func member(_ key: String, of members: [String]) -> String? {
    guard let name = string(key) else { return nil }
    if members.contains(name) { return name }
    report(.unknownKey(name, known: members, at: location(ofKey: key)))
    return nil
  }
}
