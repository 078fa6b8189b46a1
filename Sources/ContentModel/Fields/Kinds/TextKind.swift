import Diagnostics

/// Plain text, its length in characters, and a regular expression that it must match whole.
struct TextKind: ScalarKind {
  static let name = "texte"
  var length = Bounds<Int>()
  var pattern: TextPattern?

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    let length = keys.integers()
    guard let pattern = keys.keys.string("motif") else { return Self(length: length) }
    guard let expression = TextPattern(pattern) else {
      keys.keys.report(.unreadablePattern(pattern, at: keys.keys.location(ofKey: "motif")))
      return Self(length: length)
    }
    return Self(length: length, pattern: expression)
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard reader.checkLength(of: written, length) else { return nil }
    switch pattern?.outcome(for: written.text) {
    case .matches, nil: return .text(written.text)
    case .differs:
      return reader.refuse(
        .doesNotMatch(written.text, pattern: pattern?.text ?? "", at: written.location))
    case .tooSlow:
      return reader.refuse(.patternTooSlow(pattern?.text ?? "", at: written.location))
    }
  }

  func content(of value: FieldValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  func shown(_ text: String) -> ShownValue { .words(text) }
  func texts(_ text: String) -> [FieldText] { [.plain(text)] }
  func facet(_ text: String) -> FieldFacet { .word(text) }
  var uses: Set<FieldUse> { [.groups, .filters] }
  var isTranslatable: Bool { true }

  var control: FieldControl { .line }
  var schema: FieldSchema { .text(length: length, pattern: pattern?.text) }
  var limits: FieldLimits { .characters(length) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { nil }
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    Self.placeholder(filler, length)
  }

  /// Repeats a filler until it is long enough.
  static func placeholder(_ filler: String, _ length: Bounds<Int>) -> String {
    let repeated = String(repeating: filler + " ", count: 1 + (length.min ?? 0) / filler.count)
    return "\"\(repeated.dropLast().prefix(length.max ?? .max))\""
  }
}

extension FieldKind {
  /// Plain text.
  public static func text(length: Bounds<Int> = Bounds(), pattern: String? = nil) -> FieldKind {
    FieldKind(TextKind(length: length, pattern: pattern.flatMap(TextPattern.init)))
  }
}

extension FieldReader {
  /// Returns whether a text has as many characters as it may, and reports it otherwise.
  mutating func checkLength(of written: WrittenScalar, _ length: Bounds<Int>) -> Bool {
    guard length != Bounds() else { return true }
    let count = written.text.count
    if length.contains(count) { return true }
    diagnostics.append(
      .wrongLength(written.key, count: count, length, at: written.location))
    return false
  }
}

extension Diagnostic {
  fileprivate static func wrongLength(
    _ key: String, count: Int, _ bounds: Bounds<Int>, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.length", at: location,
      LocalizedText(
        fr: "« \(key) » compte \(count) caractère\(count > 1 ? "s" : "")",
        en: "“\(key)” has \(count) character\(count == 1 ? "" : "s")"),
      expected: describe(bounds))
  }

  fileprivate static func patternTooSlow(
    _ pattern: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.pattern", at: location,
      LocalizedText(
        fr: "le motif de ce champ prend un temps sans fin sur cette valeur",
        en: "the pattern of this field takes a time without end on this value"),
      expected: LocalizedText(
        fr: "un motif qui ne répète pas ce qui se répète déjà, comme le fait « \(pattern) »",
        en: "a pattern that does not repeat what repeats itself already, as “\(pattern)” does"))
  }

  fileprivate static func doesNotMatch(
    _ text: String, pattern: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.pattern", at: location,
      LocalizedText(
        fr: "« \(text) » n’a pas la forme voulue", en: "“\(text)” does not have the right form"),
      expected: LocalizedText(verbatim: pattern))
  }
}
