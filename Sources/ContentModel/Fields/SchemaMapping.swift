import YAMLParsing

/// What a field is in the words of schema.org.
public struct SchemaMapping: Sendable, Hashable {
  /// The properties that its value is given as, at least one.
  public let properties: [String]
  /// The class of its values where they are objects, as in `HowToStep`.
  public let className: String?
  /// What the values are of which a member says no.
  public let otherwise: Otherwise?

  /// Another property, for some values.
  public struct Otherwise: Sendable, Hashable {
    /// The member of a value that says no.
    public let member: String
    /// The property of such values.
    public let property: String
    /// Their class.
    public let className: String?
  }

  /// Creates a mapping to one property.
  public init(_ property: String) {
    properties = [property]
    className = nil
    otherwise = nil
  }
}

extension SchemaMapping {
  /// Reads a property, a list of them, or a mapping that also says the class of the values; nil when
  /// the key is not there, or names no property, which is then reported.
  init?(_ reader: inout MappingReader, key: String = "schema_org") {
    guard let node = reader.node(key) else { return nil }
    guard node.mapping != nil else {
      properties = reader.strings(key)
      className = nil
      otherwise = nil
      if properties.isEmpty { return nil }
      return
    }
    guard var keys = reader.reader(of: node) else { return nil }
    defer { reader.take(&keys) }
    properties = keys.strings("propriete")
    className = keys.string("classe")
    otherwise = keys.node("sinon").flatMap { node in
      guard var other = keys.reader(of: node) else { return nil }
      defer { keys.take(&other) }
      guard let member = other.string("champ"), let property = other.string("propriete") else {
        other.report(.expectedScalar("propriete", at: other.location(ofKey: "propriete")))
        return nil
      }
      return Otherwise(member: member, property: property, className: other.string("classe"))
    }
    if properties.isEmpty {
      keys.report(.expectedScalar("propriete", at: keys.location(ofKey: "propriete")))
      return nil
    }
  }
}
