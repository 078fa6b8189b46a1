import Testing

@testable import Calendars

struct CalendarDateTests {
  @Test(arguments: ["2026-03-14", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"])
  func readsDaysOfTheCalendar(text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "14/03/2026", "2026-3-14", "26-03-14", "2026-03-14-", "2026-03-14T09:30", "٢٠٢٦-٠٣-١٤",
    "+026-03-14", "mars 2026",
  ])
  func refusesEverythingElse(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
    (951_782_400, "2000-02-29"), (1_795_219_200, "2026-11-21"),
  ])
  func findsTheDayOfAMoment(seconds: Int, day: String) {
    #expect(CalendarDate(secondsSince1970: seconds).description == day)
  }

  @Test func ordersDays() throws {
    let days = try ["2026-01-02", "2025-12-31", "2026-02-01"].map {
      try #require(CalendarDate(iso: $0))
    }
    #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-02", "2026-02-01"])
  }
}
