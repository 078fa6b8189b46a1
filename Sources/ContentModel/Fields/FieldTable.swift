/// Definitions of fields, found by any of their keys.
struct FieldTable: Sendable {
  /// The definitions, in the order of their declaration.
  let definitions: [FieldDefinition]
  private let indexByKey: [String: Int]

  init(_ definitions: [FieldDefinition]) {
    self.definitions = definitions
    var indexByKey: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() {
      for key in [definition.key] + definition.aliases where indexByKey[key] == nil {
        indexByKey[key] = index
      }
    }
    self.indexByKey = indexByKey
  }

  subscript(key: String) -> FieldDefinition? {
    indexByKey[key].map { definitions[$0] }
  }

  /// Every key that may be written, by alphabetical order.
  var keys: [String] { indexByKey.keys.sorted() }
}
