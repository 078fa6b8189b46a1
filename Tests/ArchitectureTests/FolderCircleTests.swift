import Foundation
import Testing

/// Folders of a module that lead back to themselves: a newcomer cannot read one without the others.
struct FolderCircleTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test func noFolderJoinsACircle() throws {
    var found: [String: [String]] = [:]
    let modules = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(modules.count > 20)
    for module in modules {
      let graph = try FolderGraph(ofModule: Self.sources.appending(path: module))
      let folders = graph.foldersInCircles
      if !folders.isEmpty { found[module] = folders }
    }
    #expect(found == [:])
  }

  @Test func findsACircle() {
    let graph = FolderGraph(files: [
      "A/One.swift": "struct One { let two: Two }  // Three",
      "B/Two.swift": "package struct Two { let text = \"One\" }\nenum Other { case one(One) }",
      "C/Three.swift": "struct Three { let one: One }",
    ])
    #expect(graph.foldersInCircles == ["A", "B"])
  }
}
