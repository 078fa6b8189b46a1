import Yams

/// A value of a data file, or of a key that no type declares.
public indirect enum DataValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// A text; numbers and booleans of YAML and CSV are kept as they are written.
  case text(String)
  /// Several values.
  case list([DataValue])
  /// Values by key.
  case object([String: DataValue])

  /// The most values that one file may hold once its aliases are followed.
  private static let mostValues = 1_000_000

  init(_ node: Node) {
    var budget = Self.mostValues
    self = Self.make(node, budget: &budget)
  }

  private static func make(_ node: Node, budget: inout Int) -> DataValue {
    budget -= 1
    guard budget > 0 else { return .null }
    if node.isNull { return .null }
    switch node {
    case .scalar(let scalar):
      return .text(scalar.string)
    case .sequence(let sequence):
      var values: [DataValue] = []
      for element in sequence { values.append(make(element, budget: &budget)) }
      return .list(values)
    case .mapping(let mapping):
      var values: [String: DataValue] = [:]
      for (key, value) in mapping {
        if let key = key.scalar?.string { values[key] = make(value, budget: &budget) }
      }
      return .object(values)
    case .alias:
      return .null
    }
  }
}
