public import Calendars

/// A year, a month of a year, or a day: as much of a date as is known.
public struct PartialDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, from 0 to 9999.
  public let year: Int
  /// The month, from 1.
  public let month: Int?
  /// The day of the month, from 1.
  public let day: Int?

  /// Reads `2017`, `2017-11` or `2017-11-03`.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let padding = ["", "-01", "-01"]
    guard (1...3).contains(parts.count),
      let date = CalendarDate(iso: text + padding[parts.count...].joined())
    else { return nil }
    year = date.year
    month = parts.count > 1 ? date.month : nil
    day = parts.count > 2 ? date.day : nil
  }

  /// Creates a date that is known to the day.
  public init(_ date: CalendarDate) {
    (year, month, day) = (date.year, date.month, date.day)
  }

  /// The date as ISO 8601 writes it, as far as it is known.
  public var description: String {
    ([CalendarDate.padded(year, to: 4)]
      + [month, day].compactMap { $0.map { CalendarDate.padded($0, to: 2) } })
      .joined(separator: "-")
  }

  /// Returns whether a date comes before another; a year comes before its months, a month before
  /// its days.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
