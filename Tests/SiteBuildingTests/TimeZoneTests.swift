import SiteLoading
import Calendars
import SiteBuilding
import Synchronization
import Testing

/// The day of a build, in the time zone that a site names.
@Suite struct TimeZoneTests {
  /// 14 March 2026, 23:30 in Paris: 22:30 UTC.
  private static let evening = 1_773_527_400
  private static let hour = 3_600

  private static func site(zone: String?) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": zone.map { "time_zone: \($0)\n" } ?? "title: Lab\n",
      "content/index.md": "Bonjour.\n",
      "content/demain.md": "---\ntitre: Demain\ndate: 2026-03-15\n---\nUn texte.\n",
      "content/fini.md": "---\ntitre: Fini\nexpiryDate: 2026-03-15\n---\nUn texte.\n",
    ])
  }

  @Test(arguments: [
    ("Europe/Paris", 0, false), ("Europe/Paris", 1, true), ("Indian/Reunion", 0, true),
    ("America/Toronto", 1, false), ("UTC", 1, false), (nil, 1, false),
  ])
  func publishesASheetOfTodayFromMidnightOnInItsZone(
    zone: String?, hours: Int, isPublished: Bool
  ) async throws {
    let site = try Self.site(zone: zone)
    let report = try await site.build { $0.moment = Self.evening + hours * Self.hour }
    #expect((site.published("demain/index.html") != nil) == isPublished)
    #expect((site.published("fini/index.html") == nil) == isPublished)
    let held = isPublished ? "sheet.held-back content/fini.md" : "sheet.waiting content/demain.md"
    #expect(report.notPublished == [held])
  }

  @Test func aPreviewHasWhatFallsDueWhileItGoesOn() async throws {
    let site = try Self.site(zone: "Europe/Paris")
    let moment = Mutex(Self.evening)
    let builder = SiteBuilder(
      site.request { request in
        request.clock = { (Fixtures.today, moment.withLock(\.self)) }
      })
    let evening = try await builder.preview()
    #expect(!evening.holds("demain/index.html") && !builder.hasAnotherDay(than: evening))
    moment.withLock { $0 += Self.hour }
    #expect(builder.hasAnotherDay(than: evening))
    let morning = try await builder.preview(after: evening)
    #expect(morning.holds("demain/index.html") && !builder.hasAnotherDay(than: morning))
  }

  @Test func looksAgainWhenTheDayHasChangedInTheZoneOfTheSite() async throws {
    let site = try Self.site(zone: "Europe/Paris")
    try await site.settle()
    try await site.build { $0.moment = Self.evening }
    // The same day: nothing is made.
    let same = try await site.build { $0.moment = Self.evening - Self.hour }
    #expect(!same.phases.contains { $0.name == "load" })
    try await site.build { $0.moment = Self.evening + Self.hour }
    #expect(site.published("demain/index.html") != nil)
  }
}
