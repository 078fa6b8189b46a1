import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Whole sites of `Tests/Fixtures`, compared byte for byte with their `expected` folder.
///
/// With `ARCHIPEL_RECORD=1` the expected folders are written anew, and the tests fail: what was
/// recorded is to be read before it is trusted.
@Suite struct FixtureSiteTests {
  /// What another module names and writes; its own tests hold it.
  ///
  /// The bytes of pictures are those of one version of a library.
  private static func isCompared(_ path: String) -> Bool {
    !path.hasPrefix("recherche-index/") && path != ".archipel-manifest"
      && !path.hasSuffix(".webp")
  }

  @Test(arguments: ["atelier", "carnet", "langues"])
  func publishesWhatIsExpected(name: String) async throws {
    let fixture = Fixtures.folder + "/" + name
    let site = try SampleSite()
    let report = try await site.build { $0.source = fixture }
    #expect(report.diagnostics.filter { $0.severity != .remark } == [])
    let made = site.files.filter { Self.isCompared($0.key) }
    if ProcessInfo.processInfo.environment["ARCHIPEL_RECORD"] == "1" {
      try record(made, in: fixture + "/expected")
      Issue.record("recorded \(made.count) files of \(name): read them, then run without recording")
      return
    }
    let expected = FolderContent.files(of: fixture + "/expected")
    #expect(made.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in made.sorted(by: { $0.key < $1.key }) where expected[path] != bytes {
      let texts = [expected[path] ?? Data(), bytes].map { String(decoding: $0, as: UTF8.self) }
      #expect(texts[1] == texts[0], "\(path)")
    }
    #expect(made == expected)
  }

  @Test(arguments: [("atelier", "/atelier/"), ("carnet", "/"), ("langues", "/")], [false, true])
  func leadsEveryLinkToAFile(fixture: (name: String, host: String), isOffline: Bool) async throws {
    let site = try SampleSite()
    try await site.build {
      $0.source = Fixtures.folder + "/" + fixture.name
      $0.options.isOffline = isOffline
    }
    let links = PublishedLinks(of: site.files, host: fixture.host)
    #expect(links.count > 50)
    #expect(links.dangling == [])
    if isOffline { #expect(links.toFolders == []) }
  }

  private func record(_ files: [String: Data], in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, bytes) in files {
      let file = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }
}
