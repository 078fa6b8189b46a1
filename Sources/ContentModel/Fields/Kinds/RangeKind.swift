import Diagnostics

/// A number, or a range of numbers.
struct RangeKind: ScalarKind {
  static let name = "intervalle"
  let bounds: Bounds<Double>

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self(bounds: keys.numbers()) }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let range = NumberRange(parsing: written.text) else {
      return reader.refuse(.unreadableRange(written.text, at: written.location))
    }
    guard range.low <= range.high else {
      return reader.refuse(.reversedRange(written.text, at: written.location))
    }
    guard reader.checked(range.low, written, within: bounds) != nil,
      reader.checked(range.high, written, within: bounds) != nil
    else { return nil }
    return .range(range)
  }

  func content(of value: FieldValue) -> NumberRange? {
    if case .range(let range) = value { range } else { nil }
  }

  func shown(_ range: NumberRange) -> ShownValue { .range(range) }
  func json(_ range: NumberRange) -> JSONShape {
    .object([("min", .number(range.low)), ("max", .number(range.high))])
  }
  func texts(_ range: NumberRange) -> [FieldText] { [] }
  func order(_ range: NumberRange) -> FieldOrder { .numbers(low: range.low, high: range.high) }
  func facet(_ range: NumberRange) -> FieldFacet { .span(FieldSpan(range.low, range.high)) }
  var uses: Set<FieldUse> { [.filters] }

  var control: FieldControl { .notation }
  var schema: FieldSchema { .text() }
  var limits: FieldLimits { .numbers(bounds) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    bounds == Bounds() ? "4 – 30" : nil
  }
  func placeholder(_ filler: String, _ vocabularies: [String: Vocabulary]) -> String {
    (bounds.min ?? bounds.max).map { String(Int($0)) } ?? "4"
  }
}

extension Diagnostic {
  fileprivate static func unreadableRange(
    _ text: String, at location: SourceLocation
  ) -> Diagnostic {
    unreadable(
      "range", "intervalle", "range", text, at: location,
      expected: LocalizedText(fr: "« 4 – 30 » ou « 4 »", en: "“4 – 30” or “4”"))
  }
}
