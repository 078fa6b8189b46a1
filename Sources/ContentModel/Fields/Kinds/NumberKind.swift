import Diagnostics

/// A decimal number.
struct NumberKind: ScalarKind {
  static let name = "nombre"
  let bounds: Bounds<Double>

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self(bounds: keys.numbers()) }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let number = NumberText.number(written.text) else {
      return reader.refuse(.unreadableNumber(written.text, at: written.location))
    }
    return reader.checked(number, written, within: bounds).map(FieldValue.number)
  }

  func content(of value: FieldValue) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  func shown(_ number: Double) -> ShownValue { .number(number) }
  func json(_ number: Double) -> JSONShape { .number(number) }
  func texts(_ number: Double) -> [FieldText] { [] }
  func order(_ number: Double) -> FieldOrder { .number(number) }
  func facet(_ number: Double) -> FieldFacet { .span(FieldSpan(number, number)) }
  var uses: Set<FieldUse> { [.conditions] }

  var control: FieldControl { .number(hasDecimals: true) }
  var schema: FieldSchema { .number(bounds) }
  var limits: FieldLimits { .numbers(bounds) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    (bounds.min ?? bounds.max).map { String(Int($0)) } ?? "2,5"
  }
}

extension Diagnostic {
  fileprivate static func unreadableNumber(
    _ text: String, at location: SourceLocation
  ) -> Diagnostic {
    unreadable(
      "number", "nombre", "number", text, at: location,
      expected: LocalizedText(fr: "« 12 » ou « 2,5 »", en: "“12” or “2.5”"))
  }
}
