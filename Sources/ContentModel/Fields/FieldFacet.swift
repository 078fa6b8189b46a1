/// What readers filter sheets by in a value.
public enum FieldFacet: Sendable {
  /// Nothing.
  case none
  /// A word that other sheets may share.
  case word(String)
  /// A tag, which pages and the search offer apart from other fields.
  case tag(String)
  /// The id of a term of a vocabulary.
  case term(String, vocabulary: String)
  /// A step of a scale, with its label when it has one.
  case step(Int, label: Label?)
  /// From a number to another.
  case span(FieldSpan)
}
