import Calendars
import ContentModel
import Formats
import SiteGraph

/// Makes the calendar files of a site: one beside the page of each event, one of all of a type.
struct SiteCalendarFiles {
  private let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  /// Returns the file of the event of a sheet.
  package func bytes(ofEventOf sheet: Int) -> [UInt8] {
    guard let event = context.commons.event(of: sheet) else { return [] }
    return file(title: "", [event])
  }

  /// Returns the file of all events of a type.
  package func bytes(ofAgendaOf type: ContentType) -> [UInt8] {
    let commons = context.commons
    let events = commons.calendar.events.filter { commons.sheets[$0.sheet].type == type }
    return file(title: context.commons.declared.configuration.title, events)
  }

  private func file(title: String, _ events: [SiteEvent]) -> [UInt8] {
    CalendarFile(title: title, generator: SiteObject.generator, events: events.map(event))
      .encoded(baseURL: context.baseURL)
  }

  private func event(_ event: SiteEvent) -> CalendarEvent {
    let commons = context.commons
    let sheet = commons.sheets[event.sheet]
    return CalendarEvent(
      name: root + "/" + sheet.id, title: context.titles[event.sheet],
      summary: context.sheets[event.sheet].summary, place: place(of: event.sheet),
      path: commons.addresses[event.sheet], start: moment(event.start, event.zone),
      end: end(of: event), recurrence: event.recurrence, isCancelled: event.isCancelled,
      updated: Timestamp(commons.modified(of: event.sheet)),
      categories: commons.tagLabels(of: event.sheet))
  }

  /// An end must be of the kind of its start (RFC 5545, section 3.8.2.2).
  private func end(of event: SiteEvent) -> CalendarMoment? {
    guard let end = event.end else { return nil }
    if event.start.isWholeDay { return moment(DateTime(end.date), event.zone) }
    return end.isWholeDay
      ? moment(end.date, minute: 1_439, event.zone) : moment(end, event.zone)
  }

  private func moment(_ moment: DateTime, _ zone: CalendarZone) -> CalendarMoment {
    if moment.isWholeDay { return .day(moment.date) }
    guard let offset = moment.offset else {
      return self.moment(moment.date, minute: moment.minuteOfDay, zone)
    }
    // A time with its distance from UTC needs no zone.
    let minutes = moment.date.daysSince1970 * 1_440 + moment.minuteOfDay - offset
    let day = CalendarDate(secondsSince1970: minutes * 60)
    return self.moment(day, minute: minutes - day.daysSince1970 * 1_440, .utc)
  }

  private func moment(
    _ day: CalendarDate, minute: Int, _ zone: CalendarZone
  ) -> CalendarMoment {
    .local(day, minute: minute, zone)
  }

  /// What the names of events start with, which no other site has.
  ///
  /// It is where the site is published, by `http:` or `https:`; only a site that does not know that goes by
  /// its title, and gives its events other names with another.
  private var root: String {
    guard let base = context.baseURL else { return context.commons.declared.configuration.title }
    let address = base.text.drop { $0 != ":" }.dropFirst("://".count)
    return address.hasSuffix("/") ? String(address.dropLast()) : String(address)
  }

  private func place(of index: Int) -> String {
    let sheet = context.commons.sheets[index]
    for key in sheet.type.calendar?.places ?? [] {
      switch sheet.fields[key]?.elements.first {
      case .reference(_, let location):
        if let target = context.commons.target(of: location) {
          return context.titles[target]
        }
      case .markdown(let text, let location):
        return context.words(ofMarkdown: text, at: location, in: index)
      case let value?:
        if let text = value.string { return text }
      case nil: continue
      }
    }
    return ""
  }
}
