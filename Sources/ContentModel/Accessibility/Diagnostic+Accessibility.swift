import Diagnostics

/// What can be wrong with the audit that a declaration of accessibility names.
extension Diagnostic {
  static func unreadableAudit(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.table", at: location,
      LocalizedText(
        fr: "ces données ne sont pas les résultats d’un audit",
        en: "these data are not the results of an audit"),
      expected: LocalizedText(
        fr: "l’export d’Ara en CSV : les critères, les éléments transverses, puis chaque page",
        en: "Ara’s export in CSV: the criteria, the shared elements, then each page"))
  }

  static func unknownCriterion(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.criterion", at: location,
      LocalizedText(
        fr: "le RGAA n’a pas de critère « \(text) »", en: "the RGAA has no criterion “\(text)”"),
      expected: LocalizedText(
        fr: "un numéro de « 1.1 » à « 13.12 »", en: "a number from “1.1” to “13.12”"))
  }

  static func repeatedCriterion(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.criterion", at: location,
      LocalizedText(
        fr: "le critère \(text) est donné deux fois", en: "criterion \(text) is given twice"))
  }

  static func unknownVerdict(
    _ text: String, of criterion: String, page: String, at location: SourceLocation
  ) -> Diagnostic {
    let verdict =
      text.isEmpty
      ? LocalizedText(fr: "aucun résultat", en: "no result")
      : LocalizedText(fr: "résultat inconnu « \(text) »", en: "unknown result “\(text)”")
    return Diagnostic(
      .error, id: "audit.verdict", at: location,
      LocalizedText(
        fr: "\(verdict.french) pour le critère \(criterion), page « \(page) »",
        en: "\(verdict.english) for criterion \(criterion), page “\(page)”"),
      expected: LocalizedText(
        fr: "« C », « NC », « NA » ou « NT »", en: "“C”, “NC”, “NA” or “NT”"))
  }

  static func unreadableRate(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.rate", at: location,
      LocalizedText(
        fr: "taux de conformité illisible « \(text) »", en: "unreadable rate “\(text)”"),
      expected: LocalizedText(
        fr: "la part des critères respectés, de 0 à 100 : « 71,4 »",
        en: "the share of criteria met, from 0 to 100: “71.4”"))
  }

  static func rateAgainstCriteria(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.rate", at: location,
      LocalizedText(
        fr: "le taux et les critères non respectés se contredisent",
        en: "the rate and the criteria that are not met contradict each other"),
      expected: LocalizedText(
        fr: "sous « criteres », ceux qui ne sont pas respectés ; aucun quand le taux est de 100",
        en: "under “criteres”, those that are not met; none when the rate is 100"))
  }

  static func rateBesideResults(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "audit.rate", at: location,
      LocalizedText(
        fr: "le taux et les critères se calculent des résultats",
        en: "the rate and the criteria are computed from the results"),
      expected: LocalizedText(
        fr: "« resultats » seul, ou bien « taux » et « criteres »",
        en: "“resultats” alone, or else “taux” and “criteres”"))
  }
}
