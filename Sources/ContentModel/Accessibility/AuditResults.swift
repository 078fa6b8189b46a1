import Diagnostics
import TextEncoding

/// What an audit found, criterion by criterion and page by page, as the tool Ara exports it in CSV.
///
/// The first column holds the criteria, the second the elements that all pages share, each of the
/// others a page. A cell is `C` (met), `NC` (not met), `NA` (does not apply) or `NT` (not tested).
/// Source: <https://ara.numerique.gouv.fr>.
public struct AuditResults: Sendable, Hashable {
  /// A criterion that some pages do not meet.
  public struct Failure: Sendable, Hashable {
    /// The criterion.
    public let criterion: AccessibilityCriterion
    /// The names of these pages; « Éléments transverses » is one of them.
    public let pages: [String]
  }

  private enum State: String {
    case met = "C"
    case failed = "NC"
    case notApplicable = "NA"
    case notTested = "NT"
  }

  /// The names of the audited pages.
  public let pages: [String]
  /// The criteria that are not met, in their order.
  public let failures: [Failure]
  /// How many criteria are met.
  public let met: Int
  /// How many criteria were judged on every page, those that do not apply included.
  public let tested: Int

  /// How many of the judged criteria apply to the site.
  public var applicable: Int { met + failures.count }

  /// Whether every criterion was judged: only then may a site say that it conforms.
  public var isComplete: Bool { tested == AccessibilityCriterion.count }

  /// Reads an export; nil when its file is no table in CSV, which is reported.
  init?(_ table: DataTable, reporting diagnostics: inout [Diagnostic]) {
    guard table.path.hasSuffix(".csv"), let csv = try? CSVTable(table.text), csv.header.count > 2
    else {
      diagnostics.append(.unreadableAudit(at: SourceLocation(path: table.path)))
      return nil
    }
    let columns = csv.header.dropFirst().map(\.trimmed)
    pages = Array(columns.dropFirst())
    var failures: [Failure] = []
    var (met, notApplicable) = (0, 0)
    var seen: Set<AccessibilityCriterion> = []
    for record in csv.records {
      let location = SourceLocation(path: table.path, line: record.line, column: 1)
      let cells = record.cells.map(\.trimmed)
      guard let name = cells.first, cells.contains(where: { !$0.isEmpty }) else { continue }
      guard let criterion = AccessibilityCriterion(name) else {
        diagnostics.append(.unknownCriterion(name, at: location))
        continue
      }
      guard seen.insert(criterion).inserted else {
        diagnostics.append(.repeatedCriterion(name, at: location))
        continue
      }
      var states: [State] = []
      for (index, column) in columns.enumerated() {
        let cell = cells.indices.contains(index + 1) ? cells[index + 1] : ""
        guard let state = State(rawValue: cell.uppercased()) else {
          diagnostics.append(.unknownVerdict(cell, of: name, page: column, at: location))
          continue
        }
        states.append(state)
      }
      guard states.count == columns.count else { continue }
      let failed = zip(columns, states).filter { $0.1 == .failed }.map(\.0)
      // Ara leaves shared elements untested where there are none.
      let judged = states.first == .notTested ? Array(states.dropFirst()) : states
      if !failed.isEmpty {
        failures.append(Failure(criterion: criterion, pages: failed))
      } else if judged.allSatisfy({ $0 == .notApplicable }) {
        notApplicable += 1
      } else if !judged.contains(.notTested) {
        met += 1
      }
    }
    self.failures = failures.sorted { $0.criterion < $1.criterion }
    self.met = met
    tested = met + notApplicable + failures.count
  }
}
