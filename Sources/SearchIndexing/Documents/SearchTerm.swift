/// A value of a facet: its stable identifier and the words shown.
public struct SearchTerm: Sendable, Hashable {
  /// The identifier, as written in addresses.
  public var id: String
  /// The words shown to the reader.
  public var label: String
  /// Other words that name it in a query, where its facet is read in queries.
  public var names: [String]
  /// Its place among the values of its facet; equal ranks go by label.
  public var rank: Int

  /// Creates a term.
  public init(id: String, label: String, names: [String] = [], rank: Int = 0) {
    self.id = id
    self.label = label
    self.names = names
    self.rank = rank
  }
}
