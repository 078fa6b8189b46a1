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

/// From a number to another, in a unit.
public struct FieldSpan: Sendable, Hashable {
  /// What the numbers count.
  public enum Unit: Sendable, Hashable {
    /// Nothing that is known.
    case none
    /// Minutes.
    case minutes
  }

  /// The least number.
  public let low: Double
  /// The greatest number.
  public let high: Double
  /// What they count.
  public let unit: Unit

  init(_ low: Double, _ high: Double, unit: Unit = .none) {
    self.low = low
    self.high = high
    self.unit = unit
  }
}
