import Diagnostics

/// Yes or no.
struct BooleanKind: ScalarKind {
  static let name = "booleen"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let flag = Self.flags[written.text.lowercased()] else {
      return reader.refuse(.unreadableBoolean(written.text, at: written.location))
    }
    return .boolean(flag)
  }

  private static let flags: [String: Bool] = [
    "oui": true, "vrai": true, "yes": true, "true": true, "on": true,
    "non": false, "faux": false, "no": false, "false": false, "off": false,
  ]

  func content(of value: FieldValue) -> Bool? {
    if case .boolean(let flag) = value { flag } else { nil }
  }

  func shown(_ flag: Bool) -> ShownValue { .boolean(flag) }
  func json(_ flag: Bool) -> JSONShape { .boolean(flag) }
  func texts(_ flag: Bool) -> [FieldText] { [] }
  func order(_ flag: Bool) -> FieldOrder { .none }
  func facet(_ flag: Bool) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [.conditions] }

  var control: FieldControl { .yesNo }
  var schema: FieldSchema { .boolean }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "oui" }
}

extension FieldKind {
  /// Yes or no.
  static let boolean = FieldKind(BooleanKind())
}
