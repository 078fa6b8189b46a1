/// A field that a type declares.
public struct FieldDefinition: Sendable, Hashable {
  /// The key in the front matter.
  public let key: String
  /// Other keys for the same field.
  public let aliases: [String]
  /// What readers see.
  public let label: Label
  /// What writers are told.
  public let help: Label?
  /// What it may hold.
  public let kind: FieldKind
  /// Whether every sheet must have it.
  public let isRequired: Bool
  /// Whether it holds several values.
  public let isList: Bool
  /// How many values a list may hold.
  public let elementCount: Bounds<Int>
  /// The value of a sheet that gives none.
  public let defaultValue: FieldValue?
  /// What it is in the words of schema.org, where the type says so.
  public let schema: SchemaMapping?
  /// Whether lists of sheets show it.
  public let isShownInLists: Bool
  /// Whether a page that shows all fields of a sheet shows it; what is for editors is not.
  public let isShownOnSheets: Bool
  /// What the search makes of it beside its text, where the type says so.
  public let searchRole: SearchRole?
  /// How lists and filters show it.
  public let appearance: FieldAppearance
  /// What the program makes of it beside showing it.
  public let roles: FieldRoles

  /// Creates a definition; what is left out takes the plainest value.
  public init(
    _ key: String, aliases: [String] = [], label: Label = Label([:]), help: Label? = nil,
    _ kind: FieldKind, isRequired: Bool = false, isList: Bool = false,
    elementCount: Bounds<Int> = Bounds(), defaultValue: FieldValue? = nil,
    schemaProperty: String? = nil, schema: SchemaMapping? = nil, isShownInLists: Bool = false,
    isShownOnSheets: Bool = true,
    searchRole: SearchRole? = nil, appearance: FieldAppearance = FieldAppearance(),
    roles: FieldRoles = FieldRoles()
  ) {
    self.key = key
    self.aliases = aliases
    self.label = label
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
    self.isList = isList
    self.elementCount = elementCount
    self.defaultValue = defaultValue
    self.schema = schema ?? schemaProperty.map { SchemaMapping($0) }
    self.isShownInLists = isShownInLists
    self.isShownOnSheets = isShownOnSheets
    self.searchRole = searchRole
    self.appearance = appearance
    self.roles = roles
  }
}

extension FieldDefinition {
  /// The first property of schema.org that it maps to.
  public var schemaProperty: String? { schema?.properties.first }

  /// Whether it holds a list: because it is declared so, or because its kind always does.
  public var holdsList: Bool { isList || kind.isAlwaysList }

  /// A line of front matter that holds for the field; nil where any text does.
  ///
  /// - Parameter key: The spelling of the key.
  public func example(key: String, vocabularies: [String: Vocabulary]) -> String? {
    guard let value = kind.rules.example(vocabularies) else { return nil }
    return "\(key): \(holdsList ? "[\(value)]" : value)"
  }

  /// A line of front matter to complete, with a value that the field takes where one can be told:
  /// neither a pattern nor the name of a file or of a sheet can.
  ///
  /// - Parameters:
  ///   - key: The spelling of the key; that of the definition when it is left out.
  ///   - filler: The words that a writer replaces, for a text.
  public func placeholder(
    key: String? = nil, filler: String, vocabularies: [String: Vocabulary]
  ) -> String {
    let value = kind.rules.placeholder(filler, vocabularies)
    let count = kind.isAlwaysList || value.isEmpty ? 1 : max(1, elementCount.min ?? 1)
    let values = Array(repeating: value, count: count).joined(separator: ", ")
    return "\(key ?? self.key): " + (holdsList ? "[\(values)]" : values)
  }
}
