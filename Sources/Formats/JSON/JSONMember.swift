/// One named value of a JSON object.
public struct JSONMember: Sendable, Hashable {
  /// The name.
  public let key: String
  /// The value.
  public let value: JSONValue

  /// Creates a member from its name and value.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
