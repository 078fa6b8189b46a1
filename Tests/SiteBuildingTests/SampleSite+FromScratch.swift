import Foundation

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

extension SampleSite {
  /// Builds the site from scratch in another folder, and returns the files.
  func filesFromScratch(
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> [String: Data] {
    let whole = root + "/whole"
    try await build {
      $0.output = whole
      $0.startsFromScratch = true
      change(&$0)
    }
    return FolderContent.files(of: whole)
  }
}
