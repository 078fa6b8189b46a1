import Diagnostics

/// A link to other sheets that these sheets show too, under the name of its inverse.
public struct RelationDefinition: Sendable, Hashable {
  /// The key and the sheets that it may name.
  public let field: FieldDefinition
  /// The types that it may name; any when empty.
  public let targets: [String]
  /// Whether a sheet without it is worth a remark.
  public let isExpected: Bool
  /// The name that the targets know it by.
  public let inverse: Inverse?

  /// The other end of a relation.
  public struct Inverse: Sendable, Hashable {
    /// The key in templates and data.
    public let name: String
    /// What readers see.
    public let label: Label
    /// Whether a sheet of the targets that nothing names is worth a remark.
    public let isExpected: Bool
  }
}
