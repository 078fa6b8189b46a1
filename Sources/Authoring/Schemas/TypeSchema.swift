import ContentModel
import Formats

/// The schema of the front matter of a type of sheets.
struct TypeSchema {
  package let type: ContentType
  package let vocabularies: [String: Vocabulary]
  /// The language of what editors show.
  package let language: String

  /// The schema as a JSON document.
  package func document() -> JSONValue {
    var properties: [(String, JSONSchema)] = []
    var required: [JSONSchema] = []
    for field in type.allFields {
      let names = field.aliases.isEmpty ? [field.key] : field.aliases
      properties += names.map { ($0, schema(of: field)) }
      guard field.isRequired, field.defaultValue == nil else { continue }
      required.append(.any(of: names.map { Self.requiring($0) }))
    }
    let object = JSONSchema.object(properties)
    return object.describing(title: type.label.text(in: language), nil)
      .adding("allOf", required.isEmpty ? nil : .array(required.map(\.value))).document
  }

  private static func requiring(_ key: String) -> JSONSchema {
    JSONSchema([JSONMember("required", .strings([key]))])
  }

  private func schema(of field: FieldDefinition) -> JSONSchema {
    let one = schema(field.kind.schema)
    let count = (min: field.elementCount.min, max: field.elementCount.max)
    return (field.holdsList ? one.list(count: count) : one).orNothing()
      .describing(title: field.label.text(in: language), field.help?.text(in: language))
  }

  private func schema(_ values: FieldSchema) -> JSONSchema {
    switch values {
    case .text(let length, let pattern):
      JSONSchema.type("string").orNumber()
        .adding("minLength", length.min.map { .integer($0) })
        .adding("maxLength", length.max.map { .integer($0) })
        .adding("pattern", pattern.map { .string("^(?:\($0))$") })
    case .matching(let pattern): .type("string", JSONMember("pattern", .string(pattern)))
    case .choice(let texts): .choice(texts)
    case .integer(let bounds):
      JSONSchema.type("integer")
        .adding("minimum", bounds.min.map { .integer($0) })
        .adding("maximum", bounds.max.map { .integer($0) })
    case .number(let bounds):
      .any(of: [
        JSONSchema.type("number")
          .adding("minimum", bounds.min.map { .number($0) })
          .adding("maximum", bounds.max.map { .number($0) }),
        // A decimal comma makes a text of a number.
        .type("string", JSONMember("pattern", .string("^-?[0-9]+,[0-9]+$"))),
      ])
    case .step(let range, let labels): scale(range, labels)
    case .boolean: .any(of: [.type("boolean"), .choice(["oui", "non", "vrai", "faux"])])
    case .term(let vocabulary): term(of: vocabulary)
    case .fields(let fields):
      .object(
        fields.map { ($0.key, schema(of: $0)) },
        required: fields.filter { $0.isRequired && $0.defaultValue == nil }.map(\.key))
    case .keys(let keys, let required):
      .object(keys.map { ($0.key, schema($0.value)) }, required: required)
    case .anyObject(let required): .type("object", JSONMember("required", .strings(required)))
    case .list(let values): schema(values).list()
    }
  }

  private func scale(_ range: ClosedRange<Int>, _ labels: [Label]) -> JSONSchema {
    let steps = zip(range, labels).map { "\($0) : \($1.text(in: language))" }
    return JSONSchema.type("integer", JSONMember("minimum", .integer(range.lowerBound)))
      .adding("maximum", .integer(range.upperBound))
      .adding("description", steps.isEmpty ? nil : .string(steps.joined(separator: " ; ")))
  }

  /// The terms of a vocabulary by their id, which editors offer first; other names hold as well, with
  /// or without a capital.
  private func term(of name: String) -> JSONSchema {
    guard let vocabulary = vocabularies[name] else { return .type("string") }
    let ids = vocabulary.terms.map(\.id)
    var others: [String] = []
    for name in vocabulary.names.flatMap({ [$0, $0.lowercased()] })
    where !ids.contains(name) && !others.contains(name) { others.append(name) }
    return .any(of: [.choice(ids)] + (others.isEmpty ? [] : [.choice(others)]))
  }
}
