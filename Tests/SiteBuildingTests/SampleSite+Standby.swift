import Foundation

@testable import SiteBuilding

extension SampleSite {
  /// Where the version before the published one stands by.
  func standby(_ change: (inout BuildRequest) -> Void = { _ in }) -> String {
    TraceFile(request(change)).standby.path
  }

  /// Builds the site; returns too whether the folder that stood by is the published one now.
  @discardableResult
  func buildFromStandby(
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> (report: BuildReport, isFromStandby: Bool) {
    // Held open meanwhile, so that no other folder can have its inode.
    let folder = open(standby(change), O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    let report = try await build(change)
    var (before, after) = (stat(), stat())
    let isFromStandby =
      fstat(folder, &before) == 0 && stat(request(change).output, &after) == 0
      && before.st_ino == after.st_ino && before.st_dev == after.st_dev
    return (report, isFromStandby)
  }

  /// Builds the site from scratch in another folder, and returns the files.
  func filesFromScratch() async throws -> [String: Data] {
    let whole = root + "/whole"
    try await build {
      $0.output = whole
      $0.startsFromScratch = true
    }
    return FolderContent.files(of: whole)
  }
}
