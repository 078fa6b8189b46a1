import Diagnostics

/// An image of the source.
struct ImageKind: ScalarKind {
  static let name = "image"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    .file(written.text, written.location)
  }

  func content(of value: FieldValue) -> (path: String, location: SourceLocation)? {
    if case .file(let path, let location) = value { (path, location) } else { nil }
  }

  func shown(_ file: (path: String, location: SourceLocation)) -> ShownValue {
    .picture(file.path, file.location)
  }
  func json(_ file: (path: String, location: SourceLocation)) -> JSONShape { .string(file.path) }
  func texts(_ file: (path: String, location: SourceLocation)) -> [FieldText] { [] }
  func order(_ file: (path: String, location: SourceLocation)) -> FieldOrder { .text(file.path) }
  func facet(_ file: (path: String, location: SourceLocation)) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .picture }
  var schema: FieldSchema { .text() }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "photo.jpg" }
}

extension FieldKind {
  /// An image of the source.
  static let image = FieldKind(ImageKind())
}
