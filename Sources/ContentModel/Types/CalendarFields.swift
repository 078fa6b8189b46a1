/// The fields of a type that put its sheets on the calendar.
public struct CalendarFields: Sendable, Hashable {
  /// The day, or the day and the time, of the start.
  public let start: String
  /// Those of the end.
  public let end: String?
  /// The name of the time zone.
  public let zone: String?
  /// How the event comes back.
  public let recurrence: String?
  /// Whether it does not take place.
  public let cancelled: String?
  /// Where it takes place, the first that a sheet has.
  public let places: [String]
}

extension CalendarFields {
  /// Reads `calendrier` of a type; nil when it names no start, which is then reported.
  init?(_ reader: inout MappingReader) {
    guard let start = reader.string("debut") else {
      reader.report(.calendarFieldWithoutDay("debut", at: reader.location(ofKey: "debut")))
      return nil
    }
    self.start = start
    end = reader.string("fin")
    zone = reader.string("fuseau")
    recurrence = reader.string("recurrence")
    cancelled = reader.string("annule")
    places = reader.strings("lieu")
  }

  /// The keys of the fields that must be there, each with whether a kind of field can serve it.
  var requirements: [(key: String, accepts: (FieldKind) -> Bool)] {
    let isDay = { (kind: FieldKind) in kind.serves(.day) }
    let required: [(String?, (FieldKind) -> Bool)] = [
      (start, isDay), (end, isDay), (recurrence, { $0 == .recurrence }),
      (cancelled, { $0 == .boolean }), (zone, { _ in true }),
    ]
    return required.compactMap { key, accepts in key.map { ($0, accepts) } }
      + places.map { ($0, { _ in true }) }
  }
}
