import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Sites made of nonsense: whatever a source holds, a build ends, says where, and publishes nothing that
/// acts.
///
/// `make fuzz` goes on for an hour from another seed; the seed of what it finds joins ``cases``.
@Suite struct FuzzedSourceTests {
  /// The seeds of what was found and mended.
  private static let cases: [UInt64] = [
    1, 2, 3, 1_796_100_005_393, 1_796_200_007_233,
    1_796_065_862_029, 1_796_065_864_148, 1_796_065_874_411,
  ]

  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  @Test(.timeLimit(.minutes(30)), arguments: cases)
  func holdsForWhatWasFound(seed: UInt64) async throws { try await check(seed) }

  @Test(.timeLimit(.minutes(90)))
  func holdsForNonsense() async throws {
    let seconds = Self.setting("ARCHIPEL_FUZZ_SECONDS") ?? 12
    var seed = Self.setting("ARCHIPEL_FUZZ_SEED") ?? 1_000
    let end = ContinuousClock.now + .seconds(Int(seconds))
    var count = 0
    while ContinuousClock.now < end {
      // A crash ends the tests: the last seed that was written is its own.
      if seconds > 60 { print("fuzz: seed \(seed)") }
      try await check(seed)
      seed += 1
      count += 1
    }
    print("fuzz: \(count) sources")
    #expect(count > 0)
  }

  private func check(_ seed: UInt64) async throws {
    var source = FuzzedSource(seed: seed)
    let site = try SampleSite()
    for round in 0..<2 {
      for (path, bytes) in source.files { try site.write(bytes, to: path) }
      let start = ContinuousClock.now
      let circumstances: Comment = "seed \(seed), round \(round)"
      let report: BuildReport
      do {
        report = try await site.build()
      } catch is EnvironmentFailure {
        return
      }
      let duration = ContinuousClock.now - start
      if duration > .seconds(20) { print("fuzz: \(circumstances), built in \(duration)") }
      checkPlaces(report, of: source, circumstances)
      let whole = try await site.build {
        $0.output = site.root + "/whole"
        $0.startsFromScratch = true
      }
      #expect(whole.findings == report.findings, circumstances)
      if !report.hasErrors {
        #expect(FolderContent.files(of: site.root + "/whole") == site.files, circumstances)
        checkPages(of: site, source, circumstances)
      }
      source.change()
    }
  }

  /// Each finding is at a place that its file has.
  private func checkPlaces(
    _ report: BuildReport, of source: FuzzedSource, _ circumstances: Comment
  ) {
    for diagnostic in report.diagnostics {
      #expect(!diagnostic.location.path.isEmpty, circumstances)
      guard let position = diagnostic.location.position,
        let bytes = source.files[diagnostic.location.path]
      else { continue }
      let lines = LineIndex(bytes)
      #expect(
        lines.text(ofLine: position.line) != nil, "\(circumstances): \(diagnostic.summary)")
    }
  }

  /// No page runs what a sheet holds, nor has a character that no page may have.
  private func checkPages(
    of site: SampleSite, _ source: FuzzedSource, _ circumstances: Comment
  ) {
    let configuration = source.files["archipel.yaml"].map { String(decoding: $0, as: UTF8.self) }
    let isOpen = configuration?.contains("html: allow") == true
    for (path, data) in site.files where path.hasSuffix(".html") || path.hasSuffix(".svg") {
      let page = String(decoding: data, as: UTF8.self)
      if !isOpen {
        #expect(!page.contains("<script>alert"), "\(circumstances): \(path)")
        #expect(!page.contains("href=\"javascript:"), "\(circumstances): \(path)")
      }
      if source.files["themes/ti/templates/sheet.mustache"] == nil {
        let controls = data.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
        #expect(!controls, "\(circumstances): \(path)")
      }
    }
  }
}
