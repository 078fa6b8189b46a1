import Foundation
import Testing

/// A new site to import into, with the program and the tools that make the documents of a test.
struct ImportedLab {
  let program: Program

  /// Makes the site in `site`.
  init() throws {
    program = try Program()
    #expect(try program.run("init", "site").status == 0)
  }

  /// A picture of one dot.
  static let dot =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
    ) ?? Data()

  func write(_ bytes: Data, to path: String) throws {
    let file = URL(filePath: program.root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Makes a document of a Markdown file with pandoc.
  func convert(_ markdown: String, to file: String) throws {
    try program.write(markdown, to: "texte.md")
    try write(Self.dot, to: "plan.png")
    let run = try program.run(script: "pandoc --standalone texte.md -o '\(file)'")
    #expect(run.status == 0, "\(run.errors)")
  }

  func imports(_ arguments: String...) throws -> Program.Run {
    try program.run(withArguments: ["import"] + arguments + ["--source", "site"])
  }

  func text(of path: String) throws -> String {
    try #require(program.text(of: "site/content/" + path), "no \(path)")
  }

  /// The files of the content that are there since the site was made, by path.
  func pictures() -> [String] {
    program.files(in: "site/content").keys.filter { $0.hasSuffix(".png") }.sorted()
  }

  /// Expects `archipel check` to find nothing wrong.
  func expectCleanCheck() throws {
    let check = try program.run("check", "--strict", "--source", "site")
    #expect(check.status == 0, "\(check.errors)")
  }

  /// The words of a text, marks and front matter left out.
  static func words(_ text: String) -> [String] {
    text.replacing(/(?s)\A---\n.*?\n---\n/, with: "").replacing(/\]\([^)]*\)/, with: "]")
      .split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }
}
