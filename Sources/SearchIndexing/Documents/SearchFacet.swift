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

/// An interval that a page covers, such as 4 to 30 people.
public struct SearchRange: Sendable, Hashable {
  /// What a number in a query must say to be read as a filter.
  public enum Reading: String, Sendable, Hashable {
    /// Nothing: no query is filtered by it.
    case never = ""
    /// A time: « 30 minutes ».
    case minutes = "m"
    /// A number of people: « 12 personnes ».
    case people = "p"
  }

  /// The range's name, as written in addresses.
  public var name: String
  /// The words shown beside its bounds.
  public var label: String
  /// The unit of both bounds, such as `min`; may be empty.
  public var unit: String
  /// How it is read in queries.
  public var reading: Reading
  /// The lower bound; bounds are kept as whole numbers from 0 to a thousand million.
  public var low: Double
  /// The upper bound, taken as `low` when it is less.
  public var high: Double

  /// Creates a range.
  public init(
    name: String, label: String, unit: String = "", reading: Reading = .never, low: Double,
    high: Double
  ) {
    self.name = name
    self.label = label
    self.unit = unit
    self.reading = reading
    self.low = low
    self.high = high
  }
}
