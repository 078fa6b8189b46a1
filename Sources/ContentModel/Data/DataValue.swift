package import YAMLParsing

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
  static let maxValues = 1_000_000
  /// The most lists and objects inside each other.
  static let greatestDepth = 500

  /// Reads a node; nil when it holds too much once its aliases are followed.
  package init?(_ node: YAMLNode) {
    var budget = Self.maxValues
    guard let value = Self.make(node, depth: 0, budget: &budget) else { return nil }
    self = value
  }

  private static func make(_ node: YAMLNode, depth: Int, budget: inout Int) -> DataValue? {
    budget -= 1
    guard budget > 0, depth <= greatestDepth else { return nil }
    if node.isNull { return .null }
    switch node {
    case .scalar(let scalar):
      return .text(scalar.string)
    case .sequence(let sequence):
      var values: [DataValue] = []
      for element in sequence {
        guard let value = make(element, depth: depth + 1, budget: &budget) else { return nil }
        values.append(value)
      }
      return .list(values)
    case .mapping(let mapping):
      var values: [String: DataValue] = [:]
      for (key, node) in mapping {
        guard let key = key.scalar?.string else { continue }
        guard let value = make(node, depth: depth + 1, budget: &budget) else { return nil }
        values[key] = value
      }
      return .object(values)
    }
  }
}
