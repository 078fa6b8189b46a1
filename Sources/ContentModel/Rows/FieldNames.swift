import TextEncoding

/// The fields of a type by what people call them: their keys and their labels in every language.
package struct FieldNames {
  private var fields: [String: FieldDefinition] = [:]

  /// Keys that say what a sheet is, which no heading of a text gives.
  private static let ofTheSheet: Set<String> = [
    "type", "draft", "slug", "aliases", "view", "title",
  ]

  package init(_ type: ContentType) {
    self.init(type.allFields)
    for key in Self.ofTheSheet where type.field(key)?.key == key {
      fields = fields.filter { $0.value.key != key }
    }
  }

  package init(_ definitions: [FieldDefinition]) {
    for field in definitions {
      for name in [field.key] + field.aliases + field.label.texts.values.sorted() {
        let name = Self.normal(name)
        if !name.isEmpty, fields[name] == nil { fields[name] = field }
      }
    }
  }

  /// Returns the field that a heading or a label means; `Matériel (par groupe) :` means `Matériel`.
  package func field(named text: some StringProtocol) -> FieldDefinition? {
    let text = text.prefix { $0 != "(" }
    return fields[Self.normal(String(text))]
  }

  private static func normal(_ name: String) -> String {
    Slug.make(from: name.replacing("_", with: " "))
  }
}
