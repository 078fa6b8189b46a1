import YAMLParsing

/// What one kind of field is: how it is declared, read, shown, searched, sorted and explained.
///
/// A kind is one file of `Fields/Kinds/` and one line of ``FieldKind/declarable``. What has no
/// default here, every kind must say; the other modules only know the neutral values that it
/// answers with, and translate each of their cases.
protocol FieldKindRules: Hashable, Sendable {
  /// What a value holds, once it is read.
  associatedtype Content

  /// The name by which types declare the kind; themes say it in the word `champ_NAME`.
  static var name: String { get }
  /// Reads the options of a declaration; nil when it cannot be, which is then reported.
  static func declared(by keys: inout FieldDeclaration) -> Self?

  /// Reads a value; nil when it cannot be, which is then reported. See ``ScalarKind``.
  func read(_ node: YAMLNode, _ key: String, in reader: inout FieldReader) -> FieldValue?
  /// Takes out of a value what it holds; nil when it is one of another kind.
  func content(of value: FieldValue) -> Content?

  /// What templates show.
  func shown(_ content: Content) -> ShownValue
  /// What programs read.
  func json(_ content: Content) -> JSONShape
  /// What the search reads; Markdown is also rendered.
  func texts(_ content: Content) -> [FieldText]
  /// What lists are sorted by, and checks compare.
  func order(_ content: Content) -> FieldOrder
  /// What readers filter by.
  func facet(_ content: Content) -> FieldFacet
  /// What views may do with the field, beside showing it.
  var uses: Set<FieldUse> { get }

  /// How a form takes a value.
  var control: FieldControl { get }
  /// What editors know of a value.
  var schema: FieldSchema { get }
  /// A value for a line of front matter; nil when any text is one.
  func example(_ vocabularies: [String: Vocabulary]) -> String?
  /// A value to replace, within the limits; by default the example.
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String
  /// The limits that writers are told; `.none` by default.
  var limits: FieldLimits { get }

  /// Values that forms offer beside any other, each with what people call it; none by default.
  var usual: [(value: String, label: String)] { get }
  /// The closed list of values; nil by default.
  var steps: FieldSteps? { get }
  /// The fields of an object; nil by default.
  var fields: FieldTable? { get }
  /// The types that a value may name a sheet of, any when empty; nil by default.
  var referenceTypes: [String]? { get }
  /// Whether a field holds a list without being declared so; by default it does not.
  var isAlwaysList: Bool { get }
  /// Whether values are words that a translation may change; by default they are not.
  var isTranslatable: Bool { get }
  /// Whether another reader than ``FieldReader`` reads the values; by default none does.
  var isReadElsewhere: Bool { get }
  /// Reads several values that are written on one line; by default there is one.
  func values(inLine text: String) -> [FieldValue]?
}

extension FieldKindRules {
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    example(vocabularies) ?? "\"\""
  }
  var limits: FieldLimits { .none }
  var usual: [(value: String, label: String)] { [] }
  var steps: FieldSteps? { nil }
  var fields: FieldTable? { nil }
  var referenceTypes: [String]? { nil }
  var isAlwaysList: Bool { false }
  var isTranslatable: Bool { false }
  var isReadElsewhere: Bool { false }
  func values(inLine text: String) -> [FieldValue]? { nil }
}

/// A kind that holds a text is that text for programs, and is sorted by it.
extension FieldKindRules where Content == String {
  func json(_ content: String) -> JSONShape { .string(content) }
  func order(_ content: String) -> FieldOrder { .text(content) }
}

/// What an existential calls, which does not know what its values hold.
extension FieldKindRules {
  func isEqual(to other: any FieldKindRules) -> Bool { (other as? Self) == self }

  func shown(of value: FieldValue) -> ShownValue {
    content(of: value).map(shown) ?? .code(value.string ?? "")
  }

  func json(of value: FieldValue) -> JSONShape {
    content(of: value).map(json) ?? .string(value.string ?? "")
  }

  func texts(of value: FieldValue) -> [FieldText] { content(of: value).map(texts) ?? [] }

  func order(of value: FieldValue) -> FieldOrder { content(of: value).map(order) ?? .none }

  func facet(of value: FieldValue) -> FieldFacet { content(of: value).map(facet) ?? .none }
}
