import SampleRepository
import Testing

@testable import SourceHistory

/// A file keeps its history under its new names, and no other file's.
@Suite struct RenamedFileTests {
  private let text = String(repeating: "Une ligne parmi d’autres.\n", count: 20)

  @Test func followsAFileFromNameToName() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(
      ["a.md": text], by: "Yann <y@exemple.fr>", on: "2026-01-01T10:00:00Z")
    try await repository.git("mv", "a.md", "b.md")
    try await repository.commit(["b.md": text + "De plus.\n"], on: "2026-01-02T10:00:00Z")
    try await repository.git("mv", "b.md", "c.md")
    try await repository.commit(by: "Lou <l@exemple.fr>", on: "2026-01-03T10:00:00Z")
    let file = try await SourceHistoryTests.history(of: repository)["c.md"]
    // To move a file is not to change it.
    #expect(file?.lastChange == "2026-01-02")
    #expect(file?.contributors == ["Yann", "Marie"])
  }

  @Test func takesTheRenamesOfACommitTogether() {
    var parser = GitLogParser(lastDay: "2026-03-14")
    for token in [
      "@2026-01-03\u{1F}Lou", "\nR100", "a", "b", "R090", "b", "a",
      "@2026-01-02\u{1F}Marie", "\nA", "b", "@2026-01-01\u{1F}Yann", "\nA", "a",
    ] {
      parser.consume(Array(token.utf8) + [0])
    }
    let history = parser.finish(state: "") { $0 }
    #expect(history["b"] == SourceHistory.File(lastChange: "2026-01-01", contributors: ["Yann"]))
    #expect(
      history["a"] == SourceHistory.File(lastChange: "2026-01-03", contributors: ["Marie", "Lou"]))
  }

  @Test func givesANewFileNothingOfADeletedOneOfItsName() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(
      ["a.md": "Ancien.\n"], by: "Yann <y@exemple.fr>", on: "2026-01-01T10:00:00Z")
    try await repository.git("rm", "--quiet", "a.md")
    try await repository.commit(by: "Yann <y@exemple.fr>", on: "2026-01-02T10:00:00Z")
    try await repository.commit(["a.md": "Neuf.\n"], on: "2026-01-03T10:00:00Z")
    let file = try await SourceHistoryTests.history(of: repository)["a.md"]
    #expect(file?.contributors == ["Marie"])
  }

  @Test func givesANewFileNothingOfAMovedOneOfItsName() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(
      ["a.md": text], by: "Yann <y@exemple.fr>", on: "2026-01-01T10:00:00Z")
    try await repository.git("mv", "a.md", "b.md")
    try await repository.commit(on: "2026-01-02T10:00:00Z")
    try await repository.commit(["a.md": "Neuf.\n"], on: "2026-01-03T10:00:00Z")
    let history = try await SourceHistoryTests.history(of: repository)
    #expect(history["a.md"]?.contributors == ["Marie"])
    #expect(history["b.md"]?.contributors == ["Yann"])
    #expect(history["b.md"]?.lastChange == "2026-01-01")
  }
}
