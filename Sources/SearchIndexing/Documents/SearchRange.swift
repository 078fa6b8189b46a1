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
