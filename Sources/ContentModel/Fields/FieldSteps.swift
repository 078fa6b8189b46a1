/// A closed list of values, in an order.
public enum FieldSteps: Sendable, Hashable {
  /// The terms of a vocabulary.
  case terms(vocabulary: String)
  /// The steps of a scale, with one label a step, or no labels.
  case scale(ClosedRange<Int>, labels: [Label])
}
