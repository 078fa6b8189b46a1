import ContentModel
import Foundation
import Testing

@testable import SiteBuilding

/// A trace that cannot be trusted is none, whatever is wrong with it.
@Suite struct TraceTests {
  private static func site() throws -> SampleSite {
    try SampleSite(["content/a.md": "---\ndate: 2026-03-10\n---\nUn.", "content/b.md": "Deux."])
  }

  /// The only trace of a site.
  private static func trace(of site: SampleSite) throws -> String {
    let folder = site.source + "/.archipel/traces"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    return folder + "/" + name
  }

  @Test func makesEverythingAgainAfterHalfATrace() async throws {
    let site = try Self.site()
    try await site.build()
    let whole = site.files
    for eighths in 0..<8 {
      let path = try Self.trace(of: site)
      let bytes = try #require(FileManager.default.contents(atPath: path))
      try bytes.prefix(bytes.count * eighths / 8).write(to: URL(filePath: path))
      let report = try await site.build()
      #expect(report.newFileCount == report.fileCount, "\(eighths) eighths")
      #expect(site.files == whole)
    }
  }

  /// A trace that is whole, of a program that wrote traces in another way or made files in another.
  @Test(arguments: [true, false])
  func makesEverythingAgainAfterAnotherVersion(hasAnotherForm: Bool) async throws {
    let site = try Self.site()
    let first = try await site.build()
    let (file, whole) = (TraceFile(site.request()), site.files)
    let trace = try #require(file.read())
    // The same trace again is taken: what is refused below is refused for its key alone.
    file.write(trace)
    #expect(try await site.build().newFileCount == 0)
    let key =
      hasAnotherForm
      ? BuildKey(text: "archipel trace 0\n" + trace.key.text, programs: trace.key.programs)
      : BuildKey(text: trace.key.text, programs: SourceSnapshot([.init(path: "/", signature: nil)]))
    file.write(trace.replacing(key: key))
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

  /// A file whose time the clock, or a tool, has set back is read again though it is as long.
  @Test func readsAgainAFileWhoseTimeGoesBack() async throws {
    let site = try Self.site()
    let path = site.source + "/content/b.md"
    try await site.build()
    for (time, text) in [(4_000_000_000.0, "Trois."), (1, "Quatre"), (1, "Cinqq.")] {
      // What has just been written counts as changing, and is read again for that alone.
      try await Task.sleep(for: .milliseconds(100))
      try site.write(text, to: "content/b.md")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: path)
      try await Task.sleep(for: .milliseconds(100))
      #expect(try await Regeneration(site).differences == [])
      #expect(site.published("b/index.html")?.contains(text) == true)
    }
  }
}
