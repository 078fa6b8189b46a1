import Calendars

/// A number, or a range of numbers.
public struct NumberRange: Sendable, Hashable {
  /// The lower end.
  public let low: Double
  /// The upper end; the same as `low` when one number is given.
  public let high: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Reads `4`, `4 – 30`, `2,5 à 3`.
  init?(parsing text: String) {
    let ends = RangeText.split(text).map(NumberText.number)
    guard (1...2).contains(ends.count), let first = ends.first, let low = first,
      let last = ends.last, let high = last
    else { return nil }
    self.init(low: low, high: high)
  }
}
