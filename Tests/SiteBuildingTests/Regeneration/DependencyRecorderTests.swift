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

@Suite struct DependencyRecorderTests {
  /// Returns a recorder of a site of two sheets that has just started a file.
  private static func recorder() async throws -> DependencyRecorder {
    let site = try SampleSite(["content/a.md": "Un.", "content/b.md": "Deux."])
    var clock = PhaseClock()
    let prepared = try await SiteBuilder(site.request()).prepare(&clock)
    let recorder = DependencyRecorder(
      SiteHashes.counts(prepared.view),
      ElementHashes(prepared.commons, prepared.rendered.connections))
    recorder.start()
    return recorder
  }

  @Test func keepsWhatAFileReadBeforeAValueThatFilesShare() async throws {
    let recorder = try await Self.recorder()
    recorder.note(.sheet, 1)
    recorder.note([], likeSheet: 0)
    let (value, reads) = recorder.reads {
      recorder.note(.sheet, 1)
      recorder.note([], likeSheet: 1)
      return "menu"
    }
    #expect(value == "menu")
    #expect(reads == [Dependency(.sheet, 1).bits, Dependency(.related, 1).bits])
    #expect(
      recorder.recorded == [Dependency(.sheet, 1).bits, Dependency(.related, 0).bits, reads[1]])
    #expect(recorder.related.map(\.sheet) == [0, 1])
    recorder.start()
    #expect(recorder.recorded.isEmpty && recorder.related.isEmpty)
  }
}
