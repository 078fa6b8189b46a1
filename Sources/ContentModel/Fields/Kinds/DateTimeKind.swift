import Diagnostics

/// A day and a time.
struct DateTimeKind: ScalarKind {
  static let name = "date_heure"

  static func declared(by keys: inout FieldDeclaration) -> Self? { Self() }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let moment = DateTime(iso: written.text) else {
      return reader.refuse(.unreadableDateTime(written.text, at: written.location))
    }
    return .dateTime(moment)
  }

  func content(of value: FieldValue) -> DateTime? {
    if case .dateTime(let moment) = value { moment } else { nil }
  }

  func shown(_ moment: DateTime) -> ShownValue { .dateTime(moment) }
  func json(_ moment: DateTime) -> JSONShape { .string(moment.description) }
  func texts(_ moment: DateTime) -> [FieldText] { [] }
  func order(_ moment: DateTime) -> FieldOrder { .moment(moment) }
  func facet(_ moment: DateTime) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [.day] }

  var control: FieldControl { .moment }
  var schema: FieldSchema { .matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}") }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { "2026-03-14T09:30" }
}

extension Diagnostic {
  fileprivate static func unreadableDateTime(
    _ text: String, at location: SourceLocation
  ) -> Diagnostic {
    unreadable(
      "date-time", "date et heure", "date and time", text, at: location,
      expected: LocalizedText(verbatim: "« 2026-03-14T09:30 »"))
  }
}
