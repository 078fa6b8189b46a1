/// A day, or a moment of a day with its offset from UTC, as RFC 3339 writes it.
public struct Timestamp: Sendable, Hashable {
  /// The year, 0 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int
  /// The time of day; none when only the day is known.
  public let time: TimeOfDay?

  /// The first day of 1970, for what has no date but must give one.
  public static let epoch = Timestamp()

  private init() {
    (year, month, day) = (1970, 1, 1)
    time = nil
  }

  /// Creates a day, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int, time: TimeOfDay? = nil) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// Creates a moment in UTC from Unix time, or nothing outside the years 0 to 9999.
  public init?(secondsSince1970 seconds: Int) {
    guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
    let secondOfDay = ((seconds % 86_400) + 86_400) % 86_400
    let (year, month, day) = Self.civil(fromDays: (seconds - secondOfDay) / 86_400)
    let time = TimeOfDay(
      hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60)
    self.init(year: year, month: month, day: day, time: time)
  }

  /// The moment in full, as feeds want it: a day without a time starts at midnight UTC.
  public var rfc3339: String {
    datePart + (time?.text ?? "T00:00:00Z")
  }

  /// What is known and no more: `2026-03-14`, or the moment in full (W3C date and time format).
  public var shortest: String {
    datePart + (time?.text ?? "")
  }

  private var datePart: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    bytes.append(decimal: year, digits: 4)
    bytes.append("-")
    bytes.append(decimal: month, digits: 2)
    bytes.append("-")
    bytes.append(decimal: day, digits: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The seconds since the start of 1970, UTC.
  var secondsSince1970: Int {
    Self.days(toYear: year, month: month, day: day) * 86_400 + (time?.secondsFromMidnightUTC ?? 0)
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
