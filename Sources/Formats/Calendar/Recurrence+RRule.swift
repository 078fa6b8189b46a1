import Calendars

extension Recurrence {
  private static let dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Returns the value of `RRULE` for an event (RFC 5545, section 3.3.10).
  func rule(from start: CalendarMoment) -> String {
    let name =
      switch frequency {
      case .daily: "DAILY"
      case .weekly: "WEEKLY"
      case .monthly: "MONTHLY"
      case .yearly: "YEARLY"
      }
    var parts = ["FREQ=\(name)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    switch end {
    case .after(let day): parts.append("UNTIL=\(start.end(of: day))")
    case .count(let count): parts.append("COUNT=\(count)")
    }
    let days = weekdays.filter { Self.dayNames.indices.contains($0 - 1) }
    if !days.isEmpty {
      let prefix = rank.map(String.init) ?? ""
      parts.append("BYDAY=" + days.map { prefix + Self.dayNames[$0 - 1] }.joined(separator: ","))
    }
    return parts.joined(separator: ";")
  }
}
