import Diagnostics

/// What can be wrong with a recurrence.
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
}
