import Diagnostics

/// What can be wrong with the days of an event.
extension Diagnostic {
  static func recurrenceWithoutFrequency(
    known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "recurrence.frequency", at: location,
      LocalizedText(fr: "récurrence sans fréquence", en: "recurrence without a frequency"),
      expected: LocalizedText(
        fr: "« frequence » : \(known.joined(separator: ", "))",
        en: "“frequence”: \(known.joined(separator: ", "))"))
  }

  static func endlessRecurrence(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "recurrence.endless", at: location,
      LocalizedText(fr: "récurrence sans fin", en: "recurrence that never ends"),
      expected: LocalizedText(
        fr: "« jusqu_au: 2027-12-31 » ou « fois: 10 »", en: "“jusqu_au: 2027-12-31” or “fois: 10”"))
  }

  static func recurrenceWithTwoEnds(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "recurrence.ends", at: location,
      LocalizedText(
        fr: "« jusqu_au » et « fois » pour une seule récurrence",
        en: "“jusqu_au” and “fois” for one recurrence"),
      expected: LocalizedText(fr: "l’un ou l’autre", en: "one or the other"))
  }

  static func recurrenceDaysOutOfPlace(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "recurrence.days", at: location,
      LocalizedText(
        fr: "« jours » ne va qu’avec « hebdomadaire » ou « mensuelle »",
        en: "“jours” only goes with “hebdomadaire” or “mensuelle”"),
      expected: LocalizedText(
        fr: "« frequence: hebdomadaire » ou « frequence: mensuelle » ; sinon, pas de « jours »",
        en: "“frequence: hebdomadaire” or “frequence: mensuelle”; no “jours” otherwise"))
  }

  static func recurrenceRankOutOfPlace(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "recurrence.rank", at: location,
      LocalizedText(
        fr: "« rang » ne va qu’avec « mensuelle » et « jours »",
        en: "“rang” only goes with “mensuelle” and “jours”"),
      expected: LocalizedText(
        fr: "de 1 à 5, ou -1 pour le dernier du mois", en: "1 to 5, or -1 for the last of the month"
      ))
  }

  static func typeWithoutCalendar(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "view.calendar", at: location,
      LocalizedText(
        fr: "le type « \(type) » n’a pas de « calendrier »",
        en: "the type “\(type)” has no “calendrier”"),
      expected: LocalizedText(
        fr: "dans le fichier du type : « calendrier: { debut: … } »",
        en: "in the file of the type: “calendrier: { debut: … }”"))
  }

  static func unreadablePartialDate(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.date", at: location,
      LocalizedText(fr: "date illisible « \(text) »", en: "unreadable date “\(text)”"),
      expected: LocalizedText(
        fr: "« 2017 », « 2017-11 » ou « 2017-11-03 »", en: "“2017”, “2017-11” or “2017-11-03”"))
  }

  static func calendarFieldWithoutDay(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "type.calendar", at: location,
      LocalizedText(
        fr: "« \(key) » ne peut pas servir à l’agenda", en: "“\(key)” cannot serve the calendar"),
      expected: LocalizedText(
        fr: "un champ de type date ou date_heure pour le début et la fin, recurrence pour la "
          + "récurrence, booleen pour l’annulation",
        en: "a field of type date or date_heure for start and end, recurrence for the recurrence, "
          + "booleen for the cancellation"))
  }
}
