import Calendars
import ContentModel
import Diagnostics
import Formats

/// The events of a site: the sheets of the types that say which of their fields hold days.
package struct SiteCalendar: Sendable {
  /// The events, the earliest first; of one moment, in the order of the sheets.
  package let events: [SiteEvent]
  /// Those that are in no agenda.
  package let unlisted: [SiteEvent]
  /// The sheets of such types that have no day.
  package let undated: [Int]
  private let eventBySheet: [Int: SiteEvent]

  /// Reads the events; days that cannot be are reported.
  init(_ sheets: [Sheet], reporting diagnostics: inout [Diagnostic]) {
    var events: [SiteEvent] = []
    var undated: [Int] = []
    for (index, sheet) in sheets.enumerated() {
      guard let fields = sheet.type.calendar else { continue }
      guard let start = Self.moment(sheet.fields[fields.start]) else {
        if !sheet.isUnlisted { undated.append(index) }
        continue
      }
      let event = Self.event(index, sheet, fields, start: start, reporting: &diagnostics)
      if let event { events.append(event) }
    }
    let sorted = events.sorted { left, right in
      let (first, second) = (left.firstDay, right.firstDay)
      if first != second { return first < second }
      let (minute, other) = (left.start.minuteOfDay, right.start.minuteOfDay)
      return minute == other ? left.sheet < right.sheet : minute < other
    }
    self.events = sorted.filter { !sheets[$0.sheet].isUnlisted }
    unlisted = sorted.filter { sheets[$0.sheet].isUnlisted }
    self.undated = undated
    eventBySheet = Dictionary(
      sorted.map { ($0.sheet, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the event of a sheet.
  package func event(of sheet: Int) -> SiteEvent? { eventBySheet[sheet] }

  private static func event(
    _ index: Int, _ sheet: Sheet, _ fields: CalendarFields, start: DateTime,
    reporting diagnostics: inout [Diagnostic]
  ) -> SiteEvent? {
    let end = fields.end.flatMap { moment(sheet.fields[$0]) }
    if let key = fields.end, let end, !follows(end, start) {
      diagnostics.append(.endBeforeStart(at: sheet.location(of: key)))
      return nil
    }
    var recurrence: Recurrence?
    if let key = fields.recurrence, case .recurrence(let found) = sheet.fields[key] {
      recurrence = found
      if !found.includes(first: start.date) {
        diagnostics.append(.startOutsideRecurrence(start.date, at: sheet.location(of: key)))
      }
    }
    let zone = zone(of: sheet, fields, reporting: &diagnostics)
    let isCancelled = fields.cancelled.map { sheet.fields[$0] == .boolean(true) } ?? false
    let event = SiteEvent(
      sheet: index, start: start, end: end, zone: zone, recurrence: recurrence,
      isCancelled: isCancelled)
    if event == nil, let key = fields.recurrence {
      diagnostics.append(.recurrenceWithoutDay(at: sheet.location(of: key)))
    }
    return event
  }

  private static func zone(
    of sheet: Sheet, _ fields: CalendarFields, reporting diagnostics: inout [Diagnostic]
  ) -> CalendarZone {
    guard let key = fields.zone, let name = sheet.fields[key]?.string else { return .paris }
    if let zone = CalendarZone(id: name) { return zone }
    diagnostics.append(.unknownTimeZone(name, at: sheet.location(of: key)))
    return .paris
  }

  private static func moment(_ value: FieldValue?) -> DateTime? {
    switch value {
    case .date(let day): DateTime(day)
    case .dateTime(let moment): moment
    default: nil
    }
  }

  /// Returns whether an end comes no earlier than a start; a day alone lasts until its night.
  private static func follows(_ end: DateTime, _ start: DateTime) -> Bool {
    if end.date != start.date || end.isWholeDay { return end.date >= start.date }
    return end.minuteOfDay >= start.minuteOfDay
  }
}
