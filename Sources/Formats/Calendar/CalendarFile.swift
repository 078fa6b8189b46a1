import Calendars

/// Events as an iCalendar file (RFC 5545), which calendars on telephones and computers read.
public struct CalendarFile: Sendable, Hashable {
  /// The name of the file of one event, beside its page.
  public static let eventFileName = "evenement.ics"
  /// The name of the file of all events of a folder.
  public static let agendaFileName = "agenda.ics"

  /// The name of the calendar, which those who subscribe to it see; may be empty.
  public var title: String
  /// The program that wrote the file.
  public var generator: String
  /// The events, in the order of the file.
  public var events: [CalendarEvent]

  /// Creates a file.
  public init(title: String = "", generator: String = "Archipel", events: [CalendarEvent]) {
    self.title = title
    self.generator = generator
    self.events = events
  }

  /// Returns the file, in UTF-8.
  ///
  /// - Parameter baseURL: Where the site is published; without it, events bear no address.
  public func encoded(baseURL: BaseURL?) -> [UInt8] {
    var lines = CalendarLines()
    lines.append("BEGIN", "VCALENDAR")
    lines.append("VERSION", "2.0")
    lines.append("PRODID", text: "-//\(generator)//\(generator)//FR")
    lines.append("CALSCALE", "GREGORIAN")
    if !title.isEmpty {
      lines.append("NAME", text: title)
      // What most calendars read today in place of NAME (RFC 7986).
      lines.append("X-WR-CALNAME", text: title)
    }
    let named = events.flatMap { [$0.start.zone?.id, $0.end?.zone?.id] }.compactMap(\.self)
    for zone in CalendarZone.all where named.contains(zone.id) { zone.append(to: &lines) }
    for event in events { event.append(to: &lines, baseURL: baseURL) }
    lines.append("END", "VCALENDAR")
    return lines.bytes
  }
}
