public import Calendars
public import Diagnostics

/// What readers see of one value, in the few forms that pages know how to write.
public enum ShownValue: Sendable {
  /// Words, to be typeset.
  case words(String)
  /// A text as it is written, to be left as it is.
  case code(String)
  /// Inline Markdown, and where it stands.
  case markdown(String, SourceLocation)
  /// A text of the original in a translation that leaves it out; where it stands, for Markdown.
  case original(String, SourceLocation?)
  /// A whole number.
  case integer(Int)
  /// A decimal number.
  case number(Double)
  /// A number, or a range of numbers.
  case range(NumberRange)
  /// Yes or no.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A day and a time.
  case dateTime(DateTime)
  /// A duration, or a range of durations.
  case duration(TimeSpan)
  /// How something comes back.
  case recurrence(Recurrence)
  /// A step of a scale, with one label a step, or no labels.
  case step(Int, of: ClosedRange<Int>, labels: [Label])
  /// The id of a term of a vocabulary.
  case term(String, vocabulary: String)
  /// An address on the web.
  case link(String)
  /// A licence, with its terms on the web.
  case licence(Licence)
  /// A picture of the source, as written, and where it is named.
  case picture(String, SourceLocation)
  /// A file of the source, as written, and where it is named.
  case file(String, SourceLocation)
  /// Another sheet, as written, and where it is named.
  case reference(String, SourceLocation)
  /// Values by key, with the fields that they are of.
  case object([String: FieldValue], [FieldDefinition])
}
