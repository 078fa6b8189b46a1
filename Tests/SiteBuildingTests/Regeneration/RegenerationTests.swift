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
    var (published, kept) = (0, 0)
    for _ in 0..<260 {
      changes.append(try living.change())
      let outcome = try await outcome(of: living)
      let difference = outcome.difference ?? ""
      try #require(difference.isEmpty, "\(changes.suffix(4)): \(difference)")
      if outcome.fileCount > 0 { published += 1 }
      kept += outcome.fileCount - outcome.newFileCount
    }
    // Most changes leave a site that can be published, most files of which are kept.
    #expect(published > 130)
    #expect(kept > 10 * published)
  }

  @Test func previewsWhatABuildFromScratchWould() async throws {
    var living = try LivingSite(seed: 9)
    var last: SitePreview?
    for _ in 0..<150 {
      let change = try living.change()
      let today = Fixtures.today.adding(days: living.day)
      let request = living.site.request { $0.today = today }
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

  /// Without the reads of one aspect, a site soon differs.
  ///
  /// Of the other aspects, what changes in so small a site changes one of these too.
  @Test(arguments: [
    SiteRead.Aspect.card, .text, .source, .relations, .related, .section, .tag, .whole,
  ])
  func differsSoonWhenAReadIsNotRecorded(aspect: SiteRead.Aspect) async throws {
    var living = try LivingSite(seed: 5)
    let differs = try await differs(&living, forgetting: { $0.aspect == aspect })
    #expect(differs)
  }

  private func differs(
    _ living: inout LivingSite, forgetting isForgotten: (SiteRead) -> Bool
  ) async throws -> Bool {
    for _ in 0..<120 {
      _ = try living.change()
      if try await outcome(of: living).difference != nil { return true }
      let file = TraceFile(living.site.request())
      if let trace = file.read() { file.write(trace.forgetting(isForgotten)) }
    }
    return false
  }

  private struct Outcome {
    var difference: String?
    var fileCount = 0
    var newFileCount = 0
  }

  /// Builds a site after its last build and from scratch; returns how they differ.
  private func outcome(of living: LivingSite) async throws -> Outcome {
    let site = living.site
    let whole = site.root + "/whole"
    let today = Fixtures.today.adding(days: living.day)
    let report = try await site.build { $0.today = today }
    let expected = try await site.build {
      $0.today = today
      $0.output = whole
      $0.startsFromScratch = true
    }
    guard report.diagnostics == expected.diagnostics else {
      return Outcome(difference: "found \(report.findings), expected \(expected.findings)")
    }
    // Nothing is published when the content has errors, by neither.
    if report.hasErrors { return Outcome() }
    let (made, right) = (site.files, FolderContent.files(of: whole))
    let paths = Set(made.keys).union(right.keys).filter { made[$0] != right[$0] }.sorted()
    return Outcome(
      difference: paths.isEmpty ? nil : paths.prefix(5).joined(separator: ", "),
      fileCount: report.fileCount, newFileCount: report.newFileCount)
  }
}

extension BuildTrace {
  /// Returns the trace without some of the reads.
  fileprivate func forgetting(_ isForgotten: (SiteRead) -> Bool) -> BuildTrace {
    guard let pages else { return self }
    let files = pages.files.mapValues { file in
      PageTrace(
        kind: file.kind,
        reads: file.reads.filter { bits in !(SiteRead(bits: bits).map(isForgotten) ?? false) },
        diagnostics: file.diagnostics)
    }
    return BuildTrace(
      key: key, day: day, commit: commit, folders: folders, source: source, output: output,
      standby: standby,
      pageCount: pageCount,
      fileCount: fileCount, diagnostics: diagnostics,
      pages: PageTraces(
        declarations: pages.declarations, theme: pages.theme, fingerprints: pages.fingerprints,
        files: files))
  }
}
