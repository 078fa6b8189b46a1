import Formats

extension JSONValue {
  /// Values to choose from, each with what people call it.
  static func choices(_ choices: [(value: String, label: String)]) -> JSONValue {
    .array(choices.map { ["value": .string($0.value), "label": .string($0.label)] })
  }
}
