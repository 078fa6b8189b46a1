import Foundation
import Testing

/// Folders of a module that lead back to themselves: a newcomer cannot read one without the others.
struct FolderCircleTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The code of each module, by the paths of its files in it.
  private static func modules() throws -> [String: [String: SwiftCode]] {
    var modules: [String: [String: SwiftCode]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
      guard let module = parts.first, let file = parts.last else { continue }
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      modules[module, default: [:]][file] = SwiftCode(text)
    }
    return modules
  }

  @Test func noFolderJoinsACircle() throws {
    let modules = try Self.modules()
    #expect(modules.count > 20)
    let names = modules.mapValues { files in
      files.values.reduce(into: Set<Substring>()) { $0.formUnion($1.declaredNames) }
    }
    var found: [String: [String]] = [:]
    for (module, files) in modules {
      let foreign = names.filter { $0.key != module }.values.reduce(into: Set()) {
        $0.formUnion($1)
      }
      let folders = FolderGraph(files: files, foreignNames: foreign).foldersInCircles
      if !folders.isEmpty { found[module] = folders }
    }
    #expect(found == [:])
  }

  private func folders(_ files: [String: String], foreign: Set<Substring> = []) -> [String] {
    FolderGraph(files: files.mapValues(SwiftCode.init), foreignNames: foreign).foldersInCircles
  }

  @Test func findsACircleOfTypes() {
    let files = [
      "A/One.swift": "struct One { let two: Two }  // Three",
      "B/Two.swift": "package struct Two { let text = \"One\" }\nenum Other { case one(One) }",
      "C/Three.swift": "struct Three { let one: One }",
    ]
    #expect(folders(files) == ["A", "B"])
  }

  @Test func readsOnPastAnAddress() {
    let files = [
      "A/One.swift": "struct One {\n  let url = \"https://a.example\"\n  let two: Two\n}",
      "B/Two.swift":
        "struct Two {\n  let text = \"\"\"\n    // \"One\n    \"\"\"\n  let one: One\n}",
    ]
    #expect(folders(files) == ["A", "B"])
  }

  /// A type that `A` extends, and that `B` asks for what `A` adds to it.
  private static let extended = [
    "A/One.swift":
      "struct One { let two: Two }\npackage extension Int {\n  var halved: Int { self / 2 }\n}",
    "B/Two.swift": "struct Two {\n  func half(of number: Int) -> Int { number.halved }\n}",
  ]

  @Test func findsACircleOfMembers() {
    #expect(folders(Self.extended) == ["A", "B"])
  }

  @Test(arguments: [
    "struct Three { let halved = 1 }", "func three(halved: Int) {}",
    "let three = numbers.map { halved in halved }", "func three() { let (halved, rest) = four() }",
  ])
  func passesOverAMemberOfAnAmbiguousName(text: String) {
    var files = Self.extended
    files["B/Three.swift"] = text
    #expect(folders(files) == [])
  }

  @Test func passesOverAMemberThatAnotherModuleMayHave() {
    #expect(folders(Self.extended, foreign: ["halved"]) == [])
  }

  @Test func passesOverAPrivateMember() {
    var files = Self.extended
    files["A/One.swift"] =
      files["A/One.swift"]?.replacing("  var halved", with: "  private var halved")
    #expect(folders(files) == [])
  }
}
