import Calendars
import Diagnostics

/// A day.
struct DateKind: ScalarKind {
  static let name = "date"
  var bounds = Bounds<CalendarDate>()

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    Self(bounds: keys.limits { CalendarDate(iso: $0) })
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    // Hugo writes moments where a day is meant: the day is kept.
    guard let date = DateTime(iso: written.text)?.date else {
      return reader.refuse(.unreadableDate(written.text, at: written.location))
    }
    return reader.checked(date, written, within: bounds).map(FieldValue.date)
  }

  func content(of value: FieldValue) -> CalendarDate? {
    if case .date(let date) = value { date } else { nil }
  }

  func shown(_ date: CalendarDate) -> ShownValue { .date(date) }
  func json(_ date: CalendarDate) -> JSONShape { .string(date.description) }
  func texts(_ date: CalendarDate) -> [FieldText] { [] }
  func order(_ date: CalendarDate) -> FieldOrder { .number(date.ordinal) }
  func facet(_ date: CalendarDate) -> FieldFacet { .none }
  var uses: Set<FieldUse> { [.day] }

  var control: FieldControl { .day }
  var schema: FieldSchema { .matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}") }
  var limits: FieldLimits { .days(bounds) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    (bounds.min ?? bounds.max)?.description ?? "2026-03-14"
  }
}

extension FieldKind {
  /// A day.
  static func date(_ bounds: Bounds<CalendarDate> = Bounds()) -> FieldKind {
    FieldKind(DateKind(bounds: bounds))
  }
}
