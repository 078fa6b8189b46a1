import Calendars
import Testing

@testable import ContentModel

struct RecurrenceTests {
  private static func days(_ value: String, from first: String) throws -> [String] {
    let reading = FieldReading("{ \(value) }", as: "type: recurrence")
    #expect(reading.findings == [])
    guard case .recurrence(let recurrence) = reading.value else {
      Issue.record("no recurrence")
      return []
    }
    return recurrence.days(from: try #require(CalendarDate(iso: first))).map(\.description)
  }

  @Test(arguments: [
    ("frequence: quotidienne, intervalle: 2, fois: 3", ["2027-02-27", "2027-03-01", "2027-03-03"]),
    (
      "frequence: hebdomadaire, jours: [mercredi, lundi, samedi], jusqu_au: 2027-03-06",
      ["2027-02-27", "2027-03-01", "2027-03-03", "2027-03-06"]
    ),
    (
      "frequence: hebdomadaire, intervalle: 2, jours: [samedi, lundi], fois: 4",
      ["2027-02-27", "2027-03-08", "2027-03-13", "2027-03-22"]
    ),
    ("frequence: mensuelle, fois: 2", ["2027-02-27", "2027-03-27"]),
    (
      "frequence: mensuelle, jours: samedi, rang: -1, fois: 3",
      ["2027-02-27", "2027-03-27", "2027-04-24"]
    ),
    (
      "frequence: mensuelle, jours: samedi, rang: 4, fois: 3, sauf: [2027-03-27]",
      ["2027-02-27", "2027-04-24"]
    ),
    ("frequence: annuelle, intervalle: 2, jusqu_au: 2030-01-01", ["2027-02-27", "2029-02-27"]),
  ])
  func expandsARuleFromASaturday(rule: String, days: [String]) throws {
    #expect(try Self.days(rule, from: "2027-02-27") == days)
  }

  @Test func leavesOutTheDaysThatAMonthLacks() throws {
    #expect(
      try Self.days("frequence: mensuelle, fois: 4", from: "2027-01-31")
        == ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"])
    #expect(
      try Self.days("frequence: annuelle, fois: 2", from: "2028-02-29")
        == ["2028-02-29", "2032-02-29"])
    #expect(
      try Self.days("frequence: mensuelle, jours: lundi, rang: 5, fois: 2", from: "2027-03-29")
        == ["2027-03-29", "2027-05-31"])
  }

  @Test func countsTheExceptionsAmongTheTimes() throws {
    #expect(
      try Self.days(
        "frequence: quotidienne, fois: 3, sauf: [2027-01-02, 2027-01-09]", from: "2027-01-01")
        == ["2027-01-01", "2027-01-03"])
  }

  @Test func staysWithinBoundsAndTheCalendar() throws {
    let last = try Self.days("frequence: annuelle, jusqu_au: 9999-12-31", from: "9000-01-01")
    #expect(last.count == 1_000 && last.last == "9999-01-01")
    let days = try Self.days("frequence: quotidienne, jusqu_au: 9999-12-31", from: "2027-01-01")
    #expect(days.count == Recurrence.maxTimes)
    #expect(
      try Self.days("frequence: hebdomadaire, fois: 9", from: "9999-12-20").last == "9999-12-27")
  }

  @Test func knowsTheFirstDayThatARuleDoesNotGive() throws {
    let reading = FieldReading(
      "{ frequence: hebdomadaire, jours: mardi, fois: 3 }", as: "type: recurrence")
    guard case .recurrence(let recurrence) = reading.value else {
      Issue.record("no recurrence")
      return
    }
    #expect(!recurrence.includes(first: try #require(CalendarDate(iso: "2027-01-04"))))
    #expect(recurrence.includes(first: try #require(CalendarDate(iso: "2027-01-05"))))
  }

  @Test(arguments: [
    ("{ frequence: hebdomadaire }", "recurrence.endless 2:10+9"),
    ("{ frequence: hebdomadaire, fois: 3, jusqu_au: 2027-01-01 }", "recurrence.ends 2:35+4"),
    ("{ fois: 3 }", "recurrence.frequency 2:8+1"),
    ("{ frequence: hebdo, fois: 3 }", "site.choice 2:21+5"),
    ("{ frequence: mensuelle, fois: 1001 }", "front-matter.bounds 2:38+4"),
    ("{ frequence: mensuelle, fois: dix }", "front-matter.integer 2:38+3"),
    ("{ frequence: mensuelle, fois: 2, intervalle: 0 }", "front-matter.bounds 2:53+1"),
    ("{ frequence: mensuelle, fois: 2, rang: 2 }", "recurrence.rank 2:41+4"),
    ("{ frequence: annuelle, fois: 2, jours: lundi }", "recurrence.days 2:40+5"),
    ("{ frequence: hebdomadaire, fois: 2, jours: lundis }", "site.choice 2:51+6"),
    ("{ frequence: annuelle, jusqu_au: 31/12/2027 }", "front-matter.date 2:41+10"),
    ("{ frequence: annuelle, fois: 2, sauf: [hier] }", "front-matter.date 2:47+4"),
    ("{ frequence: annuelle, fois: 2, fin: hier }", "front-matter.unknown-key 2:40+3"),
    ("chaque lundi", "front-matter.object 2:8+12"),
  ])
  func refusesWhatIsNoRule(value: String, finding: String) {
    let reading = FieldReading(value, as: "type: recurrence")
    #expect(reading.findings == [finding])
    #expect(reading.value == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 4), ("2024-02-29", 4), ("2027-01-04", 1), ("2000-12-31", 7), ("1969-12-31", 3),
  ])
  func knowsTheDayOfTheWeek(day: String, weekday: Int) throws {
    let date = try #require(CalendarDate(iso: day))
    #expect(date.weekday == weekday)
    #expect(date.adding(days: 0) == date)
    #expect(date.adding(days: 400).daysSince1970 - date.daysSince1970 == 400)
  }
}
