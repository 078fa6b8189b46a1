import Diagnostics
import TextEncoding

/// Tags, which are always a list.
struct TagsKind: ScalarKind {
  static let name = "etiquettes"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    let tag = Self.words(of: written.text[...])
    return tag.isEmpty ? nil : .text(tag)
  }

  /// Jekyll and MkDocs folders write « a, b », others « a; b », and those of notes « #a #b ».
  func values(inLine text: String) -> [FieldValue]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let areMarked = words.count > 1 && words.allSatisfy { $0.hasPrefix("#") && !$0.contains(",") }
    let separator: Character = text.contains(",") ? "," : ";"
    let parts = areMarked ? words : text.split(separator: separator)
    return parts.map { Self.words(of: $0) }.filter { !$0.isEmpty }.map(FieldValue.text)
  }

  /// Returns a tag without the sign that notes put before it.
  private static func words(of tag: Substring) -> String {
    let words = tag.trimmed.drop { $0 == "#" }
    return words.first?.isLetter == true ? words.trimmed : tag.trimmed
  }

  func content(of value: FieldValue) -> String? {
    if case .text(let tag) = value { tag } else { nil }
  }

  func shown(_ tag: String) -> ShownValue { .words(tag) }
  func texts(_ tag: String) -> [FieldText] { [.plain(tag)] }
  func facet(_ tag: String) -> FieldFacet { .tag(tag) }
  var uses: Set<FieldUse> { [.groups, .filters] }
  var isAlwaysList: Bool { true }

  var control: FieldControl { .tag }
  var schema: FieldSchema { .text() }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "accueil, écoute" }
}

extension FieldKind {
  /// Tags.
  static let tags = FieldKind(TagsKind())
}
