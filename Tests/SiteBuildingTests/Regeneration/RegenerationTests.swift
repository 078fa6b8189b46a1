import Calendars
import ContentModel
import Diagnostics
import Foundation
import LivingSite
import SampleRepository
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

/// A site built from what the build before left is the site built from scratch, whatever changed.
@Suite struct RegenerationTests {
  /// Together a thousand changes and more.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func publishesWhatABuildFromScratchWould(seed: UInt64) async throws {
    let site = try SampleSite()
    var living = try LivingSite(in: site.source, seed: seed)
    var changes: [String] = []
    var (published, kept) = (0, 0)
    for _ in 0..<260 {
      changes.append(try living.change())
      let outcome = try await Regeneration(site, on: Fixtures.today.adding(days: living.day))
      try #require(outcome.differences == [], "\(changes.suffix(4))")
      if outcome.fileCount > 0 { published += 1 }
      kept += outcome.fileCount - outcome.newFileCount
    }
    // Most changes leave a site that can be published, most files of which are kept.
    #expect(published > 130)
    #expect(kept > 10 * published)
  }

  /// Of a site of some size, what is kept on the disk is changed in place, not written anew.
  @Test func publishesALargerSiteAsABuildFromScratchWould() async throws {
    let site = try SampleSite()
    var living = try LivingSite(in: site.source, seed: 5, plainPages: 250)
    var changes: [String] = []
    var inPlace: [String: Int] = [:]
    for _ in 0..<60 {
      changes.append(try living.change())
      let before = try site.keptBases
      let outcome = try await Regeneration(site, on: Fixtures.today.adding(days: living.day))
      try #require(outcome.differences == [], "\(changes.suffix(4))")
      guard outcome.newFileCount > 0 else { continue }
      for (path, stamp) in try site.keptBases where before[path] == stamp {
        inPlace[path, default: 0] += 1
      }
    }
    let least = ["sheets": 30, "pages": 20, "search": 2]
    for (folder, count) in least { #expect(inPlace[folder] ?? 0 > count, "\(inPlace)") }
  }

  /// The lab's own site has what no small site has: its templates, its types, its views and its texts.
  ///
  /// A build takes a while, so that several edits share one; `ARCHIPEL_SEED` names others. None is of a
  /// template or a vocabulary, after which every page is made again by design.
  @Test func publishesTheLabAsABuildFromScratchWould() async throws {
    let lab = URL(filePath: Fixtures.folder).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let seed = ProcessInfo.processInfo.environment["ARCHIPEL_SEED"].flatMap { UInt64($0) } ?? 3
    let site = try SampleSite()
    var edited = try EditedLab(from: lab, to: site, seed: seed)
    try await site.settle()
    let today = CalendarDate(secondsSince1970: 1_796_083_200)
    let themes = site.source + "/themes"
    let first = try await site.build {
      $0.today = today
      $0.options.builtInThemes = themes
    }
    #expect(!first.hasErrors)
    for edits: [EditedLab.Edit] in [[.body, .title], [.sheet, .key]] {
      let made = try edits.map { try edited.make($0) }
      let outcome = try await Regeneration(site, on: today) {
        $0.options.builtInThemes = themes
      }
      #expect(outcome.differences == [], "\(made), seed \(seed)")
      // Far fewer than half of the files are made again.
      #expect(outcome.newFileCount > 0 && outcome.newFileCount < outcome.fileCount / 2, "\(made)")
    }
  }

  /// What version control remembers changes without any file of the content doing so.
  @Test func publishesWhatVersionControlRemembersNow() async throws {
    let site = try SampleSite([".gitignore": "/output/\n/.output.archipel/\n/.archipel/\n"])
    var living = try LivingSite(in: site.source, seed: 6, hasHistory: true)
    let repository = try await SampleRepository(at: site.source)
    var changes: [String] = []
    for number in 0..<60 {
      switch number % 4 {
      case 0:
        let author = number % 8 == 0 ? "Marie <marie@exemple.fr>" : "Yann <yann@exemple.fr>"
        try await repository.commit(by: author, on: "2026-02-\(10 + number / 4)T10:00:00+0100")
        changes.append("commit")
      case 2 where number > 4:
        try await repository.git("reset", "--quiet", "--soft", "HEAD~1")
        changes.append("reset")
      case 3 where number % 8 == 3:
        try repository.write("M\(number) <marie@exemple.fr>\n", to: ".mailmap")
        changes.append("mailmap")
      default: changes.append(try living.change())
      }
      let outcome = try await Regeneration(site, on: Fixtures.today.adding(days: living.day))
      try #require(outcome.differences == [], "\(changes.suffix(4))")
    }
  }

  @Test func publishesACommitThatWasMadeDuringTheBuildBefore() async throws {
    let site = try SampleSite([
      "archipel.yaml": "history: git\n", "content/a.md": "Un.",
      ".gitignore": "/output/\n/.output.archipel/\n/.archipel/\n",
      "themes/ti/templates/sheet.mustache":
        "{{<base}}{{$main}}{{#page.updated}}{{iso}}{{/page.updated}}{{/main}}{{/base}}",
    ])
    let repository = try await SampleRepository(at: site.source)
    let head = site.source + "/.git/refs/heads/main"
    try await repository.commit(on: "2026-02-01T10:00:00+0100")
    try await repository.commit(["content/a.md": "Deux."], on: "2026-02-02T10:00:00+0100")
    let commit = FileManager.default.contents(atPath: head)
    try await repository.git("reset", "--quiet", "--soft", "HEAD~1")
    _ = try await SiteBuilder(site.request()) { event in
      guard case .phase(let name) = event, name.english == "pages" else { return }
      _ = FileManager.default.createFile(atPath: head, contents: commit)
    }.build()
    #expect(site.published("a/index.html")?.contains("2026-02-01") == true)
    #expect(try await Regeneration(site).differences == [])
    #expect(site.published("a/index.html")?.contains("2026-02-02") == true)
  }

  @Test func previewsWhatABuildFromScratchWould() async throws {
    let site = try SampleSite()
    var living = try LivingSite(in: site.source, seed: 9)
    var last: SitePreview?
    for _ in 0..<150 {
      let change = try living.change()
      let request = site.request { $0.today = Fixtures.today.adding(days: living.day) }
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
      let root = "recherche-index/root.js"
      #expect(try await preview.file(at: root)?.bytes == fresh.file(at: root)?.bytes, "\(change)")
    }
  }
}
