/// The values that a page has in one facet.
public struct SearchFacet: Sendable, Hashable {
  /// The facet's name, as written in addresses.
  public var name: String
  /// The words shown above its values.
  public var label: String
  /// Whether a query that names a value is filtered by it.
  public var isRead: Bool
  /// Whether its values are what one comes for, and so where a search may start.
  public var isSubject: Bool
  /// The page's values.
  public var values: [SearchTerm]

  /// Creates a facet.
  public init(
    name: String, label: String, isRead: Bool = false, isSubject: Bool = false,
    values: [SearchTerm]
  ) {
    self.name = name
    self.label = label
    self.isRead = isRead
    self.isSubject = isSubject
    self.values = values
  }
}
