import Diagnostics

/// Text with inline Markdown, its length in characters.
struct MarkdownKind: ScalarKind {
  static let name = "markdown"
  var length = Bounds<Int>()

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self(length: keys.integers()) }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    reader.checkLength(of: written, length) ? .markdown(written.text, written.location) : nil
  }

  func content(of value: FieldValue) -> (text: String, location: SourceLocation)? {
    if case .markdown(let text, let location) = value { (text, location) } else { nil }
  }

  func shown(_ content: (text: String, location: SourceLocation)) -> ShownValue {
    .markdown(content.text, content.location)
  }
  func json(_ content: (text: String, location: SourceLocation)) -> JSONShape {
    .string(content.text)
  }
  func texts(_ content: (text: String, location: SourceLocation)) -> [FieldText] {
    [.markdown(content.text, content.location)]
  }
  func order(_ content: (text: String, location: SourceLocation)) -> FieldOrder {
    .text(content.text)
  }
  func facet(_ content: (text: String, location: SourceLocation)) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }
  var isTranslatable: Bool { true }

  var control: FieldControl { .markdown }
  var schema: FieldSchema { .text(length: length) }
  var limits: FieldLimits { .characters(length) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { nil }
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    TextKind.placeholder(filler, length)
  }
}

extension FieldKind {
  /// Text with inline Markdown.
  public static func markdown(length: Bounds<Int> = Bounds()) -> FieldKind {
    FieldKind(MarkdownKind(length: length))
  }
}
