import Diagnostics

/// A licence of the SPDX list.
struct LicenceKind: ScalarKind {
  static let name = "licence"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let licence = Licence(written: written.text) else {
      return reader.refuse(.unknownLicence(written.text, at: written.location))
    }
    if Licence(id: written.text) == nil, Licence(address: written.text) == nil {
      reader.diagnostics.append(
        .licenceByOldName(written.text, licence, at: written.location))
    }
    return .licence(licence, written.location)
  }

  func content(of value: FieldValue) -> Licence? {
    if case .licence(let licence, _) = value { licence } else { nil }
  }

  func shown(_ licence: Licence) -> ShownValue { .licence(licence) }
  func json(_ licence: Licence) -> JSONShape { .string(licence.id) }
  func texts(_ licence: Licence) -> [FieldText] { [] }
  func order(_ licence: Licence) -> FieldOrder { .text(licence.id) }
  func facet(_ licence: Licence) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .notation }
  var usual: [(value: String, label: String)] { Licence.usual.map { ($0.id, $0.label) } }
  var schema: FieldSchema { .text() }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "CC-BY-SA-4.0" }
}

extension FieldKind {
  /// A licence.
  static let licence = FieldKind(LicenceKind())
}
