/// A value of a facet: its stable identifier and the words shown.
public struct SearchTerm: Sendable, Hashable {
  /// The identifier, as written in addresses.
  public var id: String
  /// The words shown to the reader.
  public var label: String
  /// Its place among the values of its facet; equal ranks go by label.
  public var rank: Int

  /// Creates a term.
  public init(id: String, label: String, rank: Int = 0) {
    self.id = id
    self.label = label
    self.rank = rank
  }
}

/// The values that a page has in one facet.
public struct SearchFacet: Sendable, Hashable {
  /// The facet's name, as written in addresses.
  public var name: String
  /// The words shown above its values.
  public var label: String
  /// The page's values.
  public var values: [SearchTerm]

  /// Creates a facet.
  public init(name: String, label: String, values: [SearchTerm]) {
    self.name = name
    self.label = label
    self.values = values
  }
}

/// An interval that a page covers, such as 4 to 30 people.
public struct SearchRange: Sendable, Hashable {
  /// The range's name, as written in addresses.
  public var name: String
  /// The words shown beside its bounds.
  public var label: String
  /// The unit of both bounds, such as `min`; may be empty.
  public var unit: String
  /// The lower bound; bounds are kept as whole numbers from 0 to a thousand million.
  public var low: Double
  /// The upper bound, taken as `low` when it is less.
  public var high: Double

  /// Creates a range.
  public init(name: String, label: String, unit: String = "", low: Double, high: Double) {
    self.name = name
    self.label = label
    self.unit = unit
    self.low = low
    self.high = high
  }
}
