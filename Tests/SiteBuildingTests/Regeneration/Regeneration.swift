import Calendars
import ContentModel
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading

/// How a site built after its last build and the same site built from scratch compare.
struct Regeneration {
  /// The files that differ; when the two builds found different things, what they found.
  private(set) var differences: [String] = []
  private(set) var fileCount = 0
  private(set) var newFileCount = 0

  /// Builds a site both ways.
  init(
    _ site: SampleSite, on today: CalendarDate = Fixtures.today,
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws {
    let whole = site.root + "/whole"
    let report = try await site.build {
      $0.today = today
      change(&$0)
    }
    let expected = try await site.build {
      $0.today = today
      change(&$0)
      $0.output = whole
      $0.startsFromScratch = true
    }
    guard report.diagnostics == expected.diagnostics else {
      let pairs = zip(report.diagnostics, expected.diagnostics).filter { $0 != $1 }
      differences =
        pairs.map { "found \($0), expected \($1)" }
        + ["found \(report.findings), expected \(expected.findings)"]
      return
    }
    // Nothing is published when the content has errors, by neither.
    if report.hasErrors { return }
    let (made, right) = (site.files, FolderContent.files(of: whole))
    differences = Set(made.keys).union(right.keys).filter { made[$0] != right[$0] }.sorted()
    fileCount = report.fileCount
    newFileCount = report.newFileCount
  }
}
