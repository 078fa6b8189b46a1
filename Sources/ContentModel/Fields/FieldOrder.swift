public import Calendars

/// The place of a value among others of its kind.
public enum FieldOrder: Sendable {
  /// It has none, and comes last.
  case none
  /// From a number to another, or at one of them.
  case numbers(low: Double, high: Double)
  /// In the order of its letters, whatever their accents.
  case text(String)

  /// The place of a number.
  static func number(_ number: Double) -> FieldOrder { .numbers(low: number, high: number) }

  /// The place of a moment: a number that grows with the days.
  static func moment(_ moment: DateTime) -> FieldOrder {
    .number(moment.date.ordinal + Double(moment.hour * 60 + moment.minute) / 1_440)
  }
}

extension CalendarDate {
  /// A number that grows with the days.
  public var ordinal: Double { Double((year * 100 + month) * 100 + day) }
}
