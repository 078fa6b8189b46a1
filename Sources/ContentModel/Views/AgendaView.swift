import Diagnostics

/// The events of a type: those to come, month by month, then those that are over.
public struct AgendaView: Sendable, Hashable {
  /// The sheets, whose type says which of its fields hold days.
  public let selection: SheetSelection
  /// How many months are drawn as calendars, of those in which something takes place.
  public let monthCount: Int
}

extension ViewReader {
  mutating func agenda() -> AgendaView? {
    let selection = calendarSelection()
    let bounds = Bounds(min: 0, max: 12)
    let months = keys.integer("mois") ?? 2
    if !bounds.contains(months) {
      keys.report(.outOfBounds(String(months), bounds, at: keys.valueLocation(ofKey: "mois")))
    }
    return selection.map { AgendaView(selection: $0, monthCount: months) }
  }

  /// Reads a selection of sheets whose type has a calendar.
  private mutating func calendarSelection() -> SheetSelection? {
    guard let selection = selection(.filter) else { return nil }
    if selection.type.calendar != nil { return selection }
    keys.report(
      .typeWithoutCalendar(selection.type.id, at: keys.valueLocation(ofKey: "type")))
    return nil
  }
}
