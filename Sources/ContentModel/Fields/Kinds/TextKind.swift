import Diagnostics

/// Plain text, its length in characters, and a regular expression that it must match whole.
struct TextKind: ScalarKind {
  static let name = "texte"
  var length = Bounds<Int>()
  var pattern: String?

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    let length = keys.integers()
    guard let pattern = keys.keys.string("motif") else { return Self(length: length) }
    guard (try? Regex(pattern)) != nil else {
      keys.keys.report(.unreadablePattern(pattern, at: keys.keys.location(ofKey: "motif")))
      return Self(length: length)
    }
    return Self(length: length, pattern: pattern)
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard reader.checkLength(of: written, length) else { return nil }
    if let pattern, let regex = try? Regex(pattern), written.text.wholeMatch(of: regex) == nil {
      return reader.refuse(
        .doesNotMatch(written.text, pattern: pattern, at: written.location))
    }
    return .text(written.text)
  }

  func content(of value: FieldValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  func shown(_ text: String) -> ShownValue { .words(text) }
  func texts(_ text: String) -> [FieldText] { [.plain(text)] }
  func facet(_ text: String) -> FieldFacet { .word(text) }
  var uses: Set<FieldUse> { [.groups, .filters] }
  var isTranslatable: Bool { true }

  var schema: FieldSchema { .text(length: length, pattern: pattern) }
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
    FieldKind(TextKind(length: length, pattern: pattern))
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
