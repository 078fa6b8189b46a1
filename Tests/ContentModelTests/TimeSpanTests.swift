import Testing

@testable import ContentModel

struct TimeSpanTests {
  @Test(arguments: [
    ("90 min", 90), ("90min", 90), ("90 MN", 90), ("1 minute", 1), ("45 minutes", 45),
    ("1 h", 60), ("1h", 60), ("2 heures", 120), ("1 hour", 60), ("1 h 30", 90), ("1h30", 90),
    ("1 h 30 min", 90), ("1h05", 65), ("1\u{A0}h\u{202F}30", 90), ("1 j", 1_440),
    ("2 jours", 2_880), ("1 jour 2 h", 1_560), ("2 days", 2_880), ("1 semaine", 10_080),
    ("1 semaine 2 jours", 12_960), ("0 min", 0),
  ])
  func readsOneDuration(text: String, minutes: Int) throws {
    #expect(try TimeSpan(parsing: text) == TimeSpan(low: minutes, high: minutes))
  }

  @Test(arguments: [
    ("1 h 30 – 2 h", 90, 120), ("1h30-2h", 90, 120), ("45 min — 1 h", 45, 60),
    ("10 – 15 min", 10, 15), ("1 – 2 h 30", 60, 150), ("1 à 2 jours", 1_440, 2_880),
    ("30 min à 1 h", 30, 60), ("1 to 2 hours", 60, 120), ("1 h – 1 h", 60, 60),
  ])
  func readsRanges(text: String, low: Int, high: Int) throws {
    #expect(try TimeSpan(parsing: text) == TimeSpan(low: low, high: high))
  }

  @Test(arguments: [
    "", "–", "90", "h", "1 h 90", "3 heure et quart", "1,5 h", "1 h 30 – 2", "30 min 1 h",
    "1 h 2 h", "2 jours 3", "-5 min", "1 h – 2 h – 3 h", "100000 min", "½ h", "1 siècle",
    "99999999999999999999 h",
  ])
  func refusesWhatIsNoDuration(text: String) {
    #expect(throws: TimeSpan.Problem.unreadable) { try TimeSpan(parsing: text) }
  }

  @Test(arguments: ["2 h – 1 h 30", "15 – 10 min", "1 jour à 2 h"])
  func refusesRangesUpsideDown(text: String) {
    #expect(throws: TimeSpan.Problem.reversed) { try TimeSpan(parsing: text) }
  }
}
