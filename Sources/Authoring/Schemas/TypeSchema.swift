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
    let one = values(of: field.kind)
    let count = (min: field.elementCount.min, max: field.elementCount.max)
    let isList = field.isList || field.kind == .tags
    return (isList ? one.list(count: count) : one).orNothing()
      .describing(title: field.label.text(in: language), field.help?.text(in: language))
  }

  /// What one value of a kind of field may be.
  ///
  /// Where a text has a grammar of its own, such as a duration, editors are told its type alone: the
  /// program says the rest.
  private func values(of kind: FieldKind) -> JSONSchema {
    switch kind {
    case .text(let length, let pattern):
      JSONSchema.type("string").orNumber()
        .adding("minLength", length.min.map { .integer($0) })
        .adding("maxLength", length.max.map { .integer($0) })
        .adding("pattern", pattern.map { .string("^(?:\($0))$") })
    case .markdown(let length):
      JSONSchema.type("string").orNumber()
        .adding("minLength", length.min.map { .integer($0) })
        .adding("maxLength", length.max.map { .integer($0) })
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
    case .scale(let lowest, let highest, let labels): scale(lowest, highest, labels)
    case .boolean: .any(of: [.type("boolean"), .choice(["oui", "non", "vrai", "faux"])])
    case .date, .dateTime:
      .type("string", JSONMember("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}")))
    case .term(let name): term(of: name)
    case .url: .type("string", JSONMember("pattern", .string("^[Hh][Tt][Tt][Pp][Ss]?://")))
    case .object(let fields):
      .object(
        fields.map { ($0.key, schema(of: $0)) },
        required: fields.filter { $0.isRequired && $0.defaultValue == nil }.map(\.key))
    case .view: .type("object", JSONMember("required", .strings(["genre"])))
    case .recurrence: recurrence
    case .duration, .range, .tags, .image, .file, .reference, .licence, .language:
      JSONSchema.type("string").orNumber()
    }
  }

  private var recurrence: JSONSchema {
    let day = JSONSchema.type(
      "string", JSONMember("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))
    let weekdays = JSONSchema.choice(Recurrence.weekdayNames)
    return .object(
      [
        ("frequence", .choice(Recurrence.Frequency.allCases.map(\.rawValue))),
        ("intervalle", .type("integer", JSONMember("minimum", .integer(1)))),
        ("jours", weekdays.list(count: (nil, nil))), ("rang", .type("integer")),
        ("jusqu_au", day), ("fois", .type("integer", JSONMember("minimum", .integer(1)))),
        ("sauf", day.list(count: (nil, nil))),
      ], required: ["frequence"])
  }

  private func scale(_ lowest: Int, _ highest: Int, _ labels: [Label]) -> JSONSchema {
    let steps = labels.enumerated().map { "\(lowest + $0) : \($1.text(in: language))" }
    return JSONSchema.type("integer", JSONMember("minimum", .integer(lowest)))
      .adding("maximum", .integer(highest))
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
