import Calendars
import Testing

@testable import ContentModel

struct DateTimeTests {
  @Test(arguments: [
    ("2026-03-14T09:30", "2026-03-14T09:30:00"),
    ("2026-03-14 09:30:15", "2026-03-14T09:30:15"),
    ("2026-03-14t09:30:15z", "2026-03-14T09:30:15Z"),
    ("2026-03-14T09:30:15.250Z", "2026-03-14T09:30:15Z"),
    ("2026-03-14T09:30+01:00", "2026-03-14T09:30:00+01:00"),
    ("2026-03-14 09:30:00 -0330", "2026-03-14T09:30:00-03:30"),
    ("2026-03-14", "2026-03-14"),
  ])
  func readsMoments(text: String, written: String) {
    #expect(DateTime(iso: text)?.description == written)
  }

  @Test(arguments: [
    "", "2026-02-30T09:30", "2026-03-14T24:00", "2026-03-14T09:60", "2026-03-14T9:30",
    "2026-03-14T09", "2026-03-14T", "2026-03-14_09:30", "2026-03-14T09:30+1:00",
    "2026-03-14T09:30+25:00", "2026-03-14T09:30 Paris", "2026-03-14T09:30:60",
  ])
  func refusesEverythingElse(text: String) {
    #expect(DateTime(iso: text) == nil)
  }

  @Test(arguments: [
    ("14/03/2026", "2026-03-14"), ("14.3.2026", "2026-03-14"), ("2026/3/14", "2026-03-14"),
    ("2026-3-4", "2026-03-04"), ("14 mars 2026", "2026-03-14"), ("1er août 2026", "2026-08-01"),
    ("14\u{A0}décembre 2026", "2026-12-14"), ("31/02/2026", nil), ("14/03/26", nil),
    ("demain", nil), ("mars 2026", nil), ("", nil),
  ])
  func understandsWhatPeopleWrite(text: String, day: String?) {
    #expect(CalendarDate(meantBy: text)?.description == day)
  }
}
