/// From a number to another, in a unit.
public struct FieldSpan: Sendable, Hashable {
  /// What the numbers count.
  public enum Unit: Sendable, Hashable {
    /// Nothing that is known.
    case none
    /// Minutes.
    case minutes
  }

  /// The least number.
  public let low: Double
  /// The greatest number.
  public let high: Double
  /// What they count.
  public let unit: Unit

  init(_ low: Double, _ high: Double, unit: Unit = .none) {
    self.low = low
    self.high = high
    self.unit = unit
  }
}
