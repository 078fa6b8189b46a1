public import Calendars
import TextEncoding

/// When an event starts or ends.
public enum CalendarMoment: Sendable, Hashable {
  /// A whole day.
  case day(CalendarDate)
  /// A day, and the minutes since midnight on the clocks of a zone.
  case local(CalendarDate, minute: Int, CalendarZone)

  /// The day on the calendar.
  public var day: CalendarDate {
    switch self {
    case .day(let day), .local(let day, _, _): day
    }
  }

  /// What goes between the name of a property and its value.
  var parameters: String {
    switch self {
    case .day: ";VALUE=DATE"
    case .local(_, _, let zone) where zone == .utc: ""
    case .local(_, _, let zone): ";TZID=\(zone.id)"
    }
  }

  /// The value of a property.
  var text: String {
    switch self {
    case .day(let day): Self.text(of: day)
    case .local(let day, let minute, let zone):
      Self.text(of: day, minute: minute) + (zone == .utc ? "Z" : "")
    }
  }

  /// The zone that the file must describe.
  var zone: CalendarZone? {
    if case .local(_, _, let zone) = self, zone != .utc { zone } else { nil }
  }

  /// The same time of another day.
  func on(_ other: CalendarDate) -> CalendarMoment {
    switch self {
    case .day: .day(other)
    case .local(_, let minute, let zone): .local(other, minute: minute, zone)
    }
  }

  /// The last moment of a day, as the end of a recurrence wants it: in UTC, unless days are counted.
  func end(of day: CalendarDate) -> String {
    guard case .local(_, _, let zone) = self else { return Self.text(of: day) }
    let lastMinute = 1_439
    let seconds =
      day.daysSince1970 * 86_400 + (lastMinute - zone.offset(on: day, minute: lastMinute)) * 60 + 59
    guard let end = Timestamp(secondsSince1970: seconds), let time = end.time else {
      return Self.text(of: day)
    }
    return Self.text(of: end.date, minute: time.hour * 60 + time.minute, second: time.second) + "Z"
  }

  static func text(of day: CalendarDate) -> String {
    var bytes: [UInt8] = []
    bytes.append(decimal: day.year, digits: 4)
    bytes.append(decimal: day.month, digits: 2)
    bytes.append(decimal: day.day, digits: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func text(of day: CalendarDate, minute: Int, second: Int = 0) -> String {
    var bytes: [UInt8] = []
    bytes.append("T")
    bytes.append(decimal: minute / 60, digits: 2)
    bytes.append(decimal: minute % 60, digits: 2)
    bytes.append(decimal: second, digits: 2)
    return text(of: day) + String(decoding: bytes, as: UTF8.self)
  }
}
