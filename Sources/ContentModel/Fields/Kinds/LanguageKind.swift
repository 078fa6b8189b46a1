import Diagnostics

/// A language, as a BCP 47 tag.
struct LanguageKind: ScalarKind {
  static let name = "langue"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard written.text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil else {
      return reader.refuse(.unreadableLanguage(written.text, at: written.location))
    }
    return .code(written.text)
  }

  func content(of value: FieldValue) -> String? {
    if case .code(let tag) = value { tag } else { nil }
  }

  func shown(_ tag: String) -> ShownValue { .code(tag) }
  func texts(_ tag: String) -> [FieldText] { [] }
  func facet(_ tag: String) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .line }
  var schema: FieldSchema { .text() }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "br" }
}

extension FieldKind {
  /// A language.
  static let language = FieldKind(LanguageKind())
}
