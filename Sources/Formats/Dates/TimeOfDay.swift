import TextEncoding

/// A time of day and its offset from UTC.
public struct TimeOfDay: Sendable, Hashable {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 59.
  public let second: Int
  /// How far the clock is ahead of UTC, in minutes, less than a day either way.
  public let offset: Int

  /// Creates a time of day, or nil when a clock never shows it.
  public init?(hour: Int, minute: Int, second: Int = 0, offset: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (-1439...1439).contains(offset)
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offset = offset
  }

  var secondsFromMidnightUTC: Int {
    hour * 3600 + (minute - offset) * 60 + second
  }

  /// The time as RFC 3339 writes it after the day: `T09:30:00+01:00`.
  var text: String {
    var bytes: [UInt8] = []
    bytes.append("T")
    bytes.append(decimal: hour, digits: 2)
    bytes.append(":")
    bytes.append(decimal: minute, digits: 2)
    bytes.append(":")
    bytes.append(decimal: second, digits: 2)
    if offset == 0 {
      bytes.append("Z")
    } else {
      bytes.append(offset < 0 ? "-" : "+")
      bytes.append(decimal: abs(offset) / 60, digits: 2)
      bytes.append(":")
      bytes.append(decimal: abs(offset) % 60, digits: 2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
