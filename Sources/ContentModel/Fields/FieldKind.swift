/// What a field may hold.
public indirect enum FieldKind: Sendable, Hashable {
  /// Plain text, its length in characters, and a regular expression that it must match whole.
  case text(length: Bounds<Int>, pattern: String?)
  /// Text with inline Markdown.
  case markdown(length: Bounds<Int>)
  /// A whole number.
  case integer(Bounds<Int>)
  /// A decimal number.
  case number(Bounds<Double>)
  /// Yes or no.
  case boolean
  /// A day.
  case date(Bounds<CalendarDate>)
  /// A day and a time.
  case dateTime
  /// How something comes back.
  case recurrence
  /// A duration or a range of durations, its bounds in minutes.
  case duration(Bounds<Int>)
  /// A number or a range of numbers.
  case range(Bounds<Double>)
  /// A step of a scale from `lowest` to `highest`, with a label a step or none.
  case scale(lowest: Int, highest: Int, labels: [Label])
  /// A term of a vocabulary.
  case term(vocabulary: String)
  /// Tags.
  case tags
  /// An address on the web.
  case url
  /// An image of the source.
  case image
  /// A file of the source.
  case file
  /// A sheet of one of some types; of any type when there are none.
  case reference(types: [String])
  /// A licence of the SPDX list.
  case licence
  /// A language.
  case language
  /// An object with fields of its own.
  case object([FieldDefinition])
  /// What the page shows below its text: a declaration that `ViewReader` reads.
  case view
}

extension FieldKind {
  /// The types of the sheets that a value may name, in nested objects too.
  var referenceTypes: [String] {
    switch self {
    case .reference(let types): types
    case .object(let fields): fields.flatMap(\.kind.referenceTypes)
    default: []
    }
  }
}

/// A lower and an upper limit, either of which may be missing.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Sendable, Hashable {
  /// The least value.
  public let min: Value?
  /// The greatest value.
  public let max: Value?

  /// Creates bounds; none when both are left out.
  public init(min: Value? = nil, max: Value? = nil) {
    self.min = min
    self.max = max
  }

  /// Returns whether a value lies within the bounds.
  public func contains(_ value: Value) -> Bool {
    (min.map { $0 <= value } ?? true) && (max.map { value <= $0 } ?? true)
  }
}

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
  /// The property of schema.org that it maps to.
  public let schemaProperty: String?
  /// Whether lists of sheets show it.
  public let isShownInLists: Bool
  /// Whether a page that shows all fields of a sheet shows it; what is for editors is not.
  public let isShownOnSheets: Bool

  /// Creates a definition; what is left out takes the plainest value.
  public init(
    _ key: String, aliases: [String] = [], label: Label = Label([:]), help: Label? = nil,
    _ kind: FieldKind, isRequired: Bool = false, isList: Bool = false,
    elementCount: Bounds<Int> = Bounds(), defaultValue: FieldValue? = nil,
    schemaProperty: String? = nil, isShownInLists: Bool = false, isShownOnSheets: Bool = true
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
    self.schemaProperty = schemaProperty
    self.isShownInLists = isShownInLists
    self.isShownOnSheets = isShownOnSheets
  }
}
