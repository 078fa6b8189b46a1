import Diagnostics

/// A sheet of one of some types; of any type when there are none.
struct ReferenceKind: ScalarKind {
  static let name = "reference"
  let types: [String]

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    Self(types: keys.keys.strings("vers"))
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    .reference(written.text, written.location)
  }

  func content(of value: FieldValue) -> (name: String, location: SourceLocation)? {
    if case .reference(let name, let location) = value { (name, location) } else { nil }
  }

  func shown(_ sheet: (name: String, location: SourceLocation)) -> ShownValue {
    .reference(sheet.name, sheet.location)
  }
  func json(_ sheet: (name: String, location: SourceLocation)) -> JSONShape {
    .reference(sheet.name, sheet.location)
  }
  func texts(_ sheet: (name: String, location: SourceLocation)) -> [FieldText] { [] }
  func order(_ sheet: (name: String, location: SourceLocation)) -> FieldOrder { .text(sheet.name) }
  func facet(_ sheet: (name: String, location: SourceLocation)) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }
  var referenceTypes: [String]? { types }

  var control: FieldControl { .reference }
  var schema: FieldSchema { .text() }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "nom-de-la-fiche" }
}

extension FieldKind {
  /// A sheet of one of some types.
  static func reference(types: [String]) -> FieldKind { FieldKind(ReferenceKind(types: types)) }
}
