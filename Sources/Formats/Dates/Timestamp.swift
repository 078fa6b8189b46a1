public import Calendars

/// A day, or a moment of a day with its offset from UTC, as RFC 3339 writes it.
public struct Timestamp: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// The time of day; nil when only the day is known.
  public let time: TimeOfDay?

  /// The first day of 1970, for what has no date but must give one.
  public static let epoch = Timestamp(.epoch)

  /// Creates a day, or a moment of it.
  public init(_ date: CalendarDate, time: TimeOfDay? = nil) {
    self.date = date
    self.time = time
  }

  /// Creates a day, or a moment of it; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int, time: TimeOfDay? = nil) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    self.init(date, time: time)
  }

  /// Creates a moment in UTC from Unix time; nil outside the years 0 to 9999.
  public init?(secondsSince1970 seconds: Int) {
    guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
    let date = CalendarDate(secondsSince1970: seconds)
    let second = seconds - date.daysSince1970 * 86_400
    let time = TimeOfDay(hour: second / 3600, minute: second / 60 % 60, second: second % 60)
    self.init(date, time: time)
  }

  /// The moment in full, as feeds want it: a day without a time starts at midnight UTC.
  public var rfc3339: String {
    date.description + (time?.text ?? "T00:00:00Z")
  }

  /// What is known and no more: `2026-03-14`, or the moment in full (W3C date and time format).
  public var shortest: String {
    date.description + (time?.text ?? "")
  }

  /// The seconds since the start of 1970, UTC.
  var secondsSince1970: Int {
    date.daysSince1970 * 86_400 + (time?.secondsFromMidnightUTC ?? 0)
  }
}

extension Timestamp: Comparable {
  /// Returns whether a moment comes before another; a day counts as its midnight UTC.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    let (first, second) = (left.secondsSince1970, right.secondsSince1970)
    // The texts tell apart the same moment under two offsets, so that the order is total.
    return first == second ? left.shortest < right.shortest : first < second
  }
}
