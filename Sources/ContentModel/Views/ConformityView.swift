import Calendars
import Diagnostics

/// How far a site conforms to the rules of accessibility, by the audit that its page names.
public struct ConformityView: Sendable, Hashable {
  /// The audit; nil when none was made.
  public let audit: AccessibilityAudit?

  /// What the site may say: without an audit, that it does not conform.
  public var conformity: Conformity { audit?.conformity ?? .none }

  /// The keys that describe the audit.
  static let keys = ["referentiel", "date", "auditeur", "resultats", "taux", "criteres"]
}

extension ViewReader {
  /// Reads an audit; it is there as soon as one of its keys is, and then all of it must be.
  mutating func conformity() -> ConformityView? {
    guard ConformityView.keys.contains(where: { keys.node($0) != nil }) else {
      return ConformityView(audit: nil)
    }
    let (standard, auditor, day) = (required("referentiel"), required("auditeur"), required("date"))
    let dateLocation = keys.valueLocation(ofKey: "date")
    let date = day.flatMap(CalendarDate.init(iso:))
    if let day, date == nil { keys.report(.unreadableDate(day, at: dateLocation)) }
    let outcome = keys.node("resultats") == nil ? rate() : results()
    guard let standard, let auditor, let date, let outcome else { return nil }
    return ConformityView(
      audit: AccessibilityAudit(
        standard: standard, date: date, dateLocation: dateLocation, auditor: auditor,
        outcome: outcome))
  }

  /// Reads the data file of an audit.
  private mutating func results() -> AccessibilityAudit.Outcome? {
    for key in ["taux", "criteres"] where keys.node(key) != nil {
      keys.report(.rateBesideResults(at: keys.location(ofKey: key)))
    }
    guard let table = table("resultats") else { return nil }
    var found: [Diagnostic] = []
    let results = AuditResults(table, reporting: &found)
    for diagnostic in found { keys.report(diagnostic) }
    return results.map(AccessibilityAudit.Outcome.results)
  }

  /// Reads the rate of an audit, and the criteria that are not met.
  private mutating func rate() -> AccessibilityAudit.Outcome? {
    guard let text = required("taux") else { return nil }
    let location = keys.valueLocation(ofKey: "taux")
    guard let number = NumberText.number(text), (0...100).contains(number) else {
      keys.report(.unreadableRate(text, at: location))
      return nil
    }
    var failures: Set<AccessibilityCriterion> = []
    for name in keys.strings("criteres") {
      let place = keys.valueLocation(ofKey: "criteres", element: name)
      guard let criterion = AccessibilityCriterion(name) else {
        keys.report(.unknownCriterion(name, at: place))
        continue
      }
      if !failures.insert(criterion).inserted {
        keys.report(.repeatedCriterion(name, at: place))
      }
    }
    if failures.isEmpty != (number == 100) { keys.report(.rateAgainstCriteria(at: location)) }
    return .rate(Int((number * 100).rounded(.down)), failures: failures.sorted())
  }
}
