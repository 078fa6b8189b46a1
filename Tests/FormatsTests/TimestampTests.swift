import Testing

@testable import Formats

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_710_408_599, "2024-03-14T09:29:59Z"), (-1, "1969-12-31T23:59:59Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
    (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
  ])
  func readsUnixTime(seconds: Int, expected: String) throws {
    let timestamp = try #require(Timestamp(secondsSince1970: seconds))
    #expect(timestamp.rfc3339 == expected)
    #expect(timestamp.shortest == expected)
  }

  @Test(arguments: [253_402_300_800, -62_167_219_201, .max, .min])
  func refusesYearsThatFormatsCannotWrite(seconds: Int) {
    #expect(Timestamp(secondsSince1970: seconds) == nil)
  }

  @Test(arguments: [
    (2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (-1, 1, 1),
    (10_000, 1, 1), (1900, 2, 29),
  ])
  func refusesDaysThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(Timestamp(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(24, 0, 0, 0), (0, 60, 0, 0), (0, 0, 60, 0), (-1, 0, 0, 0), (0, 0, 0, 1440)])
  func refusesTimesThatNoClockShows(hour: Int, minute: Int, second: Int, offset: Int) {
    #expect(TimeOfDay(hour: hour, minute: minute, second: second, offset: offset) == nil)
  }

  @Test func writesADayInFullForFeedsOnly() throws {
    let day = try #require(Timestamp(year: 2026, month: 3, day: 4))
    #expect(day.rfc3339 == "2026-03-04T00:00:00Z")
    #expect(day.shortest == "2026-03-04")
  }

  @Test(arguments: [(60, "+01:00"), (-210, "-03:30"), (0, "Z")])
  func writesTheOffset(offset: Int, expected: String) throws {
    let time = TimeOfDay(hour: 9, minute: 5, second: 7, offset: offset)
    let timestamp = try #require(Timestamp(year: 2026, month: 3, day: 4, time: time))
    #expect(timestamp.rfc3339 == "2026-03-04T09:05:07" + expected)
  }

  @Test func comparesMomentsAcrossOffsets() throws {
    let inParis = TimeOfDay(hour: 9, minute: 0, offset: 60)
    let inLondon = TimeOfDay(hour: 8, minute: 30)
    let earlier = try #require(Timestamp(year: 2026, month: 3, day: 4, time: inParis))
    let later = try #require(Timestamp(year: 2026, month: 3, day: 4, time: inLondon))
    let midnight = try #require(Timestamp(year: 2026, month: 3, day: 4))
    #expect([later, earlier, midnight].sorted() == [midnight, earlier, later])
  }
}
