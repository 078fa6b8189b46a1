import Foundation
import Testing

@testable import SiteBuilding

/// The version before the published one, from which the next one is made.
@Suite struct StandbyTests {
  /// Returns a site built twice: a version of it stands by.
  private func site() async throws -> SampleSite {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/a.md": "Un.\n", "content/b.md": "Deux.\n",
      "content/d/c.md": "Trois.\n", "content/x.txt": "Tel quel.\n",
    ])
    try await site.build()
    try site.write("Deux, autrement.\n", to: "content/b.md")
    let second = try await site.buildFromStandby()
    #expect(!second.isFromStandby)
    return site
  }

  /// Builds a site of which a version stands by, and compares it with one from scratch.
  private func expectFromStandby(
    _ site: SampleSite, _ isExpected: Bool = true, _ what: String = "",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let build = try await site.buildFromStandby()
    #expect(build.report.findings == [], "\(what)", sourceLocation: sourceLocation)
    #expect(build.isFromStandby == isExpected, "\(what)", sourceLocation: sourceLocation)
    let whole = try await site.filesFromScratch()
    #expect(site.files == whole, "\(what)", sourceLocation: sourceLocation)
  }

  @Test func makesEachVersionFromTheOneBeforeTheLast() async throws {
    let site = try await site()
    for number in 0..<4 {
      try site.write("Texte \(number).\n", to: "content/a.md")
      try await expectFromStandby(site)
    }
  }

  @Test func followsFilesAndFoldersThatComeAndGo() async throws {
    let site = try await site()
    let changes: KeyValuePairs<String, () throws -> Void> = [
      "edit": { try site.write("Quatre.\n", to: "content/b.md") },
      "edit undone": { try site.write("Deux, autrement.\n", to: "content/b.md") },
      "folder removed": { try site.remove("content/d") },
      "folder added": { try site.write("Loin.\n", to: "content/e/f/g.md") },
      "tag": { try site.write("---\ntags: [vent]\n---\n", to: "content/a.md") },
      "file becomes folder": {
        try site.remove("content/x.txt")
        try site.write("Dedans.\n", to: "content/x.txt/y/z.txt")
      },
      "while nothing else does": { try site.write("Cinq.\n", to: "content/b.md") },
      "folder becomes file": {
        try site.remove("content/x.txt")
        try site.write("Tel quel.\n", to: "content/x.txt")
      },
      "and stays": { try site.write("Six.\n", to: "content/b.md") },
      "sheet becomes folder": {
        try site.remove("content/a.md")
        try site.write("Un.\n", to: "content/a/un.md")
      },
      "folder becomes sheet": {
        try site.remove("content/a")
        try site.write("Un.\n", to: "content/a.md")
      },
      "folder moved": {
        try FileManager.default.moveItem(
          atPath: site.source + "/content/e", toPath: site.source + "/content/d")
      },
    ]
    for (what, change) in changes {
      try change()
      try await expectFromStandby(site, true, what)
    }
  }

  /// What somebody did to the version that stands by.
  enum Spoiling: CaseIterable {
    case strayFile, strayFileBelow, strayFolder, strayLink
    case fileReplaced, fileWritten, fileRemoved, folderRemoved, removed

    func spoil(_ folder: String) throws {
      let files = FileManager.default
      switch self {
      case .strayFile: try Data("à moi".utf8).write(to: URL(filePath: folder + "/moi.html"))
      case .strayFileBelow: try Data("à moi".utf8).write(to: URL(filePath: folder + "/a/moi.html"))
      case .strayFolder:
        try files.createDirectory(atPath: folder + "/moi", withIntermediateDirectories: false)
      case .strayLink:
        try files.createSymbolicLink(atPath: folder + "/moi", withDestinationPath: "/etc")
      case .fileReplaced:
        try Data("à moi".utf8).write(to: URL(filePath: folder + "/a/index.html"), options: .atomic)
      case .fileWritten:
        // The published file is the same one.
        try Data("à moi".utf8).write(to: URL(filePath: folder + "/a/index.html"))
      case .fileRemoved: try files.removeItem(atPath: folder + "/a/index.html")
      case .folderRemoved: try files.removeItem(atPath: folder + "/a")
      case .removed: try files.removeItem(atPath: folder)
      }
    }
  }

  @Test(arguments: Spoiling.allCases)
  func takesNothingFromAVersionThatSomebodyChanged(spoiling: Spoiling) async throws {
    let site = try await site()
    try spoiling.spoil(site.standby())
    try site.write("Quatre.\n", to: "content/b.md")
    try await expectFromStandby(site, false)
    // What is published then stands by in its turn.
    try site.write("Cinq.\n", to: "content/b.md")
    try await expectFromStandby(site)
  }

  @Test func publishesNoFileThatTheLastBuildReplaced() async throws {
    let site = try await site()
    // Another file than the published one, which this does not change.
    let old = site.standby() + "/b/index.html"
    try Data("à moi".utf8).write(to: URL(filePath: old))
    try site.write("Quatre.\n", to: "content/a.md")
    try await expectFromStandby(site)
  }

  @Test func refusesFilesAddedToTheOutput() async throws {
    let site = try await site()
    try site.write("à moi", to: "output/a/moi.html")
    try site.write("Quatre.\n", to: "content/b.md")
    await #expect(throws: EnvironmentFailure.self) { try await site.build() }
    try site.remove("output/a/moi.html")
    try await expectFromStandby(site, false)
  }

  @Test func stillStandsByWhenTheContentHasErrors() async throws {
    let site = try await site()
    try site.write("---\ndate: hier\n---\n", to: "content/a.md")
    #expect(try await site.build().hasErrors)
    try site.write("Un, autrement.\n", to: "content/a.md")
    try await expectFromStandby(site)
  }

  @Test func isLeftByABuildFromScratch() async throws {
    let site = try await site()
    let build = try await site.buildFromStandby { $0.startsFromScratch = true }
    #expect(!build.isFromStandby)
    try site.write("Quatre.\n", to: "content/b.md")
    try await expectFromStandby(site)
  }

  @Test func isOfOneOutput() async throws {
    let site = try await site()
    let other = site.root + "/other"
    for number in 0..<4 {
      try site.write("Texte \(number).\n", to: "content/a.md")
      let build = try await site.buildFromStandby { $0.output = other }
      #expect(build.isFromStandby == (number > 1))
      try await expectFromStandby(site)
      #expect(FolderContent.files(of: other) == site.files)
    }
  }

  @Test func standsByForAnOutputBehindASymbolicLink() async throws {
    let site = try await site()
    let target = site.root + "/www"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try site.link("lien", to: target)
    for number in 0..<4 {
      try site.write("Texte \(number).\n", to: "content/a.md")
      let build = try await site.buildFromStandby { $0.output = site.source + "/lien" }
      #expect(build.isFromStandby == (number > 1))
      let whole = try await site.filesFromScratch()
      #expect(FolderContent.files(of: target) == whole)
    }
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: site.source + "/lien")
    #expect(link == target)
  }

  @Test func isNotKeptForAnOutputOnAnotherDisk() async throws {
    let site = try await site()
    let memory = "/dev/shm/archipel-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: memory) }
    let output = memory + "/www"
    for number in 0..<3 {
      try site.write("Texte \(number).\n", to: "content/a.md")
      try await site.build { $0.output = output }
      let whole = try await site.filesFromScratch()
      #expect(FolderContent.files(of: output) == whole)
    }
    #expect(!FileManager.default.fileExists(atPath: site.standby { $0.output = output }))
    #expect(try FileManager.default.contentsOfDirectory(atPath: memory) == ["www"])
  }

  @Test func goesWithItsTrace() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    for number in 0..<10 {
      for _ in 0..<2 {
        try await site.build {
          $0.output = site.root + "/\(number)"
          $0.startsFromScratch = true
        }
      }
    }
    let cache = site.source + "/.archipel/"
    let standbys = try FileManager.default.contentsOfDirectory(atPath: cache + Standby.folder)
    let traces = try FileManager.default.contentsOfDirectory(atPath: cache + "traces")
    #expect(standbys.count == 8)
    #expect(Set(standbys).isSubset(of: traces))
  }

  @Test func isTakenByOneOfSeveralBuildsThatStartTogether() async throws {
    let site = try await site()
    let request = site.request()
    for number in 0..<5 {
      try site.write("Texte \(number).\n", to: "content/a.md")
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<3 { group.addTask { try await SiteBuilder(request).build().findings } }
        for try await findings in group { #expect(findings == []) }
      }
      let whole = try await site.filesFromScratch()
      #expect(site.files == whole)
    }
  }
}
