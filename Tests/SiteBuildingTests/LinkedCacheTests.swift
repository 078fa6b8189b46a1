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

/// A symbolic link in the place of what a build keeps for itself, as a repository may bring one along:
/// what it leads to is somebody's.
@Suite struct LinkedCacheTests {
  /// Returns a site, and what is in a folder beside it that nobody may touch.
  private static func site() throws -> (site: SampleSite, others: String) {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    let others = site.root + "/lettres"
    // More files than records are kept of; `12-1` is the name of an unfinished one.
    let names = (1...12).map { "lettre-\($0)" } + ["12-1", ".gitignore", "new/a", "amis/b"]
    for name in names { try site.write("À moi.\n", to: "../lettres/" + name) }
    return (site, others)
  }

  @Test(arguments: ["", "/unfinished", "/records", "/pages", "/sheets", "/search"])
  func removesAndReplacesNothingThatALinkLeadsTo(folder: String) async throws {
    let (site, others) = try Self.site()
    if !folder.isEmpty {
      try FileManager.default.createDirectory(
        atPath: site.source + "/.archipel", withIntermediateDirectories: true)
    }
    try site.link(".archipel" + folder, to: others)
    try await expectUntouched(others, by: site)
    #expect(folder.isEmpty || FolderContent.files(of: others).count == 16)
  }

  /// The oldest records go, and what was kept beside them; these names come from the source too.
  @Test func removesNoFolderThatATraceIsNamedAfter() async throws {
    let (site, others) = try Self.site()
    for number in 0..<9 { try site.write("", to: ".archipel/records/\(number)") }
    try site.write("", to: ".archipel/records/amis")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: site.source + "/.archipel/records/amis")
    try site.link(".archipel/pages", to: others)
    try await expectUntouched(others, by: site)
  }

  @Test func writesThroughNoLinkInThePlaceOfAFile() throws {
    let (site, others) = try Self.site()
    try site.link("12-1", to: others + "/lettre-1")
    try DiskFile.write([1], to: site.source + "/12-1")
    #expect(FolderContent.files(of: others)["lettre-1"] == Data("À moi.\n".utf8))
    #expect(FolderContent.files(of: site.source)["12-1"] == Data([1]))
  }

  @Test func makesNoVersionBehindALink() async throws {
    let (site, others) = try Self.site()
    let before = FolderContent.files(of: others)
    try site.link(".output.archipel", to: others)
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(failure.message.french.contains(".output.archipel"))
    #expect(FolderContent.files(of: others) == before)
  }

  /// Builds a site twice and compares what was in a folder with what is in it.
  private func expectUntouched(
    _ others: String, by site: SampleSite,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let before = FolderContent.files(of: others)
    try #require(before.count == 16, sourceLocation: sourceLocation)
    for text in ["Un.\n", "Deux.\n"] {
      try site.write(text, to: "content/a.md")
      #expect(try await site.build().findings == [], sourceLocation: sourceLocation)
      #expect(site.published("a/index.html")?.contains(text.dropLast()) == true)
    }
    let after = FolderContent.files(of: others)
    for (path, bytes) in before {
      #expect(after[path] == bytes, "\(path)", sourceLocation: sourceLocation)
    }
  }
}
