public import Calendars

/// Between what a value must lie, as writers are told.
public enum FieldLimits: Sendable {
  /// Nothing.
  case none
  /// Numbers of characters.
  case characters(Bounds<Int>)
  /// Whole numbers.
  case integers(Bounds<Int>)
  /// Decimal numbers.
  case numbers(Bounds<Double>)
  /// Days.
  case days(Bounds<CalendarDate>)
  /// Durations in minutes.
  case minutes(Bounds<Int>)
}
