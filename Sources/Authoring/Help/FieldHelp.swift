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
      [row(of: field, in: path)] + rows(of: field.kind.fields, in: path + [field.key])
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
    if let limits = limits(of: field.kind) { parts.append(limits) }
    let one = parts.joined(separator: ", ")
    guard field.isList else { return one }
    let count =
      bounds(field.elementCount, format.integer) ?? format.words.text("champ_plusieurs")
    return format.words.text("champ_liste", ["nombre": count, "quoi": one])
  }

  /// Between what a value must lie, in words; nil when it may be any.
  private func limits(of kind: FieldKind) -> String? {
    switch kind.limits {
    case .none: nil
    case .characters(let limits):
      bounds(limits, format.integer).map { format.words.text("champ_caracteres", ["n": $0]) }
    case .integers(let limits): bounds(limits, format.integer)
    case .numbers(let limits): bounds(limits, format.number)
    case .days(let limits): bounds(limits, format.date)
    case .minutes(let limits): bounds(limits) { format.duration(minutes: $0) }
    }
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
    if case .scale(let range, let labels) = kind.steps {
      let steps = zip(range, labels).map { "\(format.integer($0)) = \(format.label($1))" }
      return steps.isEmpty ? nil : steps.joined(separator: ", ")
    }
    guard let types = kind.referenceTypes, !types.isEmpty else { return nil }
    return types.joined(separator: ", ")
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
