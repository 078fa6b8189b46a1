package import ContentModel
import Authoring

/// A field of a file as the desk reads and writes it.
package struct FormField: Sendable {
  /// Its key in forms.
  package let key: String
  /// Every key that a file may give it.
  let names: [String]
  /// The key of a new line.
  let spelling: String
  /// Whether it holds a list.
  let holdsList: Bool
  /// Whether a value is words for people, which are written between quotes.
  let isText: Bool
  /// The fields of an object.
  let parts: [FormField]
  /// What its type declares; nil where no type does.
  let definition: FieldDefinition?

  init(
    _ key: String, also otherNames: [String] = [], holdsList: Bool = false, isText: Bool = false,
    parts: [FormField] = []
  ) {
    self.key = key
    names = [key] + otherNames
    spelling = key
    self.holdsList = holdsList
    self.isText = isText
    self.parts = parts
    definition = nil
  }

  init(_ definition: FieldDefinition) {
    key = definition.key
    names = [definition.key] + definition.aliases
    spelling = FieldHelp.spelling(of: definition)
    holdsList = definition.holdsList
    isText = definition.kind.isTranslatable
    var parts = definition.kind.fields.map { FormField($0) }
    if case .keys(let keys, _) = definition.kind.schema {
      // The named values of a kind that has no definitions of its own.
      for (key, schema) in keys {
        if case .list = schema {
          parts.append(FormField(key, holdsList: true))
        } else {
          parts.append(FormField(key))
        }
      }
    }
    self.parts = parts
    self.definition = definition
  }
}
