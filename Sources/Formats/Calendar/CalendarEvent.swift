public import Calendars

/// An event, as calendars know it.
public struct CalendarEvent: Sendable, Hashable {
  /// What it is recognised by; its identifier is computed from it, and stays while it stays.
  public var name: String
  /// The title, as plain text.
  public var title: String
  /// The summary, as plain text; may be empty.
  public var summary: String
  /// Where it takes place, as plain text; may be empty.
  public var place: String
  /// The page about it, as a path from the site's root, percent-encoded.
  public var path: String
  /// When it starts.
  public var start: CalendarMoment
  /// When it ends; of whole days, the last one.
  public var end: CalendarMoment?
  /// How it comes back.
  public var recurrence: Recurrence?
  /// Whether it does not take place.
  public var isCancelled: Bool
  /// When what is said here was last changed; nil when nobody knows.
  public var updated: Timestamp?
  /// What it is about, as people read it.
  public var categories: [String]

  /// Creates an event.
  public init(
    name: String, title: String, summary: String = "", place: String = "", path: String,
    start: CalendarMoment, end: CalendarMoment? = nil, recurrence: Recurrence? = nil,
    isCancelled: Bool = false, updated: Timestamp?, categories: [String] = []
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.place = place
    self.path = path
    self.start = start
    self.end = end
    self.recurrence = recurrence
    self.isCancelled = isCancelled
    self.updated = updated
    self.categories = categories
  }

  /// Appends the component `VEVENT` (RFC 5545, section 3.6.1).
  func append(to lines: inout CalendarLines, baseURL: BaseURL?) {
    lines.append("BEGIN", "VEVENT")
    lines.append("UID", NameUUID(name: name).text)
    // Every event has a moment of its last change (section 3.8.7.2). Of one that nobody knows, the day on
    // which the event starts stands in: it is a day that the event bears, and no clock changes it.
    lines.append("DTSTAMP", Self.stamp(updated ?? Timestamp(start.day)))
    if let updated {
      // A calendar that has the event takes what has the higher number, or the later change.
      lines.append("LAST-MODIFIED", Self.stamp(updated))
      lines.append("SEQUENCE", String(max(0, updated.date.daysSince1970)))
    }
    lines.append("DTSTART" + start.parameters, start.text)
    if let end = writtenEnd { lines.append("DTEND" + end.parameters, end.text) }
    if let recurrence {
      lines.append("RRULE", recurrence.rule(from: start))
      if !recurrence.exceptions.isEmpty {
        lines.append(
          "EXDATE" + start.parameters,
          recurrence.exceptions.map { start.on($0).text }.joined(separator: ","))
      }
    }
    lines.append("SUMMARY", text: title)
    if !summary.isEmpty { lines.append("DESCRIPTION", text: summary) }
    if !place.isEmpty { lines.append("LOCATION", text: place) }
    for category in categories { lines.append("CATEGORIES", text: category) }
    // An address without a site around it is none (RFC 3986, section 4.3).
    if let baseURL { lines.append("URL", baseURL.url(of: path)) }
    lines.append("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
    lines.append("END", "VEVENT")
  }

  /// The end as the format wants it: of whole days, the day after the last.
  private var writtenEnd: CalendarMoment? {
    guard case .day(let day) = end else { return end }
    return .day(day.adding(days: 1))
  }

  private static func stamp(_ moment: Timestamp) -> String {
    let utc = Timestamp(secondsSince1970: moment.secondsSince1970) ?? moment
    let minute = (utc.time?.hour ?? 0) * 60 + (utc.time?.minute ?? 0)
    return CalendarMoment.text(of: utc.date, minute: minute, second: utc.time?.second ?? 0) + "Z"
  }
}
