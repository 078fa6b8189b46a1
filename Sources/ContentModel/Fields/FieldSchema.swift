/// What a value may be in front matter, for the schemas that editors read.
///
/// Where a text has a grammar of its own, such as a duration, editors are told its type alone: the
/// program says the rest.
public indirect enum FieldSchema: Sendable {
  /// A text, its length in characters, and a regular expression that it must match whole.
  case text(length: Bounds<Int> = Bounds(), pattern: String? = nil)
  /// A text in which a regular expression is found.
  case matching(String)
  /// One of some texts.
  case choice([String])
  /// A whole number.
  case integer(Bounds<Int> = Bounds())
  /// A decimal number.
  case number(Bounds<Double>)
  /// A step of a scale, with one label a step, or no labels.
  case step(ClosedRange<Int>, labels: [Label])
  /// Yes or no.
  case boolean
  /// A term of a vocabulary.
  case term(vocabulary: String)
  /// Fields by key.
  case fields([FieldDefinition])
  /// Named values and no others.
  case keys([(key: String, value: FieldSchema)], required: [String])
  /// An object that has some keys at least.
  case anyObject(required: [String])
  /// A list, or one value without its dash.
  case list(FieldSchema)
}
