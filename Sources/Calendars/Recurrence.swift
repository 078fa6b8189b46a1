/// How an event comes back: how often, on which days, until when, and on which days not.
///
/// It counts days, never hours: an event keeps its time on the clock when clocks change. The rules
/// are those of RFC 5545, section 3.3.10.
public struct Recurrence: Sendable, Hashable {
  /// The unit of the interval.
  public enum Frequency: String, Sendable, Hashable, CaseIterable {
    /// Every so many days.
    case daily = "quotidienne"
    /// Every so many weeks.
    case weekly = "hebdomadaire"
    /// Every so many months.
    case monthly = "mensuelle"
    /// Every so many years.
    case yearly = "annuelle"
  }

  /// When it no longer comes back.
  public enum End: Sendable, Hashable {
    /// After a day.
    case after(CalendarDate)
    /// After so many times, the first included.
    case count(Int)
  }

  /// The days of the week, as writers name them, from Monday.
  public static let weekdayNames = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// The most times that an event may come back.
  public static let maxTimes = 1_000

  /// The unit of the interval.
  public let frequency: Frequency
  /// How many units lie between two times, at least 1.
  public let interval: Int
  /// The days of the week, from 1 for Monday; none for that of the first time.
  public let weekdays: [Int]
  /// Which of those days in the month, from 1, or from -1 backwards.
  public let rank: Int?
  /// When it ends.
  public let end: End
  /// The days on which it does not take place.
  public let exceptions: [CalendarDate]

  /// Creates a recurrence.
  public init(
    _ frequency: Frequency, interval: Int = 1, weekdays: [Int] = [], rank: Int? = nil, end: End,
    exceptions: [CalendarDate] = []
  ) {
    self.frequency = frequency
    self.interval = max(1, interval)
    self.weekdays = weekdays.sorted()
    self.rank = rank
    self.end = end
    self.exceptions = exceptions.sorted()
  }

  /// Returns the days on which an event takes place, in order, without the exceptions.
  ///
  /// - Parameter first: The day of the first time.
  /// - Complexity: O(*n*) in the number of days that the rule gives, at most ``maxTimes``.
  public func days(from first: CalendarDate) -> [CalendarDate] {
    var days: [CalendarDate] = []
    var limit = Self.maxTimes
    if case .count(let count) = end { limit = min(limit, count) }
    var period = 0
    // A rule may give no day in a period, as the 31st in April, but not for years on end.
    var empty = 0
    while days.count < limit, empty < 100, let candidates = candidates(in: period, from: first) {
      let found = candidates.filter { $0 >= first }
      empty = found.isEmpty ? empty + 1 : 0
      for day in found where days.count < limit {
        if case .after(let last) = end, day > last { return without(exceptions, days) }
        days.append(day)
      }
      period += 1
    }
    return without(exceptions, days)
  }

  /// Returns whether the first day is one of those that the rule gives.
  public func includes(first: CalendarDate) -> Bool {
    candidates(in: 0, from: first)?.contains(first) == true
  }

  private func without(_ exceptions: [CalendarDate], _ days: [CalendarDate]) -> [CalendarDate] {
    let left = Set(exceptions)
    return days.filter { !left.contains($0) }
  }

  /// The days that the rule gives in a period; nil past the end of the calendar.
  private func candidates(in period: Int, from first: CalendarDate) -> [CalendarDate]? {
    switch frequency {
    case .daily:
      let day = first.adding(days: period * interval)
      return day.year <= 9_999 ? [day] : nil
    case .weekly:
      let monday = first.adding(days: 1 - first.weekday + 7 * period * interval)
      guard monday.year <= 9_999 else { return nil }
      let wanted = weekdays.isEmpty ? [first.weekday] : weekdays
      return wanted.map { monday.adding(days: $0 - 1) }.filter { $0.year <= 9_999 }
    case .monthly:
      guard let month = first.firstOfMonth(addingMonths: period * interval) else { return nil }
      return weekdays.isEmpty ? Self.day(first.day, of: month) : ranked(in: month)
    case .yearly:
      let year = first.year + period * interval
      guard let month = CalendarDate(year: year, month: first.month, day: 1) else { return nil }
      return Self.day(first.day, of: month)
    }
  }

  private static func day(_ day: Int, of month: CalendarDate) -> [CalendarDate] {
    CalendarDate(year: month.year, month: month.month, day: day).map { [$0] } ?? []
  }

  /// The days of a month that are the wanted days of the week, all of them or those of the rank.
  private func ranked(in month: CalendarDate) -> [CalendarDate] {
    let found = weekdays.flatMap { weekday in
      let first = 1 + (weekday - month.weekday + 7) % 7
      let days = Array(stride(from: first, through: month.daysInMonth, by: 7))
      guard let rank else { return days }
      let place = rank > 0 ? rank - 1 : days.count + rank
      return days.indices.contains(place) ? [days[place]] : []
    }
    return found.sorted().flatMap { Self.day($0, of: month) }
  }
}
