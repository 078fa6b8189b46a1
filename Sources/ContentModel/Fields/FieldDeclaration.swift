import Diagnostics

/// The keys that declare a field in a type, as its kind reads them.
struct FieldDeclaration {
  /// The key of the field.
  let key: String
  var keys: MappingReader
  /// What reads the fields of an object, and knows the vocabularies.
  let site: FieldDefinitionReader
  /// What is wrong with the fields of an object.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ key: String, _ keys: MappingReader, of site: FieldDefinitionReader) {
    self.key = key
    self.keys = keys
    self.site = site
  }

  /// Reads `min` and `max` as whole numbers.
  mutating func integers() -> Bounds<Int> { limits { NumberText.integer($0) } }

  /// Reads `min` and `max` as decimal numbers.
  mutating func numbers() -> Bounds<Double> { limits { NumberText.number($0) } }

  /// Reads `min` and `max`.
  mutating func limits<Value>(_ parse: (String) -> Value?) -> Bounds<Value> {
    let (least, most) = (limit("min", parse), limit("max", parse))
    if let least, let most, least > most {
      keys.report(.reversedLimits("min", "max", at: keys.location(ofKey: "max")))
    }
    return Bounds(min: least, max: most)
  }

  private mutating func limit<Value>(_ key: String, _ parse: (String) -> Value?) -> Value? {
    guard let text = keys.string(key) else { return nil }
    if let value = parse(text) { return value }
    keys.report(.unreadableLimit(text, at: keys.location(ofKey: key)))
    return nil
  }

  /// Reads the fields of an object.
  mutating func fields() -> [FieldDefinition] {
    var fields: [FieldDefinition] = []
    for entry in keys.entries("champs") {
      guard var nested = keys.reader(of: entry.2) else { continue }
      if let field = site.read(entry.key, &nested, reporting: &diagnostics) { fields.append(field) }
    }
    return fields
  }
}
