import Diagnostics
import YAMLParsing

/// An object with fields of its own.
struct ObjectKind: FieldKindRules {
  static let name = "objet"
  let table: FieldTable
  /// The member that a value holds which is written as a text alone.
  var shorthand: String?

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    Self(table: FieldTable(keys.fields()))
  }

  func read(_ node: YAMLNode, _ key: String, in reader: inout FieldReader) -> FieldValue? {
    if node.scalar != nil, let member = shorthand.flatMap({ table[$0] }) {
      return reader.value(of: node, member).map { .object([member.key: $0]) }
    }
    guard let mapping = node.mapping else {
      return reader.refuse(
        .expectedObject(
          key, keys: table.definitions.map(\.key), at: reader.location(of: node)))
    }
    return .object(reader.read(mapping, definitions: table, unknownKeys: .reported).values)
  }

  func content(of value: FieldValue) -> [String: FieldValue]? {
    if case .object(let values) = value { values } else { nil }
  }

  func shown(_ values: [String: FieldValue]) -> ShownValue { .object(values, table.definitions) }
  func json(_ values: [String: FieldValue]) -> JSONShape {
    .object(sorted(values).map { ($0.field.key, $0.field.kind.json($0.value)) })
  }
  func texts(_ values: [String: FieldValue]) -> [FieldText] {
    sorted(values).flatMap { $0.field.kind.texts(of: $0.value) }
  }
  func order(_ values: [String: FieldValue]) -> FieldOrder { .none }
  /// An object with `min` and `max` says from where to where.
  func facet(_ values: [String: FieldValue]) -> FieldFacet {
    func span(_ key: String) -> FieldSpan? {
      guard let value = values[key], let field = table[key],
        case .span(let span) = field.kind.facet(of: value)
      else { return nil }
      return span
    }
    let (least, most) = (span("min"), span("max"))
    guard let low = least ?? most, let high = most ?? least else { return .none }
    return .span(FieldSpan(low.low, max(low.low, high.high), unit: low.unit))
  }
  var uses: Set<FieldUse> { table["min"] != nil && table["max"] != nil ? [.filters] : [] }
  var fields: FieldTable? { table }
  var isTranslatable: Bool { table.definitions.contains(where: \.kind.isTranslatable) }

  var control: FieldControl { .parts }
  var schema: FieldSchema { .fields(table.definitions) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { nil }
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    let required = table.definitions.filter { $0.isRequired && $0.defaultValue == nil }
    let parts = (required.isEmpty ? Array(table.definitions.prefix(1)) : required)
      .map { $0.placeholder(filler: filler, vocabularies: vocabularies) }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  /// The values with their fields, in the order of their keys.
  private func sorted(
    _ values: [String: FieldValue]
  ) -> [(field: FieldDefinition, value: FieldValue)] {
    values.sorted { $0.key < $1.key }.compactMap { key, value in
      table[key].map { ($0, value) }
    }
  }
}
