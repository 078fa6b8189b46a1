package import Calendars
import ContentModel

/// The events of a view, from a day on.
package struct Agenda {
  /// A month and what takes place in it.
  package struct Month {
    /// The first day of the month.
    package let first: CalendarDate
    package let entries: [AgendaEntry]

    /// The entries that are listed by day: all but those that come back too often.
    package var listed: [AgendaEntry] { entries.filter { !$0.event.isHabit } }
  }

  /// The most months ahead that a view lists.
  static let maxMonths = 12

  /// The months to come in which something takes place.
  package let months: [Month]
  /// How many months are left out.
  package let hiddenMonthCount: Int
  /// What comes back, and the next day of each.
  package let recurring: [(event: SiteEvent, next: CalendarDate)]
  /// The events that are over, the latest first.
  package let past: [SiteEvent]

  /// - Parameter today: The day of the build: what ended before it is over.
  package init(_ events: [SiteEvent], today: CalendarDate) {
    recurring = events.compactMap { event in
      guard event.recurrence != nil else { return nil }
      return event.days.first { $0.adding(days: event.span) >= today }.map { (event, $0) }
    }
    past = events.filter { $0.lastDay < today }.reversed()
    var entries: [CalendarDate: [AgendaEntry]] = [:]
    for event in events where event.lastDay >= today {
      let ahead = event.days.filter { $0.adding(days: event.span) >= today }
      let shown = Dictionary(grouping: ahead.map { max($0, today) }) { Self.month(of: $0) }
      for (month, days) in shown {
        entries[month, default: []].append(AgendaEntry(event: event, days: days))
      }
    }
    let all = entries.map { month, entries in
      Month(first: month, entries: entries.sorted(by: Self.precedes))
    }.sorted { $0.first < $1.first }
    months = Array(all.prefix(Self.maxMonths))
    hiddenMonthCount = all.dropFirst(Self.maxMonths).count { !$0.listed.isEmpty }
  }

  private static func month(of day: CalendarDate) -> CalendarDate {
    day.firstOfMonth() ?? day
  }

  private static func precedes(_ left: AgendaEntry, _ right: AgendaEntry) -> Bool {
    let (first, second) = (left.days.first, right.days.first)
    if let first, let second, first != second { return first < second }
    let (minute, other) = (left.event.start.minuteOfDay, right.event.start.minuteOfDay)
    return minute == other ? left.event.sheet < right.event.sheet : minute < other
  }
}
