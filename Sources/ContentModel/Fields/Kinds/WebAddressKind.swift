import Diagnostics

/// An address on the web.
struct WebAddressKind: ScalarKind {
  static let name = "url"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    let form = /https?:\/\/[^\s\/?#<>"]+([\/?#][^\s<>"]*)?/.ignoresCase()
    guard written.text.wholeMatch(of: form) != nil else {
      return reader.refuse(.unreadableURL(written.text, at: written.location))
    }
    return .url(written.text)
  }

  func content(of value: FieldValue) -> String? {
    if case .url(let address) = value { address } else { nil }
  }

  func shown(_ address: String) -> ShownValue { .link(address) }
  func texts(_ address: String) -> [FieldText] { [] }
  func facet(_ address: String) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [] }

  var control: FieldControl { .address }
  var schema: FieldSchema { .matching("^[Hh][Tt][Tt][Pp][Ss]?://") }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "https://exemple.fr/" }
}
