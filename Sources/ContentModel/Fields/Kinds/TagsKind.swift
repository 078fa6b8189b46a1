import Diagnostics
import TextEncoding

/// Tags, which are always a list.
struct TagsKind: ScalarKind {
  static let name = "etiquettes"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    let tag = written.text.trimmed
    return tag.isEmpty ? nil : .text(tag)
  }

  /// Jekyll and MkDocs folders write « a, b ».
  func values(inLine text: String) -> [FieldValue]? {
    text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }.map(FieldValue.text)
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
