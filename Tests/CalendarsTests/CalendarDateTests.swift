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

  @Test(arguments: [
    // 1 January 2026, 00:00 UTC.
    (1_767_225_600 - 3_601, "Europe/Paris", "2025-12-31"),
    (1_767_225_600 - 3_600, "Europe/Paris", "2026-01-01"),
    (1_767_225_600 - 1, "UTC", "2025-12-31"), (1_767_225_600, "UTC", "2026-01-01"),
    // 1 July 2026: summer time.
    (1_782_864_000 - 7_201, "Europe/Paris", "2026-06-30"),
    (1_782_864_000 - 7_200, "Europe/Paris", "2026-07-01"),
    (1_782_864_000 + 14_399, "America/Toronto", "2026-06-30"),
    (1_782_864_000 + 14_400, "America/Toronto", "2026-07-01"),
    (1_782_864_000 - 14_400, "Indian/Reunion", "2026-07-01"),
    // The hour that clocks show twice, on 25 October 2026.
    (1_792_890_000, "Europe/Paris", "2026-10-25"),
  ])
  func findsTheDayOfAMomentInAZone(seconds: Int, zone: String, day: String) throws {
    #expect(try #require(CalendarZone(id: zone)).day(at: seconds).description == day)
  }

  @Test func ordersDays() throws {
    let days = try ["2026-01-02", "2025-12-31", "2026-02-01"].map {
      try #require(CalendarDate(iso: $0))
    }
    #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-02", "2026-02-01"])
  }
}
