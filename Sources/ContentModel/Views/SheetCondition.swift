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
  private let ids: Set<String>

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

  /// Returns whether a sheet satisfies the condition.
  public func holds(for sheet: Sheet) -> Bool {
    let values = Self.values(of: field, in: sheet)
    if !flags.isEmpty, flags.contains(values.contains(.boolean(true))) { return true }
    return values.contains { value in
      if !ids.isEmpty, let id = field.kind.facet(of: value).id, ids.contains(id) { return true }
      guard !spans.isEmpty, let ends = field.kind.ends(of: value) else { return false }
      return spans.contains { $0.low <= ends.high && ends.low <= $0.high }
    }
  }

  /// The words of a field that a sheet has, as it writes them; none where values are a closed list.
  public static func openWords(of field: FieldDefinition, in sheet: Sheet) -> [String] {
    values(of: field, in: sheet).compactMap { value in
      switch field.kind.facet(of: value) {
      case .word(let word), .tag(let word): word
      case .term, .step, .span, .none: nil
      }
    }
  }

  /// What a sheet holds, where its file name or its text says so too.
  private static func values(of field: FieldDefinition, in sheet: Sheet) -> [FieldValue] {
    if let values = sheet.fields[field.key]?.elements { return values }
    switch field.key {
    case "title": return [.text(sheet.title)]
    case "date": return sheet.date.map { [.date($0)] } ?? []
    case "updated": return sheet.latestDate.map { [.date($0)] } ?? []
    default: return []
    }
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
