/// A time zone of the IANA database, as far as this house knows them: by its rule of today.
///
/// The rules are written here, because the zones that a machine has installed are no part of a
/// site's source. Those of the European Union hold since 1996, those of North America since 2007.
public struct CalendarZone: Sendable, Hashable {
  /// The identifier, as `Europe/Paris`.
  public let id: String
  /// How far standard time is ahead of UTC, in minutes.
  package let standardOffset: Int
  package let daylight: Daylight

  /// When clocks go forward.
  package enum Daylight: Sendable, Hashable {
    case none
    /// From the last Sunday of March to the last of October, at 1:00 UTC (directive 2000/84/EC).
    case european
    /// From the second Sunday of March to the first of November, at 2:00 on the clock.
    case northAmerican
  }

  /// The time of the sites of this house that name no zone.
  public static let paris = CalendarZone("Europe/Paris", 60, .european)

  /// The time that all others are told from.
  public static let utc = CalendarZone("UTC", 0, .none)

  private init(_ id: String, _ standardOffset: Int, _ daylight: Daylight) {
    self.id = id
    self.standardOffset = standardOffset
    self.daylight = daylight
  }

  /// Finds a zone by its identifier.
  public init?(id: String) {
    guard let zone = Self.all.first(where: { $0.id == id }) else { return nil }
    self = zone
  }

  /// The zones that are known: those of France, of its neighbours and of Québec.
  public static let all: [CalendarZone] = [
    .paris, CalendarZone("Europe/Brussels", 60, .european),
    CalendarZone("Europe/Berlin", 60, .european), CalendarZone("Europe/Madrid", 60, .european),
    CalendarZone("Europe/Rome", 60, .european), CalendarZone("Europe/Zurich", 60, .european),
    CalendarZone("Europe/Luxembourg", 60, .european),
    CalendarZone("Europe/Copenhagen", 60, .european),
    CalendarZone("Europe/Amsterdam", 60, .european), CalendarZone("Europe/Lisbon", 0, .european),
    CalendarZone("Europe/London", 0, .european), CalendarZone("Europe/Dublin", 0, .european),
    CalendarZone("America/Toronto", -300, .northAmerican),
    CalendarZone("America/Martinique", -240, .none),
    CalendarZone("America/Guadeloupe", -240, .none), CalendarZone("America/Cayenne", -180, .none),
    CalendarZone("America/Miquelon", -180, .northAmerican),
    CalendarZone("Indian/Reunion", 240, .none), CalendarZone("Indian/Mayotte", 180, .none),
    CalendarZone("Pacific/Noumea", 660, .none), CalendarZone("Pacific/Tahiti", -600, .none),
    .utc,
  ]

  /// Returns the day that it is in the zone at a moment, given in seconds since 1970-01-01T00:00:00Z.
  public func day(at seconds: Int) -> CalendarDate {
    // Clocks change in the night, and never over midnight.
    for ahead in [60, 0].map({ standardOffset + $0 }) {
      let local = seconds + ahead * 60
      let day = CalendarDate(secondsSince1970: local)
      let minute = (local - day.daysSince1970 * 86_400) / 60
      if offset(on: day, minute: minute) == ahead { return day }
    }
    return CalendarDate(secondsSince1970: seconds + standardOffset * 60)
  }

  /// Returns how far the clocks of a day are ahead of UTC at a time of day, in minutes.
  ///
  /// The hour that clocks show twice is taken as standard time.
  package func offset(on day: CalendarDate, minute: Int) -> Int {
    guard let forward, let back else { return standardOffset }
    let moment = (day.month * 100 + day.day) * 1_440 + minute
    func start(_ change: Change) -> Int {
      (change.month * 100 + change.sunday(of: day.year)) * 1_440 + change.minute
    }
    let isDaylight = moment >= start(forward) && moment < start(back) - 60
    return standardOffset + (isDaylight ? 60 : 0)
  }

  /// A day on which clocks change, and the minute at which they do on the clock of before.
  package struct Change {
    /// The month, from 1.
    package let month: Int
    /// Which Sunday of the month, from 1; the last one when -1.
    package let rank: Int
    /// The minute of the day.
    package let minute: Int

    /// Returns the day of the month in a year.
    package func sunday(of year: Int) -> Int {
      guard let start = CalendarDate(year: year, month: month, day: 1) else { return 1 }
      let first = 8 - start.weekday
      guard rank < 0 else { return first + 7 * (rank - 1) }
      return first + (start.daysInMonth - first) / 7 * 7
    }
  }

  /// When clocks go forward in a year; nil where they do not.
  package var forward: Change? {
    switch daylight {
    case .none: nil
    case .european: Change(month: 3, rank: -1, minute: 60 + standardOffset)
    case .northAmerican: Change(month: 3, rank: 2, minute: 120)
    }
  }

  /// When clocks go back in a year; nil where they do not.
  package var back: Change? {
    switch daylight {
    case .none: nil
    case .european: Change(month: 10, rank: -1, minute: 120 + standardOffset)
    case .northAmerican: Change(month: 11, rank: 1, minute: 120)
    }
  }
}
