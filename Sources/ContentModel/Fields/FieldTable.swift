import TextEncoding

/// Definitions of fields, found by any of their keys.
struct FieldTable: Sendable, Hashable {
  /// The definitions, in the order of their declaration.
  let definitions: [FieldDefinition]
  /// Those that a sheet without them has a value for, or has to have.
  let completed: [FieldDefinition]
  /// Every key that may be written, in that order.
  let keys: [String]
  private let indexByKey: [String: Int]

  init(_ definitions: [FieldDefinition]) {
    self.definitions = definitions
    completed = definitions.filter { $0.defaultValue != nil || $0.isRequired }
    var keys: [String] = []
    var indexByKey: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() {
      for key in [definition.key] + definition.aliases where indexByKey[key] == nil {
        keys.append(key)
        indexByKey[key] = index
      }
    }
    self.keys = keys
    self.indexByKey = indexByKey
  }

  /// Returns the field of a key that is written with capitals or accents of its own: `Résumé`.
  func definition(ofAnyCase key: String) -> FieldDefinition? {
    let folded = Slug.make(from: key).replacing("-", with: "_")
    return self[folded] ?? self[key.lowercased()]
  }

  subscript(key: String) -> FieldDefinition? {
    indexByKey[key].map { definitions[$0] }
  }
}
