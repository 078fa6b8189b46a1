public import Calendars
public import Diagnostics

/// An audit of a site's accessibility, as its declaration gives it.
public struct AccessibilityAudit: Sendable, Hashable {
  /// What the audit found.
  public enum Outcome: Sendable, Hashable {
    /// Everything, criterion by criterion.
    case results(AuditResults)
    /// The share of criteria met, in hundredths of a percent, and those that are not.
    case rate(Int, failures: [AccessibilityCriterion])
  }

  /// The rules and their version, as in `RGAA 4.1.2`.
  public let standard: String
  /// The day of the audit.
  public let date: CalendarDate
  /// Where that day is written.
  public let dateLocation: SourceLocation
  /// The organisation that made it.
  public let auditor: String
  /// What it found.
  public let outcome: Outcome

  /// The share of criteria met, in hundredths of a percent and rounded down: 99.99 % is not all.
  public var rate: Int {
    switch outcome {
    case .results(let results):
      results.applicable == 0 ? 0 : results.met * 10_000 / results.applicable
    case .rate(let rate, _): rate
    }
  }

  /// What the site may say; an audit of some criteria alone allows no claim.
  public var conformity: Conformity {
    switch outcome {
    case .results(let results):
      results.isComplete ? Conformity(met: results.met, of: results.applicable) : .none
    case .rate(let rate, _): Conformity(met: rate, of: 10_000)
    }
  }

  /// The last day on which a declaration may rest on the audit: three years after it.
  ///
  /// Source: order of 20 September 2019 on the RGAA, article 5 of the annex on declarations.
  public var lastDay: CalendarDate {
    CalendarDate(year: date.year + 3, month: date.month, day: date.day)
      ?? CalendarDate(year: date.year + 3, month: date.month, day: date.day - 1) ?? date
  }
}
