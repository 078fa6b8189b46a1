/// A closed list of values, in an order.
public enum FieldSteps: Sendable, Hashable {
  /// The terms of a vocabulary.
  case terms(vocabulary: String)
  /// The steps of a scale, with a label a step or none.
  case scale(ClosedRange<Int>, labels: [Label])
}
