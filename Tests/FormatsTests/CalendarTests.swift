import Calendars
import Testing

@testable import Formats

struct CalendarTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  private static func event(_ start: CalendarMoment, end: CalendarMoment? = nil) -> CalendarEvent {
    CalendarEvent(
      name: "Ti Lab/evenements/ouverture", title: "Ouverture", path: "evenements/ouverture/",
      start: start, end: end, updated: nil)
  }

  /// The lines of a file with one event, unfolded.
  private static func lines(_ event: CalendarEvent, baseURL: BaseURL? = nil) -> [String] {
    text(CalendarFile(events: [event]).encoded(baseURL: baseURL))
      .replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test func writesWholeDaysWithTheDayAfterTheLast() throws {
    let event = Self.event(
      .day(try Self.day(2015, 12, 31)), end: .day(try Self.day(2016, 2, 29)))
    let lines = Self.lines(event)
    #expect(lines.contains("DTSTART;VALUE=DATE:20151231"))
    #expect(lines.contains("DTEND;VALUE=DATE:20160301"))
    #expect(!lines.contains("BEGIN:VTIMEZONE"))
  }

  @Test func endsARecurrenceInUTCOnTheClocksOfItsLastDay() throws {
    var event = Self.event(.local(try Self.day(2027, 1, 4), minute: 450, .paris))
    event.recurrence = Recurrence(
      .weekly, interval: 2, weekdays: [1, 5], end: .after(try Self.day(2027, 7, 31)),
      exceptions: [try Self.day(2027, 3, 29)])
    let lines = Self.lines(event)
    #expect(lines.contains("DTSTART;TZID=Europe/Paris:20270104T073000"))
    #expect(
      lines.contains("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270731T215959Z;BYDAY=MO,FR"))
    #expect(lines.contains("EXDATE;TZID=Europe/Paris:20270329T073000"))
    event.recurrence = Recurrence(
      .weekly, interval: 2, weekdays: [1, 5], end: .after(try Self.day(2027, 12, 31)))
    #expect(
      Self.lines(event).contains(
        "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231T225959Z;BYDAY=MO,FR"))
  }

  @Test func countsWholeDaysAndTheRankOfADayInTheMonth() throws {
    var event = Self.event(.day(try Self.day(2027, 1, 12)))
    event.recurrence = Recurrence(.monthly, weekdays: [2], rank: 2, end: .count(6))
    #expect(Self.lines(event).contains("RRULE:FREQ=MONTHLY;COUNT=6;BYDAY=2TU"))
    event.recurrence = Recurrence(
      .monthly, weekdays: [2], rank: 2, end: .after(try Self.day(2027, 6, 30)))
    #expect(Self.lines(event).contains("RRULE:FREQ=MONTHLY;UNTIL=20270630;BYDAY=2TU"))
  }

  @Test func anEventWithoutADayOfItsChangeIsStampedWithItsOwnDay() throws {
    for start: CalendarMoment in [
      .day(try Self.day(2027, 1, 12)), .local(try Self.day(2027, 1, 12), minute: 30, .paris),
    ] {
      let lines = Self.lines(Self.event(start))
      #expect(lines.contains("DTSTAMP:20270112T000000Z"))
      #expect(!lines.contains { $0.hasPrefix("SEQUENCE") || $0.hasPrefix("LAST-MODIFIED") })
    }
  }

  @Test func aLaterChangeHasAHigherNumber() throws {
    var event = Self.event(.day(try Self.day(2027, 1, 12)))
    var numbers: [Int] = []
    for day in [14, 15] {
      event.updated = Timestamp(try Self.day(2026, 3, day))
      let lines = Self.lines(event)
      #expect(lines.contains("DTSTAMP:202603\(day)T000000Z"))
      #expect(lines.contains("LAST-MODIFIED:202603\(day)T000000Z"))
      let line = try #require(lines.first { $0.hasPrefix("SEQUENCE:") })
      numbers.append(try #require(Int(line.dropFirst(9))))
    }
    #expect(numbers[0] < numbers[1])
  }

  @Test(arguments: [
    ("Europe/Paris", 2027, 3, 28, 119, 60), ("Europe/Paris", 2027, 3, 28, 120, 120),
    ("Europe/Paris", 2027, 10, 31, 119, 120), ("Europe/Paris", 2027, 10, 31, 120, 60),
    ("Europe/London", 2027, 3, 28, 60, 60), ("Europe/London", 2027, 3, 28, 59, 0),
    ("America/Toronto", 2027, 3, 14, 119, -300), ("America/Toronto", 2027, 3, 14, 120, -240),
    ("America/Toronto", 2027, 11, 7, 60, -300), ("Indian/Reunion", 2027, 7, 1, 600, 240),
  ])
  func knowsHowFarClocksAreAheadOfUTC(
    zone: String, year: Int, month: Int, day: Int, minute: Int, offset: Int
  ) throws {
    let zone = try #require(CalendarZone(id: zone))
    #expect(zone.offset(on: try Self.day(year, month, day), minute: minute) == offset)
  }

  @Test func describesTheZoneThatItsTimesAreReadIn() throws {
    let lines = Self.lines(Self.event(.local(try Self.day(2027, 1, 4), minute: 450, .paris)))
    let start = try #require(lines.firstIndex(of: "BEGIN:VTIMEZONE"))
    let end = try #require(lines.firstIndex(of: "END:VTIMEZONE"))
    #expect(
      lines[start...end].joined(separator: "\n") == """
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:STANDARD
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """)
  }

  @Test func escapesTextsAndLeavesControlCharactersOut() throws {
    var event = Self.event(.day(try Self.day(2027, 1, 4)))
    event.title = "Un, deux ; \\ trois\nquatre\r\u{7}"
    #expect(Self.lines(event).contains(#"SUMMARY:Un\, deux \; \\ trois\nquatre"#))
  }

  @Test func foldsLinesAtSeventyFiveOctetsAndNeverInsideACharacter() throws {
    var event = Self.event(.day(try Self.day(2027, 1, 4)))
    event.title = String(repeating: "é’", count: 60) + "🏠"
    let bytes = CalendarFile(events: [event]).encoded(baseURL: nil)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(Self.lines(event).contains("SUMMARY:" + event.title))
  }

  @Test func keepsItsIdentifierAndSaysWhatIsCancelled() throws {
    var event = Self.event(.day(try Self.day(2027, 1, 4)))
    let identifier = try #require(Self.lines(event).first { $0.hasPrefix("UID:") })
    #expect(Self.lines(event).contains("STATUS:CONFIRMED"))
    event.isCancelled = true
    event.title = "Un autre titre"
    #expect(Self.lines(event).contains("STATUS:CANCELLED"))
    #expect(Self.lines(event).contains(identifier))
  }

  @Test func bearsAnAddressOnlyWhereTheSiteHasOne() throws {
    let event = Self.event(.day(try Self.day(2027, 1, 4)))
    let base = try #require(BaseURL("https://exemple.bzh/communs/"))
    #expect(
      Self.lines(event, baseURL: base)
        .contains("URL:https://exemple.bzh/communs/evenements/ouverture/"))
    #expect(!Self.lines(event).contains { $0.hasPrefix("URL") })
  }
}
