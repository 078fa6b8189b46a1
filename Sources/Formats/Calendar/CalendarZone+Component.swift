import Calendars
import TextEncoding

extension CalendarZone {
  /// Appends the component `VTIMEZONE` (RFC 5545, section 3.6.5).
  func append(to lines: inout CalendarLines) {
    lines.append("BEGIN", "VTIMEZONE")
    lines.append("TZID", id)
    if let forward, let back {
      let year = daylight == .european ? 1996 : 2007
      append(
        "STANDARD", from: standardOffset + 60, to: standardOffset, back, since: year, to: &lines)
      append(
        "DAYLIGHT", from: standardOffset, to: standardOffset + 60, forward, since: year, to: &lines)
    } else {
      append("STANDARD", from: standardOffset, to: standardOffset, nil, since: 1970, to: &lines)
    }
    lines.append("END", "VTIMEZONE")
  }

  private func append(
    _ component: String, from: Int, to offset: Int, _ change: Change?, since year: Int,
    to lines: inout CalendarLines
  ) {
    let day = change.flatMap { change in
      CalendarDate(year: year, month: change.month, day: change.sunday(of: year))
    }
    lines.append("BEGIN", component)
    lines.append(
      "DTSTART", CalendarMoment.text(of: day ?? .epoch, minute: change?.minute ?? 0))
    if let change {
      lines.append("RRULE", "FREQ=YEARLY;BYMONTH=\(change.month);BYDAY=\(change.rank)SU")
    }
    lines.append("TZOFFSETFROM", Self.text(ofOffset: from))
    lines.append("TZOFFSETTO", Self.text(ofOffset: offset))
    lines.append("END", component)
  }

  private static func text(ofOffset minutes: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(minutes < 0 ? "-" : "+")
    bytes.append(decimal: abs(minutes) / 60, digits: 2)
    bytes.append(decimal: abs(minutes) % 60, digits: 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}
