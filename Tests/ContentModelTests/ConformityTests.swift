import Calendars
import Diagnostics
import Testing

@testable import ContentModel

/// What a site may say of its accessibility, from the audit that its declaration names.
struct ConformityTests {
  private static let counts = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

  /// Makes an export of Ara: two pages that meet every criterion, but for some lines.
  private static func export(_ lines: [String: String] = [:], without left: Int = 0) -> DataTable {
    var rows = ["Critères,Éléments transverses,Accueil,\"Recherche, vide\""]
    for (topic, count) in counts.enumerated() {
      for number in 1...count {
        let criterion = "\(topic + 1).\(number)"
        rows.append("\(criterion)," + (lines[criterion] ?? "NT,C,C"))
      }
    }
    return DataTable(path: "audit.csv", text: rows.dropLast(left).joined(separator: "\r\n") + "\n")
  }

  private func read(_ keys: String, _ table: DataTable = export()) -> Reading {
    SmallSite(tables: ["audit": table]).read(
      "---\ntitre: Page\nvue: { genre: conformite\(keys) }\n---\n")
  }

  private static let audited = ", referentiel: RGAA 4.1.2, auditeur: Cabinet, date: 2026-03-01"

  private func conformity(_ keys: String, _ table: DataTable = export()) throws -> ConformityView {
    let reading = read(keys, table)
    #expect(reading.places == [])
    guard case .conformity(let view)? = reading.sheet?.view else {
      throw ReadingFailed()
    }
    return view
  }

  private struct ReadingFailed: Error {}

  @Test func claimsNothingWithoutAnAudit() throws {
    let view = try conformity("")
    #expect(view.audit == nil)
    #expect(view.conformity == .none)
  }

  @Test func countsTheCriteriaOfAnExport() throws {
    let table = Self.export([
      "1.1": "NT,C,NC", "3.2": "NC,C,C", "4.1": "NA,NA,NA", "4.2": "NT,NA,NA", "5.1": "C,NA,NA",
    ])
    let view = try conformity(Self.audited + ", resultats: audit", table)
    let audit = try #require(view.audit)
    guard case .results(let results) = audit.outcome else { throw ReadingFailed() }
    #expect(results.pages == ["Accueil", "Recherche, vide"])
    #expect(results.tested == 106)
    #expect(results.applicable == 104)
    #expect(results.met == 102)
    #expect(results.failures.map(\.criterion.text) == ["1.1", "3.2"])
    #expect(results.failures.map(\.pages) == [["Recherche, vide"], ["Éléments transverses"]])
    #expect(audit.rate == 9_807)
    #expect(view.conformity == .partial)
  }

  @Test func conformsFullyOnlyWhenEveryCriterionIsMet() throws {
    #expect(try conformity(Self.audited + ", resultats: audit").conformity == .full)
    let most = Self.export(["13.12": "NT,C,NC"])
    #expect(try conformity(Self.audited + ", resultats: audit", most).conformity == .partial)
  }

  @Test func doesNotConformBelowHalf() throws {
    var lines: [String: String] = [:]
    for (topic, count) in Self.counts.enumerated().prefix(9) {
      for number in 1...count { lines["\(topic + 1).\(number)"] = "NT,NC,C" }
    }
    #expect(lines.count == 56)
    let view = try conformity(Self.audited + ", resultats: audit", Self.export(lines))
    #expect(view.conformity == .none)
  }

  @Test(arguments: [Self.export(without: 1), Self.export(["7.1": "NT,C,NT"])])
  func claimsNothingFromAnAuditOfSomeCriteria(table: DataTable) throws {
    let view = try conformity(Self.audited + ", resultats: audit", table)
    #expect(view.conformity == .none)
    guard case .results(let results)? = view.audit?.outcome else { throw ReadingFailed() }
    #expect(results.tested == 105)
    #expect(!results.isComplete)
  }

  @Test(arguments: [
    ("100", "", Conformity.full, 10_000), ("99,99", "13.12", .partial, 9_999),
    ("50", "1.1, 11.10", .partial, 5_000), ("49.9", "1.1", .none, 4_990), ("0", "1.1", .none, 0),
  ])
  func readsARateWithoutAnExport(
    rate: String, criteria: String, expected: Conformity, hundredths: Int
  ) throws {
    let view = try conformity(
      Self.audited + ", taux: '\(rate)', criteres: [\(criteria)]")
    #expect(view.conformity == expected)
    #expect(view.audit?.rate == hundredths)
  }

  @Test(arguments: [
    (
      ", taux: 72",
      ["view.missing 3:6", "view.missing 3:6", "view.missing 3:6", "audit.rate 3:33"]
    ),
    (audited, ["view.missing 3:6"]),
    (audited + ", taux: 120, criteres: [1.1]", ["audit.rate 3:95"]),
    (audited + ", taux: bon, criteres: [1.1]", ["audit.rate 3:95"]),
    (audited + ", taux: 100, criteres: [1.1]", ["audit.rate 3:95"]),
    (audited + ", taux: 80, criteres: [3.10]", ["audit.rate 3:95", "audit.criterion 3:110"]),
    (
      audited + ", taux: 80, criteres: [1.1, 1.1]", ["audit.criterion 3:110"]
    ),
    (audited + ", resultats: audit, taux: 80", ["audit.rate 3:107"]),
    (audited + ", resultats: adit", ["view.data 3:100"]),
  ])
  func reportsAnAuditThatIsNotWhole(keys: String, findings: [String]) {
    #expect(read(keys).places == findings)
  }

  @Test func reportsADayThatIsNone() {
    let keys = ", referentiel: RGAA, auditeur: Cabinet, date: hier, taux: 100"
    #expect(read(keys).places == ["front-matter.date 3:71"])
  }

  @Test func reportsWrongCellsOfAnExportAtTheirLine() {
    let table = DataTable(
      path: "audit.csv",
      text: """
        Critères;Éléments transverses;Accueil
        1.1;NT;C
        1.1;NT;C
        1.10;C;C
        1.2;NT;Conforme
        1.3;NT
        """)
    let reading = read(Self.audited + ", resultats: audit", table)
    #expect(
      reading.places == [
        "audit.criterion 3:1", "audit.criterion 4:1", "audit.verdict 5:1", "audit.verdict 6:1",
      ])
  }

  @Test(arguments: [
    DataTable(path: "audit.yaml", text: "- { critere: 1.1 }"),
    DataTable(path: "audit.csv", text: ""), DataTable(path: "audit.csv", text: "a,b\n1.1,C\n"),
  ])
  func refusesDataThatAreNoAudit(table: DataTable) {
    #expect(read(Self.audited + ", resultats: audit", table).places == ["audit.table"])
  }

  @Test func lapsesThreeYearsAfterTheAudit() throws {
    let audit = try #require(
      try conformity(
        ", referentiel: RGAA, auditeur: Cabinet, date: 2024-02-29, taux: 100"
      ).audit)
    #expect(audit.lastDay == CalendarDate(year: 2027, month: 2, day: 28))
  }
}
