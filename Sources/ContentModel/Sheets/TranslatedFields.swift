import Diagnostics

/// Completes the fields of a translation with those of its original.
///
/// What does not depend on a language (numbers, terms, durations, files…) is the original's, unless
/// the translation gives its own; texts that it leaves out are the original's too, marked as
/// ``FieldValue/untranslated(_:)``. Relations, tags and the rank in lists always are the original's:
/// they are about the sheet, whatever the language.
struct TranslatedFields {
  private let original: Sheet
  private(set) var fields: FieldReader.Fields
  private(set) var diagnostics: [Diagnostic] = []

  /// The core keys that a translation shares with its original.
  private static let sharedKeys = ["tags", "weight"]
  /// The core keys that come from the original when the translation leaves them out.
  private static let inheritedKeys = [
    "authors", "licence", "image", "credits", "derived_from", "page_size",
  ]
  /// What is known of a text alone: its translation has dates of its own.
  private static let ownProperties: Set<String> = ["datePublished", "dateCreated", "dateModified"]

  /// Completes the fields that a translation gives.
  init(_ given: FieldReader.Fields, from original: Sheet) {
    self.original = original
    fields = given
    // What it leaves empty, the original has.
    fields.empty = [:]
    let type = original.type
    for relation in type.relations { share(relation.field.key) }
    for field in type.fields {
      if field.kind.referenceTypes != nil {
        share(field.key)
      } else if !Self.ownProperties.contains(field.schemaProperty ?? "") {
        fields.values[field.key] = merge(
          given.values[field.key], original.fields[field.key], field, key: field.key)
      }
    }
    for key in Self.sharedKeys + type.addedFields.map(\.key) { share(key) }
    for key in Self.inheritedKeys
    where CoreKey.value(of: key, in: fields.values) == nil {
      fields.values[key] = CoreKey.value(of: key, in: original.fields)
    }
  }

  /// Takes the value of the original, and reports that of the translation.
  private mutating func share(_ key: String) {
    for spelling in CoreKey.spellings(of: key) {
      if let location = fields.locations.removeValue(forKey: spelling) {
        diagnostics.append(.keptByOriginal(key, at: location))
      }
      fields.values[spelling] = original.fields[spelling]
    }
  }

  private mutating func merge(
    _ own: FieldValue?, _ other: FieldValue?, _ field: FieldDefinition, key: String
  ) -> FieldValue? {
    guard let own else { return other?.untranslated }
    let nested = field.kind.fields
    guard let other, !nested.isEmpty else { return own }
    switch (own, other) {
    case (.object(let values), .object(let others)):
      return merge(values, others, nested, key: key)
    case (.list(let elements), .list(let others)):
      guard elements.count == others.count else {
        diagnostics.append(
          .wrongTranslationCount(
            key, count: elements.count, original: others.count,
            at: fields.locations[key] ?? SourceLocation(path: original.path)))
        return own
      }
      return .list(
        zip(elements, others).map { element, other in
          guard case .object(let values) = element, case .object(let others) = other else {
            return element
          }
          return merge(values, others, nested, key: key)
        })
    default:
      return own
    }
  }

  private mutating func merge(
    _ own: [String: FieldValue], _ other: [String: FieldValue], _ nested: [FieldDefinition],
    key: String
  ) -> FieldValue {
    var values: [String: FieldValue] = [:]
    for field in nested {
      values[field.key] = merge(own[field.key], other[field.key], field, key: key)
    }
    return .object(values)
  }
}

extension FieldValue {
  /// The value as a translation shows it that leaves it out: its texts marked.
  var untranslated: FieldValue {
    switch self {
    case .text(let text), .markdown(let text, _):
      // « 1.0 » is the same in every language.
      text.contains(where: \.isLetter) ? .untranslated(self) : self
    case .list(let elements): .list(elements.map(\.untranslated))
    case .object(let values): .object(values.mapValues(\.untranslated))
    case .code, .integer, .number, .boolean, .date, .dateTime, .recurrence, .duration, .range,
      .scale, .term, .url, .file, .reference, .licence, .untranslated:
      self
    }
  }

  /// The value without the texts that are in the language of the original; nil when nothing is
  /// left.
  public var translated: FieldValue? {
    switch self {
    case .untranslated: return nil
    case .list(let elements):
      let left = elements.compactMap(\.translated)
      return left.isEmpty && !elements.isEmpty ? nil : .list(left)
    case .object(let values):
      // What is left of an object without its texts says nothing.
      return holdsUntranslatedText ? nil : .object(values)
    default: return self
    }
  }

  /// Whether a text in it is in the language of the original.
  var holdsUntranslatedText: Bool {
    switch self {
    case .untranslated: true
    case .list(let elements): elements.contains(where: \.holdsUntranslatedText)
    case .object(let values): values.values.contains(where: \.holdsUntranslatedText)
    default: false
    }
  }
}
