import Calendars
import ContentModel
import Diagnostics
import Formats

/// What can be wrong with the days of an event.
extension Diagnostic {
  static func endBeforeStart(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "calendar.order", at: location,
      LocalizedText(
        fr: "l’événement finit avant de commencer", en: "the event ends before it starts"),
      expected: LocalizedText(
        fr: "une fin après le début, ou pas de fin",
        en: "an end after the start, or no end"))
  }

  static func startOutsideRecurrence(
    _ day: CalendarDate, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "calendar.first", at: location,
      LocalizedText(
        fr: "le premier jour, \(day), n’est pas un de ceux de la récurrence",
        en: "the first day, \(day), is not one of those of the recurrence"),
      expected: LocalizedText(
        fr: "un début qui tombe un des « jours »", en: "a start on one of the “jours”"))
  }

  static func recurrenceWithoutDay(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "calendar.empty", at: location,
      LocalizedText(fr: "la récurrence n’a aucun jour", en: "the recurrence has no day"),
      expected: LocalizedText(
        fr: "au moins un jour avant « jusqu_au », qui ne soit pas dans « sauf »",
        en: "at least one day before “jusqu_au” that is not in “sauf”"))
  }

  static func unknownEntrySheet(
    _ id: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "reference.dangling", at: location,
      LocalizedText(fr: "fiche introuvable « \(id) »", en: "sheet not found “\(id)”"),
      expected: LocalizedText(
        fr: "le chemin d’une fiche, comme « methodes/world-cafe »",
        en: "the path of a sheet, as “methodes/world-cafe”"),
      suggestion: NearMiss.suggestion(for: id, among: known))
  }

  static func unknownTimeZone(_ name: String, at location: SourceLocation) -> Diagnostic {
    let known = CalendarZone.all.map(\.id)
    return Diagnostic(
      .error, id: "calendar.zone", at: location,
      LocalizedText(
        fr: "fuseau horaire inconnu « \(name) »", en: "unknown time zone “\(name)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }
}
