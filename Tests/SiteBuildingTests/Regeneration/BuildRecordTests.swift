import Calendars
import ContentModel
import Diagnostics
import Foundation
import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

/// A record that cannot be trusted is none, whatever is wrong with it.
@Suite struct BuildRecordTests {
  private static func site() throws -> SampleSite {
    try SampleSite(["content/a.md": "---\ndate: 2026-03-10\n---\nUn.", "content/b.md": "Deux."])
  }

  /// The only record of a site.
  private static func record(of site: SampleSite) throws -> String {
    let folder = site.source + "/.archipel/records"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    return folder + "/" + name
  }

  @Test func makesEverythingAgainAfterHalfATrace() async throws {
    let site = try Self.site()
    try await site.build()
    let whole = site.files
    for eighths in 0..<8 {
      let path = try Self.record(of: site)
      let bytes = try #require(FileManager.default.contents(atPath: path))
      try bytes.prefix(bytes.count * eighths / 8).write(to: URL(filePath: path))
      let report = try await site.build()
      #expect(report.newFileCount == report.fileCount, "\(eighths) eighths")
      #expect(site.files == whole)
    }
  }

  /// A record that is whole, of a program that wrote records in another way or made files in another.
  @Test(arguments: [true, false])
  func makesEverythingAgainAfterAnotherVersion(hasAnotherForm: Bool) async throws {
    let site = try Self.site()
    try await site.settle()
    let first = try await site.build()
    let (file, whole) = (BuildRecordFile(site.request()), site.files)
    let record = try #require(file.read())
    // The same record again is taken: what is refused below is refused for its key alone.
    file.write(record)
    #expect(try await site.build().newFileCount == 0)
    let key =
      hasAnotherForm
      ? BuildKey(text: "archipel record 0\n" + record.key.text, programs: record.key.programs)
      : BuildKey(text: record.key.text, programs: SourceSnapshot([.init(path: "/", metadata: nil)]))
    file.write(record.replacing(key: key))
    let report = try await site.build()
    #expect(report.fileCount == first.fileCount && report.newFileCount == report.fileCount)
    #expect(site.files == whole)
  }

  /// A clock that was wrong, and then set right, or the other way round.
  @Test(arguments: [-20_000, -1, 1, 20_000])
  func publishesTheSiteOfTheDayThoughTheClockGoesBack(days: Int) async throws {
    let site = try Self.site()
    for day in [0, days, 0] {
      #expect(try await Regeneration(site, on: Fixtures.today.adding(days: day)).differences == [])
    }
  }

  /// A change in the same moment as the one before would not show; some disks note whole seconds.
  @Test(arguments: [
    (changed: 70_000_000_001, after: 40_000_000, isSettled: false),
    (changed: 70_000_000_001, after: 60_000_000, isSettled: true),
    (changed: 70_000_000_001, after: -5_000_000_000, isSettled: false),
    (changed: 70_000_000_000, after: 60_000_000, isSettled: false),
    (changed: 70_000_000_000, after: 2_000_000_000, isSettled: false),
    (changed: 70_000_000_000, after: 3_100_000_000, isSettled: true),
  ])
  func trustsAFileThatHasBeenAtRest(changed: Int64, after: Int64, isSettled: Bool) {
    let metadata = FileMetadata(device: 1, inode: 2, size: 3, modified: 4, changed: changed)
    #expect(metadata.isSettled(at: changed + after) == isSettled)
  }

  /// The environment may give a program other libraries than it had.
  @Test func makesEverythingAgainWithAnotherLibrary() {
    let request = BuildRequest(
      source: "/a", output: "/b", builtInThemes: "/c", today: Fixtures.today)
    let key = BuildKey(request)
    #expect(key.fits(request))
    let others = key.programs.entries.filter { !$0.path.contains("/libc.so") }
    #expect(others.count < key.programs.entries.count)
    #expect(!BuildKey(text: key.text, programs: SourceSnapshot(others)).fits(request))
  }

  /// A folder without a configuration is content once it lies in that of a site.
  @Test func noticesThatAnotherSiteHoldsTheFolder() async throws {
    let site = try SampleSite(["content/source/a.md": "Un.\n"])
    func build() async throws -> BuildReport {
      try await site.build {
        $0.source += "/content/source"
        $0.output = site.root + "/www"
      }
    }
    #expect(try await build().findings == [])
    try site.write("title: Le site\n", to: "archipel.yaml")
    let failure = try await #require(throws: EnvironmentFailure.self) { try await build() }
    #expect(failure.message.french.contains("dans le contenu du site"))
  }

  /// A file whose time the clock, or a tool, has set back is read again though it is as long.
  @Test func readsAgainAFileWhoseTimeGoesBack() async throws {
    let site = try Self.site()
    let path = site.source + "/content/b.md"
    try await site.build()
    for (time, text) in [(4_000_000_000.0, "Trois."), (1, "Quatre"), (1, "Cinqq.")] {
      try await site.settle()
      try site.write(text, to: "content/b.md")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: path)
      try await site.settle()
      #expect(try await Regeneration(site).differences == [])
      #expect(site.published("b/index.html")?.contains(text) == true)
    }
  }
}
