import Foundation
import Testing

/// Outputs read the site through `SiteView`, which notes what they read.
struct SiteViewTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The types through which a part of the site can be read without its being noted, each with the
  /// only file of `Outputs` that may name it: the one that wraps it.
  private static let unnoted: [String: String?] = [
    "LinkedSite": nil, "LoadedSite": nil, "RenderedSite": nil, "TagIndex": nil,
    "SheetDirectory": nil, "RenderedSheet": "Pages/PageContext.swift",
    "Connections": "Pages/PageContext.swift", "BuildRequest": "Pages/PageContext.swift",
  ]

  private static func files(below folder: String) throws -> [(path: String, code: String)] {
    let folder = sources.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return (path, text.replacing(/\/\/[^\n]*/, with: ""))
    }
  }

  /// The names of unnoted types that a file of `Outputs` may not hold.
  private static func names(in code: String, of path: String) -> [String] {
    let words = Set(code.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return unnoted.filter { words.contains($0.key) && $0.value != path }.map(\.key).sorted()
  }

  @Test func noOutputNamesWhatCanBeReadUnnoted() throws {
    let files = try Self.files(below: "Outputs")
    #expect(files.count > 60)
    for (path, code) in files { #expect(Self.names(in: code, of: path) == [], "\(path)") }
  }

  @Test func findsAnUnnotedType() {
    #expect(Self.names(in: "let site: LinkedSite", of: "Kinds/Book.swift") == ["LinkedSite"])
    #expect(Self.names(in: "_ request: BuildRequest", of: "Pages/A.swift") == ["BuildRequest"])
    #expect(Self.names(in: "let site: SiteView", of: "Kinds/Book.swift") == [])
  }

  /// Everything that other modules see of the view is a value or a list that notes; the site is not.
  @Test func theViewKeepsTheSiteToItself() throws {
    let files = try Self.files(below: "SiteGraph/View")
    let lines = files.flatMap { $0.code.split(separator: "\n").map(String.init) }
    let shown = lines.filter { $0.contains("package ") && !$0.contains("import ") }
    #expect(shown.count > 40)
    for line in shown where !line.contains("package init(_ site: LinkedSite)") {
      #expect(Self.names(in: line, of: "") == [], "\(line)")
      #expect(!line.contains("DependencyRecorder") || line.contains("func recording("), "\(line)")
    }
  }

  /// Only the view records: a recording copy of the site is made nowhere else.
  @Test func onlyTheViewRecords() throws {
    let site = try Self.files(below: "SiteGraph/Links").first { $0.path == "LinkedSite.swift" }
    let code = try #require(site?.code)
    #expect(code.contains("\n  init(_ commons: LinkedSite, _ recorder: DependencyRecorder)"))
    #expect(code.contains("\n  let recorder: DependencyRecorder?"))
  }
}
