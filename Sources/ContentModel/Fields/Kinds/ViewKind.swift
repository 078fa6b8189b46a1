import YAMLParsing

/// What the page shows below its text: a declaration, or a list of them, that ``ViewReader`` reads.
///
/// Every sheet may have one, and no type declares one.
struct ViewKind: FieldKindRules {
  static let name = "vue"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ node: YAMLNode, _ key: String, in reader: inout FieldReader) -> FieldValue? { nil }
  var isReadElsewhere: Bool { true }

  func content(of value: FieldValue) -> FieldValue? { nil }

  func shown(_ view: FieldValue) -> ShownValue { .code("") }
  func json(_ view: FieldValue) -> JSONShape { .string("") }
  func texts(_ view: FieldValue) -> [FieldText] { [] }
  func order(_ view: FieldValue) -> FieldOrder { .none }
  func facet(_ view: FieldValue) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .source }
  var schema: FieldSchema { .list(.anyObject(required: ["genre"])) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    "{ genre: tableau, type: projet, par: etat }"
  }
}

extension FieldKind {
  /// What the page shows below its text.
  static let view = FieldKind(ViewKind())
}
