public import Diagnostics
import TextEncoding

/// What the sheets of a view must have in one of their fields: one of some values.
public struct SheetCondition: Sendable, Hashable {
  /// The field.
  public let field: FieldDefinition
  /// The key by which the view names it.
  public let key: String
  /// The words, terms and steps, one of which a sheet must have.
  public let words: [Word]
  /// Whether it must be yes or no; either, when both are wanted.
  let flags: Set<Bool>
  /// From a number or a day to another, one of which a value must touch.
  let spans: [Span]
  let ids: Set<String>

  /// A word, a term or a step that a view asks for.
  public struct Word: Sendable, Hashable {
    /// The value in anchors and addresses.
    public let id: String
    /// As it is written.
    public let text: String
    /// Where it is written.
    public let location: SourceLocation
  }

  /// From a number to another, either of which may be missing.
  struct Span: Sendable, Hashable {
    let low: Double
    let high: Double
  }

  init(
    _ field: FieldDefinition, as key: String, words: [Word] = [], flags: Set<Bool> = [],
    spans: [Span] = []
  ) {
    self.field = field
    self.key = key
    self.words = words
    self.flags = flags
    self.spans = spans
    ids = Set(words.map(\.id))
  }
}

extension FieldFacet {
  /// The value in anchors and addresses; nil for numbers, which lie between others.
  public var id: String? {
    switch self {
    case .word(let word), .tag(let word): Slug.make(from: word)
    case .term(let id, _): id
    case .step(let step, _): String(step)
    case .span, .none: nil
    }
  }
}

extension FieldKind {
  /// Returns the least and the greatest number of a value, or when it starts and ends.
  func ends(of value: FieldValue) -> (low: Double, high: Double)? {
    if case .span(let span) = facet(of: value) { return (span.low, span.high) }
    if case .numbers(let low, let high) = order(of: value) { return (low, high) }
    return nil
  }
}
