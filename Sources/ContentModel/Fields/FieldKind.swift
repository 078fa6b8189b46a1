/// What a field may hold.
///
/// Each kind is described in a file of its own, in `Fields/Kinds/`; this is what the rest of the
/// program asks of any of them. What is asked of a value is asked of one: of an element of a list.
public struct FieldKind: Sendable, Hashable {
  let rules: any FieldKindRules

  init(_ rules: some FieldKindRules) { self.rules = rules }

  /// Returns whether two kinds are the same, with the same options.
  public static func == (left: FieldKind, right: FieldKind) -> Bool {
    left.rules.isEqual(to: right.rules)
  }

  /// Feeds the kind and its options to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    rules.hash(into: &hasher)
  }

  /// The name by which types declare the kind, such as `texte` or `duree`.
  public var name: String { type(of: rules).name }

  // MARK: Structure

  /// The fields of an object; none for any other kind.
  public var fields: [FieldDefinition] { rules.fields?.definitions ?? [] }

  /// The closed list of values, where there is one.
  public var steps: FieldSteps? { rules.steps }

  /// The vocabulary that the values are terms of.
  public var vocabulary: String? {
    if case .terms(let vocabulary) = steps { vocabulary } else { nil }
  }

  /// The vocabularies that values take terms of, in objects too.
  public var vocabularies: [String] {
    (vocabulary.map { [$0] } ?? []) + fields.flatMap(\.kind.vocabularies)
  }

  /// The types that a value may name a sheet of, any when empty; nil when it names none.
  public var referenceTypes: [String]? { rules.referenceTypes }

  /// The types of the sheets that values may name, in objects too.
  var allReferenceTypes: [String] {
    (referenceTypes ?? []) + fields.flatMap(\.kind.allReferenceTypes)
  }

  /// Whether a field holds a list without being declared so.
  public var isAlwaysList: Bool { rules.isAlwaysList }

  /// Whether a value holds words that a translation may change.
  public var isTranslatable: Bool { rules.isTranslatable }

  /// Returns whether views may use a field for something.
  func serves(_ use: FieldUse) -> Bool { rules.uses.contains(use) }

  // MARK: Help

  /// How a form takes a value.
  public var control: FieldControl { rules.control }

  /// A value for a line of front matter; nil when any text is one.
  public func example(vocabularies: [String: Vocabulary]) -> String? {
    rules.example(vocabularies)
  }

  /// What editors know of a value.
  public var schema: FieldSchema { rules.schema }

  /// Values that forms offer beside any other, each with what people call it.
  public var usual: [(value: String, label: String)] { rules.usual }
  /// The limits that writers are told.
  public var limits: FieldLimits { rules.limits }

  // MARK: Values

  /// Returns what readers see of a value.
  public func shown(_ value: FieldValue) -> ShownValue {
    guard case .untranslated(let original) = value else { return rules.shown(of: value) }
    if case .markdown(let text, let location) = original { return .original(text, location) }
    return .original(original.string ?? "", nil)
  }

  /// Returns what programs read of a value or a list of values.
  public func json(_ value: FieldValue) -> JSONShape {
    if case .list(let elements) = value { return .list(elements.map(json)) }
    if case .untranslated(let original) = value { return json(original) }
    return rules.json(of: value)
  }

  /// Returns the texts in a value or a list of values.
  public func texts(of value: FieldValue) -> [FieldText] {
    if case .list(let elements) = value { return elements.flatMap(texts) }
    guard case .untranslated(let original) = value else { return rules.texts(of: value) }
    return rules.texts(of: original).compactMap { text in
      if case .markdown(let text, let location) = text { .original(text, location) } else { nil }
    }
  }

  /// Returns the place of a value among others.
  public func order(of value: FieldValue) -> FieldOrder {
    if case .untranslated(let original) = value { return rules.order(of: original) }
    return rules.order(of: value)
  }

  /// Returns what readers filter by in a value.
  public func facet(of value: FieldValue) -> FieldFacet {
    if case .untranslated(let original) = value { return rules.facet(of: original) }
    return rules.facet(of: value)
  }
}
