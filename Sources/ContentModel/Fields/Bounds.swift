/// A lower and an upper limit, either of which may be missing.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Sendable, Hashable {
  /// The least value.
  public let min: Value?
  /// The greatest value.
  public let max: Value?

  /// Creates bounds; none when both are left out.
  public init(min: Value? = nil, max: Value? = nil) {
    self.min = min
    self.max = max
  }

  /// Returns whether a value lies within the bounds.
  public func contains(_ value: Value) -> Bool {
    (min.map { $0 <= value } ?? true) && (max.map { value <= $0 } ?? true)
  }
}
