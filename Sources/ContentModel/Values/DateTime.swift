public import Calendars

/// A day and a time of day, with its distance from UTC when the text gives it.
public struct DateTime: Sendable, Hashable, CustomStringConvertible {
  /// The day.
  public let date: CalendarDate
  /// The hour, from 0 to 23.
  public let hour: Int
  /// The minute, from 0 to 59.
  public let minute: Int
  /// The second, from 0 to 59.
  public let second: Int
  /// Whether the text gives a day alone.
  public let isWholeDay: Bool
  /// The distance from UTC in minutes, positive eastwards; none for a local time.
  public let offset: Int?

  /// Creates a day alone.
  public init(_ date: CalendarDate) {
    self.date = date
    (hour, minute, second, offset, isWholeDay) = (0, 0, 0, nil, true)
  }

  /// Reads `2026-03-14T09:30`, with seconds and an offset (`Z`, `+01:00`) or without; a space may
  /// stand for the `T`, and a day alone is its first minute.
  public init?(iso text: String) {
    guard let date = CalendarDate(iso: text.prefix(10)) else { return nil }
    self.date = date
    var rest = text.dropFirst(10)
    isWholeDay = rest.isEmpty
    guard let separator = rest.first else {
      (hour, minute, second, offset) = (0, 0, 0, nil)
      return
    }
    guard separator == "T" || separator == "t" || separator == " " else { return nil }
    rest = rest.dropFirst()
    let time = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    let zone = rest.dropFirst(time.count).drop { $0 == " " }
    // Fractions of a second are accepted, as Hugo writes them, and dropped.
    let parts = time.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = CalendarDate.digits(parts[0]), hour < 24,
      let minute = CalendarDate.digits(parts[1]), minute < 60,
      let second = parts.count == 3 ? CalendarDate.digits(parts[2]) : 0, second < 60
    else { return nil }
    (self.hour, self.minute, self.second) = (hour, minute, second)
    if zone.isEmpty {
      offset = nil
    } else if let minutes = Self.offset(zone) {
      offset = minutes
    } else {
      return nil
    }
  }

  /// The minutes since midnight.
  public var minuteOfDay: Int { hour * 60 + minute }

  /// The moment as ISO 8601 writes it; a day alone when no more is known.
  public var description: String {
    if isWholeDay { return date.description }
    func two(_ number: Int) -> String { CalendarDate.padded(number, to: 2) }
    var text = "\(date)T\(two(hour)):\(two(minute)):\(two(second))"
    if let offset {
      let sign = offset < 0 ? "-" : "+"
      text += offset == 0 ? "Z" : "\(sign)\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
    }
    return text
  }

  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, let hours = CalendarDate.digits(digits.prefix(2)), hours < 24,
      let minutes = CalendarDate.digits(digits.suffix(2)), minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
