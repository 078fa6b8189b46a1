import Diagnostics

/// A whole number.
struct IntegerKind: ScalarKind {
  static let name = "entier"
  var bounds = Bounds<Int>()

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self(bounds: keys.integers()) }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let number = NumberText.integer(written.text) else {
      return reader.refuse(.unreadableInteger(written.text, at: written.location))
    }
    return reader.checked(number, written, within: bounds).map(FieldValue.integer)
  }

  func content(of value: FieldValue) -> Int? {
    if case .integer(let number) = value { number } else { nil }
  }

  func shown(_ number: Int) -> ShownValue { .integer(number) }
  func json(_ number: Int) -> JSONShape { .integer(number) }
  func texts(_ number: Int) -> [FieldText] { [] }
  func order(_ number: Int) -> FieldOrder { .number(Double(number)) }
  func facet(_ number: Int) -> FieldFacet { .span(FieldSpan(Double(number), Double(number))) }
  var uses: Set<FieldUse> { [.conditions] }

  var control: FieldControl { .number(hasDecimals: false) }
  var schema: FieldSchema { .integer(bounds) }
  var limits: FieldLimits { .integers(bounds) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    String(bounds.min ?? bounds.max ?? 12)
  }
}

extension FieldKind {
  /// A whole number.
  static func integer(_ bounds: Bounds<Int> = Bounds()) -> FieldKind {
    FieldKind(IntegerKind(bounds: bounds))
  }
}
