import Diagnostics
import Foundation
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

/// Where a site may be published, and what must not be touched there.
@Suite struct OutputFolderTests {
  private static let files: KeyValuePairs = ["content/index.md": "Bonjour.\n"]

  @Test func refusesAFolderWithFilesOfSomebodyElse() async throws {
    let site = try SampleSite(Self.files)
    try site.write("à moi", to: "output/notes/important.txt")
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(failure.message.french.contains("notes/important.txt"))
    #expect(site.files.keys.sorted() == ["notes/important.txt"])
  }

  @Test(arguments: ["ajout.html", "a/index.html.bak", ".htaccess"])
  func refusesFilesAddedToAPublishedSite(path: String) async throws {
    let site = try SampleSite(Self.files)
    try await site.build()
    try site.write("à moi", to: "output/" + path)
    let before = site.files
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(failure.message.french.contains(path))
    #expect(failure.message.english.contains(path))
    #expect(site.files == before)
  }

  @Test func refusesASymbolicLinkAddedToAPublishedSite() async throws {
    let site = try SampleSite(Self.files)
    try await site.build()
    try site.link("output/lien", to: "/etc")
    await #expect(throws: EnvironmentFailure.self) { try await site.build() }
  }

  @Test func takesAFileOfItsOwnThatSomebodyChanged() async throws {
    let site = try SampleSite(Self.files)
    try await site.build()
    let before = site.files
    try site.write("gribouillis", to: "output/index.html")
    try await site.build()
    #expect(site.files == before)
  }

  @Test(arguments: ["", "/.."])
  func refusesAFolderThatHoldsTheSource(above: String) async throws {
    let site = try SampleSite(Self.files)
    try FileManager.default.createDirectory(
      atPath: site.source + "/output", withIntermediateDirectories: true)
    let failure = try await #require(throws: EnvironmentFailure.self) {
      try await site.build { $0.output = site.source + above }
    }
    #expect(failure.message.french.contains("contient la source"))
    #expect(FileManager.default.fileExists(atPath: site.source + "/content/index.md"))
  }

  @Test func refusesTheRootOfTheDisk() async throws {
    let site = try SampleSite(Self.files)
    let failure = try await #require(throws: EnvironmentFailure.self) {
      try await site.build { $0.output = "/" }
    }
    #expect(failure.message.french.contains("contient la source"))
  }

  @Test(arguments: [
    "content", "content/out", "content/methodes", "content/a/b/c", "themes", "themes/ti/out",
    ".git", ".archipel/x", "lien/out",
  ])
  func refusesAFolderThatTheSiteIsMadeFrom(path: String) async throws {
    let site = try SampleSite([
      "content/index.md": "Voir [[Un]].\n", "content/methodes/un.md": "# Un\n",
    ])
    try site.link("lien", to: "content")
    let failure = try await #require(throws: EnvironmentFailure.self) {
      try await site.build { $0.output = site.source + "/" + path }
    }
    #expect(failure.message.french.contains("qui appartient à la source"))
    #expect(failure.message.english.contains("which belongs to the source"))
    #expect(FolderContent.files(of: site.source + "/content").count == 2)
    #expect(!FileManager.default.fileExists(atPath: site.source + "/" + path + "/index.html"))
  }

  @Test(arguments: ["output", "public", "contenu", "docs", "../www"])
  func publishesBesideTheContent(path: String) async throws {
    let site = try SampleSite(Self.files)
    for _ in 1...2 {
      let report = try await site.build { $0.output = site.source + "/" + path }
      #expect(report.findings == [])
    }
    #expect(FolderContent.files(of: site.source + "/" + path)["index.html"] != nil)
  }

  @Test func refusesAFileInThePlaceOfTheFolder() async throws {
    let site = try SampleSite(Self.files)
    try site.write("à moi", to: "public")
    await #expect(throws: EnvironmentFailure.self) {
      try await site.build { $0.output = site.source + "/public" }
    }
    #expect(try String(contentsOfFile: site.source + "/public", encoding: .utf8) == "à moi")
  }

  @Test func publishesWhereASymbolicLinkLeads() async throws {
    let site = try SampleSite(Self.files)
    let target = site.root + "/www"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try site.link("output", to: target)
    try await site.build()
    try await site.build()
    #expect(FolderContent.files(of: target)["index.html"] != nil)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.output) == target)
  }

  @Test func doesNotPublishWhatItPublished() async throws {
    let site = try SampleSite(["index.md": "Bonjour.\n", "a/b.md": "Un.\n"])
    try await site.build { $0.output = site.source + "/www" }
    let before = FolderContent.files(of: site.source + "/www")
    try await site.build { $0.output = site.source + "/www" }
    #expect(before["a/b/index.html"] != nil)
    #expect(FolderContent.files(of: site.source + "/www") == before)
  }

  @Test func publishesInAnEmptyFolder() async throws {
    let site = try SampleSite(Self.files)
    try FileManager.default.createDirectory(
      atPath: site.output, withIntermediateDirectories: true)
    try await site.build()
    #expect(site.published("index.html") != nil)
  }

  @Test func saysThatTheDiskIsFull() throws {
    let failure = try #require(throws: DiskFile.Failure.self) {
      try DiskFile.write([0], to: "/dev/full")
    }
    let message = EnvironmentFailure.unwritable(failure).message
    #expect(message.french.hasPrefix("le disque est plein"))
    #expect(message.english.hasPrefix("the disk is full"))
  }
}
