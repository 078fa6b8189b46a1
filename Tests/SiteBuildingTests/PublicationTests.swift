import Diagnostics
import Foundation
import SamplePictures
import Synchronization
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

@Suite struct PublicationTests {
  private static let home = "---\ntitle: Accueil\n---\n"

  @Test func keepsTheTimeOfFilesThatDoNotChange() async throws {
    let site = try SampleSite([
      "content/index.md": Self.home, "content/a.md": "Un.\n", "content/b.md": "Deux.\n",
      "content/c.txt": "Tel quel.\n",
    ])
    try await site.build()
    let before = try Self.stamps(of: site)
    try site.write("Deux, autrement.\n", to: "content/b.md")
    try await site.build()
    let after = try Self.stamps(of: site)
    #expect(before.keys.sorted() == after.keys.sorted())
    for path in ["a/index.html", "c.txt", "404.html", "sitemap.xml", "etiquettes/index.html"] {
      #expect(before[path] == after[path], "\(path)")
    }
    #expect(before["b/index.html"] != after["b/index.html"])
  }

  /// The stamps but for the search index, whose files are named after what they hold.
  private static func stamps(of site: SampleSite) throws -> [String: FolderContent.Stamp] {
    try FolderContent.stamps(of: site.output).filter { !$0.key.hasPrefix("recherche-index/") }
  }

  @Test func removesPagesThatTheSourceNoLongerHas() async throws {
    let site = try SampleSite([
      "content/index.md": Self.home, "content/d/a.md": "---\ntags: [seule]\n---\n",
    ])
    try await site.build()
    #expect(site.published("d/a/index.html") != nil)
    #expect(site.published("etiquettes/seule/index.html") != nil)
    try site.remove("content/d")
    try await site.build()
    #expect(!site.files.keys.contains { $0.hasPrefix("d/") || $0.contains("seule") })
    #expect(!FileManager.default.fileExists(atPath: site.output + "/d"))
  }

  @Test func leavesNothingBesideThePublishedFolder() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    try await site.build()
    try await site.build()
    let beside = try FileManager.default.contentsOfDirectory(atPath: site.source).sorted()
    #expect(beside == [".archipel", "content", "output"])
  }

  @Test(arguments: ["a.md~", "#a.md#", ".a.md.swp", "note.txt~"])
  func leavesOutWhatEditorsLeave(name: String) async throws {
    let site = try SampleSite(["content/index.md": Self.home, "content/b.txt": "Tel quel.\n"])
    try await site.build()
    let before = site.files
    try site.write("Un reste.\n", to: "content/" + name)
    try await site.build()
    #expect(site.files == before)
  }

  @Test func makesNothingAgainWhenNothingHasChanged() async throws {
    let site = try SampleSite(["content/index.md": Self.home, "content/a.md": "Un.\n"])
    try await site.settle()
    let first = try await site.build()
    let stamps = try FolderContent.stamps(of: site.output)
    let second = try await site.build()
    #expect(first.newFileCount == first.fileCount)
    #expect(second.newFileCount == 0)
    #expect(second.fileCount == first.fileCount)
    #expect(second.pageCount == first.pageCount)
    #expect(try FolderContent.stamps(of: site.output) == stamps)
  }

  @Test func makesOnlyThePageWhoseTextHasChanged() async throws {
    let site = try SampleSite([
      "content/index.md": Self.home, "content/s/a.md": "---\nresume: A\n---\nUn.\n",
      "content/s/b.md": "---\nresume: B\n---\nDeux.\n",
    ])
    try await site.build()
    let before = try FolderContent.stamps(of: site.output)
    try site.write("---\nresume: A\n---\nAutrement.\n", to: "content/s/a.md")
    try await site.build()
    let after = try FolderContent.stamps(of: site.output)
    let changed = before.keys.filter {
      before[$0] != after[$0] && !$0.hasPrefix("recherche-index/")
    }
    #expect(changed.sorted() == [".archipel-manifest", "commons.json", "s/a/index.html"])
  }

  @Test func keepsTracesOfAFewFoldersAlone() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    for number in 0..<12 { try await site.build { $0.output = site.root + "/\(number)" } }
    let records = try FileManager.default.contentsOfDirectory(
      atPath: site.source + "/.archipel/records")
    #expect(records.count == 8)
  }

  @Test func keepsPublishedSiteWhenBuildFails() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/index.md": Self.home, "content/a.md": "Un.\n",
    ])
    try await site.build()
    let before = try FolderContent.stamps(of: site.output)
    try site.write("---\ndate: hier\n---\n", to: "content/a.md")
    try site.write("Nouveau.\n", to: "content/b.md")
    let report = try await site.build()
    #expect(report.hasErrors)
    #expect(report.fileCount == 0)
    #expect(try FolderContent.stamps(of: site.output) == before)
  }

  @Test func keepsPublishedSiteWhenAPageFails() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    try await site.build()
    let before = try FolderContent.stamps(of: site.output)
    try site.write("{{inconnu}}", to: "themes/ti/templates/tag.mustache")
    try site.write("---\ntags: [a]\n---\n", to: "content/a.md")
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["theme.unknown-name"])
    #expect(try FolderContent.stamps(of: site.output) == before)
    let beside = try FileManager.default.contentsOfDirectory(atPath: site.source).sorted()
    #expect(beside == [".archipel", "content", "output", "themes"])
  }

  @Test func clearsWhatAKilledBuildLeft() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    try site.write("reste", to: ".output.archipel/new/reste/index.html")
    try await site.build()
    #expect(site.published("reste/index.html") == nil)
    #expect(!FileManager.default.fileExists(atPath: site.source + "/.output.archipel"))
  }

  @Test func checksWithoutWriting() async throws {
    let site = try SampleSite([
      "content/index.md": Self.home + "[rien](rien.md)\n", "content/a.md": "Un.\n",
    ])
    let report = try await SiteBuilder(site.request()).check()
    #expect(report.findings == ["link.dangling content/index.md:4:8"])
    #expect(report.pageCount == 6)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.source) == ["content"])
  }

  /// Pictures take long to be made, and are kept by their own bytes: nothing else depends on that.
  @Test func keepsNothingButPicturesWhenNothingIsPublished() async throws {
    let site = try SampleSite(["content/index.md": "![Une salle](salle.png)\n"])
    try site.write(
      SamplePictures.png(width: 40, height: 30, colour: (31, 111, 139)), to: "content/salle.png")
    for use in ["check", "preview"] {
      let builder = SiteBuilder(site.request())
      if use == "check" {
        #expect(try await builder.check(auditsOutput: true, readsProse: true).pageCount > 0)
      } else {
        #expect(try await builder.preview().file(at: "index.html") != nil)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: site.source).sorted()
      #expect(names == [".archipel", "content"])
      let kept = FolderContent.files(of: site.source + "/.archipel").keys.sorted()
      #expect(kept.map { $0.split(separator: "/").first } == [".gitignore", "images"], "\(use)")
      try site.remove(".archipel")
    }
  }

  @Test func waitsForAnotherBuildOfTheSameSite() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    let other = try await PublishedSite(site.request().output) {
      nil
    } onWait: {
    }
    let (waits, signal) = AsyncStream.makeStream(of: Void.self)
    let builder = SiteBuilder(site.request()) { event in
      if case .waiting = event { signal.yield() }
    }
    async let report = builder.build()
    for await _ in waits { break }
    #expect(site.published("index.html") == nil)
    other.close()
    #expect(try await report.findings == [])
    #expect(site.published("index.html") != nil)
  }

  @Test func endsWellWhenSeveralBuildsStartTogether() async throws {
    let site = try SampleSite(["content/index.md": Self.home])
    for number in 0..<60 { try site.write("Page.\n", to: "content/p\(number).md") }
    let request = site.request()
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 { group.addTask { try await SiteBuilder(request).build().findings } }
      for try await findings in group { #expect(findings == []) }
    }
    let alone = try SampleSite(["content/index.md": Self.home])
    for number in 0..<60 { try alone.write("Page.\n", to: "content/p\(number).md") }
    try await alone.build()
    #expect(site.files == alone.files)
  }

  /// Where the disk cannot exchange two folders in one step, a build may be killed between two.
  @Test func bringsBackTheSiteThatAKilledExchangeLeftAside() async throws {
    let site = try SampleSite(["content/a.md": "Un.\n"])
    try await site.build()
    let (whole, aside) = (site.files, site.source + "/.output.archipel/new.old")
    try FileManager.default.createDirectory(
      atPath: site.source + "/.output.archipel", withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: site.output, toPath: aside)
    try await StagingDirectory(beside: site.output) {}.close()
    #expect(site.files == whole)
  }

  /// Somebody may have put a link into the site while it was built.
  @Test func removesTheFormerVersionAndNothingThatItLinksTo() async throws {
    let site = try SampleSite(["ailleurs/a.txt": "Reste."])
    let staging = try await StagingDirectory(beside: site.output) {}
    for folder in ["", "/s", "/s/a", "/s/a/b"] {
      let inside = ".output.archipel/new" + folder
      try site.write("Part.", to: inside + "/index.html")
      try site.link(inside + "/lien", to: site.source + "/ailleurs")
    }
    await staging.removeFormerVersion(Workers(count: 2))
    #expect(FileStamp.of(site.source + "/.output.archipel/new/s/a") == .unknown)
    staging.close()
    #expect(FileStamp.of(site.source + "/.output.archipel") == .unknown)
    #expect(try DiskFile.read(site.source + "/ailleurs/a.txt") == Array("Reste.".utf8))
  }

  /// Somebody may put a link in the place of a folder while the next version is made.
  @Test func keepsNoFileThatALinkLeadsTo() throws {
    let site = try SampleSite(["www/s/a.txt": "Publié.", "ailleurs/a.txt": "Privé."])
    let stamp = FileStamp.of(site.source + "/www/s/a.txt")
    try FileManager.default.createDirectory(
      atPath: site.source + "/suite", withIntermediateDirectories: true)
    let next = StagedOutput(site.source + "/suite", output: site.source + "/www")
    #expect(try next.link("s/a.txt", as: stamp))
    try site.remove("www/s")
    try site.remove("suite/s/a.txt")
    try site.link("www/s", to: site.source + "/ailleurs")
    #expect(try !next.link("s/a.txt", as: stamp))
    #expect(FileStamp.of(site.source + "/suite/s/a.txt") == .unknown)
    #expect(try DiskFile.read(site.source + "/ailleurs/a.txt") == Array("Privé.".utf8))
  }

  @Test func removesAFolderThatIsReadOnly() throws {
    let site = try SampleSite(["dossier/a/b.txt": "Part."])
    for path in ["dossier/a", "dossier"] { chmod(site.source + "/" + path, 0o555) }
    try DiskFile.remove(site.source + "/dossier")
    #expect(FileStamp.of(site.source + "/dossier") == .unknown)
  }

  /// Each worker has what it needs for its tasks: many without any would take all memory.
  @Test func makesNoMoreWorkersThanThereAreTasks() async throws {
    let made = Mutex(0)
    let values = try await Workers(count: 1_000_000).map(40) {
      made.withLock { $0 += 1 }
    } _: { _, index in
      index
    }
    #expect(values == Array(0..<40))
    #expect(made.withLock { $0 } <= 3)
  }

  @Test func neverWritesThroughAnotherNameOfAFile() throws {
    let site = try SampleSite(["publie.txt": "Publié."])
    let (published, next) = (site.source + "/publie.txt", site.source + "/suite.txt")
    try FileManager.default.linkItem(atPath: published, toPath: next)
    try DiskFile.write(Array("Autre.".utf8), to: next)
    #expect(try DiskFile.read(published) == Array("Publié.".utf8))
    #expect(try DiskFile.read(next) == Array("Autre.".utf8))
  }

  @Test func removesWhatAKilledBuildLeftUnfinished() async throws {
    let site = try SampleSite(["content/a.md": "Un.\n"])
    // No process has so large a number; the first one runs always.
    let (left, running) = (".archipel/unfinished/999999999-1", ".archipel/unfinished/1-1")
    for file in [left, running] { try site.write("", to: file) }
    try await site.build()
    #expect(FileStamp.of(site.source + "/" + left) == .unknown)
    #expect(FileStamp.of(site.source + "/" + running) != .unknown)
    #expect(
      try FolderEntry.list(site.source + "/.archipel/unfinished").map(\.name) == ["1-1"])
  }
}
