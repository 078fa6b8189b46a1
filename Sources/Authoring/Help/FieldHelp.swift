package import ContentModel
package import SiteGraph
package import Theming

/// Tells writers what fields may hold.
package struct FieldHelp {
  package let format: ValueFormat
  package let vocabularies: [String: Vocabulary]

  package init(
    format: ValueFormat, vocabularies: [String: Vocabulary]
  ) {
    self.format = format
    self.vocabularies = vocabularies
  }

  /// Returns what templates read of each field, followed by the fields of its objects.
  package func rows(of fields: [FieldDefinition], in path: [String] = []) -> [TemplateValue] {
    fields.flatMap { field in
      var nested: [FieldDefinition] = []
      if case .object(let fields) = field.kind { nested = fields }
      return [row(of: field, in: path)] + rows(of: nested, in: path + [field.key])
    }
  }

  /// Returns what templates read of a field.
  ///
  /// - Parameters:
  ///   - path: The keys of the objects that it is in.
  ///   - inverse: The other end of the relation that it is.
  package func row(
    of field: FieldDefinition, in path: [String] = [], inverse: RelationDefinition.Inverse? = nil
  ) -> TemplateValue {
    let key = Self.spelling(of: field)
    let others = field.aliases.filter { $0 != key }
    return .object([
      "key": .text(key), "label": format.labelValue(field.label),
      "others": others.isEmpty ? .none : .text(others.joined(separator: ", ")),
      "inside": path.isEmpty ? .none : .text(path.joined(separator: " › ")),
      "depth": .number(path.count),
      "required": .flag(field.isRequired && field.defaultValue == nil),
      "help": field.help.map(format.labelValue) ?? .none,
      "kind": .text(kind(of: field)), "values": .optional(values(of: field.kind)),
      "vocabulary": field.kind.vocabulary.flatMap { vocabularies[$0] }.map(link) ?? .none,
      "otherwise": .optional(field.defaultValue.map(text)),
      "inverse": inverse.map { format.labelValue($0.label) } ?? .none,
      "example": .optional(field.example(key: key, vocabularies: vocabularies)),
    ])
  }

  /// The French spelling of a core key, which comes last but where it is also English; the key of
  /// any other field.
  package static func spelling(of field: FieldDefinition) -> String {
    let label = field.label.text(in: "fr").lowercased()
    return field.aliases.first { $0 == label } ?? field.aliases.last ?? field.key
  }

  /// What a value may be, in words: « nombre entier, de 1 à 3 ».
  package func kind(of field: FieldDefinition) -> String {
    let key = "champ_" + field.kind.name
    var parts = [format.words.text(key)]
    switch field.kind {
    case .text(let length, _), .markdown(let length):
      if let bounds = bounds(length, format.integer) {
        parts.append(format.words.text("champ_caracteres", ["n": bounds]))
      }
    case .integer(let limits): parts += bounds(limits, format.integer).map { [$0] } ?? []
    case .number(let limits), .range(let limits):
      parts += bounds(limits, format.number).map { [$0] } ?? []
    case .date(let limits): parts += bounds(limits, format.date).map { [$0] } ?? []
    case .duration(let limits):
      parts += bounds(limits) { format.duration(minutes: $0) }.map { [$0] } ?? []
    case .scale(let lowest, let highest, _):
      parts += bounds(Bounds(min: lowest, max: highest), format.integer).map { [$0] } ?? []
    default: break
    }
    let one = parts.joined(separator: ", ")
    guard field.isList else { return one }
    let count =
      bounds(field.elementCount, format.integer) ?? format.words.text("champ_plusieurs")
    return format.words.text("champ_liste", ["nombre": count, "quoi": one])
  }

  private func bounds<Value>(_ bounds: Bounds<Value>, _ write: (Value) -> String) -> String? {
    switch (bounds.min, bounds.max) {
    case (let min?, let max?):
      format.words.text("champ_de_a", ["min": write(min), "max": write(max)])
    case (let min?, nil): format.words.text("champ_au_moins", ["n": write(min)])
    case (nil, let max?): format.words.text("champ_au_plus", ["n": write(max)])
    case (nil, nil): nil
    }
  }

  /// The steps of a scale with their numbers; the types that a reference may name.
  package func values(of kind: FieldKind) -> String? {
    switch kind {
    case .scale(let lowest, _, let labels):
      let steps = labels.enumerated().map { place, label in
        "\(format.integer(lowest + place)) = \(format.label(label))"
      }
      return steps.isEmpty ? nil : steps.joined(separator: ", ")
    case .reference(let types): return types.isEmpty ? nil : types.joined(separator: ", ")
    default: return nil
    }
  }

  private func link(to vocabulary: Vocabulary) -> TemplateValue {
    .object(["id": .text(vocabulary.id), "label": format.labelValue(vocabulary.label)])
  }

  /// A value as sheets write it.
  private func text(of value: FieldValue) -> String {
    if case .boolean(let flag) = value { return format.words.text(flag ? "oui" : "non") }
    return value.string ?? ""
  }
}

extension FieldKind {
  /// The vocabulary that the values are terms of.
  package var vocabulary: String? {
    if case .term(let vocabulary) = self { vocabulary } else { nil }
  }

  /// The vocabularies that values take terms of, in objects too.
  package var vocabularies: [String] {
    switch self {
    case .term(let vocabulary): [vocabulary]
    case .object(let fields): fields.flatMap(\.kind.vocabularies)
    default: []
    }
  }
}
