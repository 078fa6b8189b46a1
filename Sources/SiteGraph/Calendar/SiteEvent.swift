package import Calendars
package import ContentModel

/// A sheet with a day: when it takes place, and how often.
package struct SiteEvent: Sendable {
  package let sheet: Int
  package let start: DateTime
  package let end: DateTime?
  package let zone: CalendarZone
  package let recurrence: Recurrence?
  package let isCancelled: Bool
  /// The days on which it starts, in order, at least one.
  package let days: [CalendarDate]

  package init?(
    sheet: Int, start: DateTime, end: DateTime?, zone: CalendarZone, recurrence: Recurrence?,
    isCancelled: Bool
  ) {
    self.sheet = sheet
    self.start = start
    self.end = end
    self.zone = zone
    self.recurrence = recurrence
    self.isCancelled = isCancelled
    days = recurrence?.days(from: start.date) ?? [start.date]
    // Exceptions may leave nothing of a recurrence.
    if days.isEmpty { return nil }
  }

  /// How many days a time lasts beyond the first.
  package var span: Int {
    end.map { max(0, $0.date.daysSince1970 - start.date.daysSince1970) } ?? 0
  }

  /// Whether it comes back so often that a rule says more than its days.
  var isHabit: Bool {
    let maxDaysTold = 6
    return zip(days, days.dropFirst(maxDaysTold)).contains { first, later in
      later.daysSince1970 - first.daysSince1970 < 28
    }
  }

  /// The first day of all.
  package var firstDay: CalendarDate { days.first ?? start.date }

  /// The day on which the last occurrence ends.
  package var lastDay: CalendarDate { (days.last ?? start.date).adding(days: span) }
}
