/// How an event comes back (RFC 5545, section 3.3.10); it always ends.
public struct CalendarRule: Sendable, Hashable {
  /// The unit of the interval.
  public enum Frequency: String, Sendable, Hashable {
    /// Every so many days.
    case daily = "DAILY"
    /// Every so many weeks.
    case weekly = "WEEKLY"
    /// Every so many months.
    case monthly = "MONTHLY"
    /// Every so many years.
    case yearly = "YEARLY"
  }

  /// When it no longer comes back.
  public enum End: Sendable, Hashable {
    /// After a day.
    case after(Timestamp)
    /// After so many times, the first included.
    case count(Int)
  }

  /// The unit of the interval.
  public var frequency: Frequency
  /// How many units lie between two times, at least 1.
  public var interval: Int
  /// The days of the week, from 1 for Monday; none for that of the first time.
  public var weekdays: [Int]
  /// Which of those days in the month, from 1, or from -1 backwards; none for each.
  public var rank: Int?
  /// When it ends.
  public var end: End
  /// The days on which it does not take place.
  public var exceptions: [Timestamp]

  /// Creates a rule.
  public init(
    _ frequency: Frequency, interval: Int = 1, weekdays: [Int] = [], rank: Int? = nil, end: End,
    exceptions: [Timestamp] = []
  ) {
    self.frequency = frequency
    self.interval = interval
    self.weekdays = weekdays
    self.rank = rank
    self.end = end
    self.exceptions = exceptions
  }

  private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Returns the value of `RRULE` for an event.
  func text(from start: CalendarMoment) -> String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    switch end {
    case .after(let day): parts.append("UNTIL=\(start.end(of: day))")
    case .count(let count): parts.append("COUNT=\(count)")
    }
    let days = weekdays.filter { Self.names.indices.contains($0 - 1) }
    if !days.isEmpty {
      let prefix = rank.map(String.init) ?? ""
      parts.append("BYDAY=" + days.map { prefix + Self.names[$0 - 1] }.joined(separator: ","))
    }
    return parts.joined(separator: ";")
  }
}
