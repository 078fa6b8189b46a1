import Foundation
import Testing

struct ImportTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test func importsOnlyGoDownwards() throws {
    let imports = try ImportStatement.all(below: Self.sources)
    #expect(imports.count > 100)
    #expect(ModuleGraph.archipel.violations(in: imports) == [])
  }

  @Test func knowsEveryModule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(folders.sorted() == ModuleGraph.archipel.arrows.keys.sorted())
  }

  @Test func hasNoCycle() {
    #expect(ModuleGraph.archipel.modulesInCycles() == [])
  }

  @Test func keepsLeavesApart() {
    for leaf in ModuleGraph.leaves {
      let arrows = ModuleGraph.archipel.arrows[leaf] ?? []
      #expect(arrows.isDisjoint(with: ModuleGraph.leaves), "\(leaf)")
    }
  }

  @Test(arguments: [
    // Upwards, sideways, past the shell, and a package that is another module's.
    ("ContentModel/Sheets/Sheet.swift", "import SiteBuilding"),
    ("Theming/Theme.swift", "public import ContentModel"),
    ("SearchIndexing/Token.swift", "@preconcurrency import MarkdownRendering"),
    ("archipel/main.swift", "import SiteBuilding"),
    ("Diagnostics/Severity.swift", "import YAMLParsing"),
    ("Formats/Feed.swift", "import struct Crypto.SHA256"),
    // A C library outside its folder, and a module that the graph does not know.
    ("MarkdownRendering/Rendering/DocumentWriter.swift", "internal import CCmarkGFM"),
    ("SiteBuilding/Load/SiteLoader.swift", "import CStemmer"),
    ("Surprise/Surprise.swift", "import Diagnostics"),
  ])
  func refusesWrongArrow(path: String, statement: String) {
    let text = "/// A comment: import Nothing.\n\(statement)\n"
    let imports = ImportStatement.all(in: text, path: path)
    let violations = ModuleGraph.archipel.violations(in: imports)
    #expect(violations.count == 1)
    #expect(violations.allSatisfy { $0.hasPrefix("\(path):2: ") })
  }

  @Test(arguments: [
    ("MarkdownRendering/Tree/SyntaxNode.swift", "internal import CCmarkGFM"),
    ("SiteBuilding/Load/SiteLoader.swift", "import Theming"),
    ("Formats/Feed.swift", "public import FoundationEssentials"),
    ("Formats/Feed.swift", "let important = true"),
  ])
  func acceptsRightArrow(path: String, statement: String) {
    let imports = ImportStatement.all(in: statement, path: path)
    #expect(ModuleGraph.archipel.violations(in: imports) == [])
  }

  @Test func findsCycle() {
    let graph = ModuleGraph(
      arrows: ["A": ["B"], "B": ["C"], "C": ["B", "D"], "D": [], "E": ["A"]], foldersOfC: [:])
    #expect(graph.modulesInCycles() == ["B", "C"])
  }
}
