import ContentModel
import Foundation
import Testing

@testable import SiteBuilding

/// A site built from what the build before left is the site built from scratch, whatever changed.
@Suite struct RegenerationTests {
  /// Together a thousand changes and more.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func publishesWhatABuildFromScratchWould(seed: UInt64) async throws {
    var living = try LivingSite(seed: seed)
    var changes: [String] = []
    var (published, kept, fromStandby) = (0, 0, 0)
    for _ in 0..<260 {
      changes.append(try living.change())
      let outcome = try await Regeneration(living.site, on: living.today)
      try #require(outcome.differences == [], "\(changes.suffix(4))")
      if outcome.fileCount > 0 { published += 1 }
      kept += outcome.fileCount - outcome.newFileCount
      if outcome.isFromStandby { fromStandby += 1 }
    }
    // Most changes leave a site that can be published, most files of which are kept.
    #expect(published > 130)
    #expect(kept > 10 * published)
    // Most are made from the version before.
    #expect(fromStandby > 130)
  }

  @Test func previewsWhatABuildFromScratchWould() async throws {
    var living = try LivingSite(seed: 9)
    var last: SitePreview?
    for _ in 0..<150 {
      let change = try living.change()
      let request = living.site.request { $0.today = living.today }
      let preview = try await SiteBuilder(request).preview(after: last)
      let fresh = try await SiteBuilder(request).preview()
      last = preview
      #expect(preview.diagnostics == fresh.diagnostics, "\(change)")
      #expect(preview.site.plan.files.map(\.path) == fresh.site.plan.files.map(\.path))
      for file in fresh.site.plan.files {
        let (made, right) = (
          try await preview.file(at: file.path), try await fresh.file(at: file.path)
        )
        try #require(made?.bytes == right?.bytes, "\(file.path) after \(change)")
      }
      let root = SitePlan.indexFolder + "root.js"
      #expect(try await preview.file(at: root)?.bytes == fresh.file(at: root)?.bytes, "\(change)")
    }
  }
}
