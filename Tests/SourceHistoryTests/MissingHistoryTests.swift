import Diagnostics
import Foundation
import SampleRepository
import Testing

@testable import SourceHistory

/// Where git cannot tell, nothing is invented, and one remark says why.
@Suite struct MissingHistoryTests {
  @Test func saysThatTheProgramIsNotThere() async throws {
    let repository = try await Self.repository()
    let git = Git(repository.folder, changes: ["PATH": "/nulle-part"])
    try await Self.expect("history.program", from: HistoryReader(git, lastDay: "2026-03-14"))
  }

  @Test func saysThatNothingIsCommitted() async throws {
    let repository = try await SampleRepository()
    try await Self.expect("history.repository", in: repository.folder)
  }

  @Test func saysThatTheFolderIsInNoRepository() async throws {
    let repository = try await Self.repository()
    try FileManager.default.removeItem(atPath: repository.folder + "/.git")
    try await Self.expect("history.repository", in: repository.folder)
  }

  @Test func readsNothingOfABareRepository() async throws {
    let repository = try await Self.repository()
    try await repository.git("clone", "--quiet", "--bare", ".", "nu")
    try await Self.expect("history.repository", in: repository.folder + "/nu")
  }

  @Test func believesNoDayOfAShallowClone() async throws {
    let repository = try await Self.repository()
    try await repository.git(
      "clone", "--quiet", "--depth=1", "file://" + repository.folder, "court")
    try await Self.expect("history.shallow", in: repository.folder + "/court")
  }

  @Test func respectsARefusalOfGit() async throws {
    let repository = try await Self.repository()
    let git = Git(
      repository.folder,
      changes: [
        "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
      ])
    let problem = try await Self.expect(
      "history.refused", from: HistoryReader(git, lastDay: "2026-03-14"))
    #expect(problem.message.english.contains("dubious ownership"))
    #expect(problem.suggestion?.english.contains("safe.directory") == true)
  }

  @Test func readsNothingOfADamagedRepository() async throws {
    let repository = try await Self.repository()
    try FileManager.default.removeItem(atPath: repository.folder + "/.git/objects")
    try FileManager.default.createDirectory(
      atPath: repository.folder + "/.git/objects", withIntermediateDirectories: true)
    try await Self.expect("history.refused", in: repository.folder)
  }

  @Test func knowsNothingOfAFileThatIsNotCommitted() async throws {
    let repository = try await Self.repository()
    try repository.write("Neuf.\n", to: "neuf.md")
    try repository.write("Changé.\n", to: "a.md")
    let history = try await SourceHistoryTests.history(of: repository)
    #expect(history["neuf.md"] == nil)
    #expect(history["a.md"]?.lastChange == "2026-01-01")
  }

  @Test func readsAWorkTreeBesideItsRepository() async throws {
    let repository = try await Self.repository()
    try await repository.git("worktree", "add", "--quiet", "autre")
    let reader = HistoryReader(of: repository.folder + "/autre", lastDay: "2026-03-14")
    #expect(await reader.history().0["a.md"]?.lastChange == "2026-01-01")
  }

  @Test func readsASubmoduleAsARepositoryOfItsOwn() async throws {
    let (inner, outer) = (try await Self.repository(), try await Self.repository())
    try await outer.git("submodule", "--quiet", "add", "file://" + inner.folder, "content")
    try await outer.commit(on: "2026-02-01T10:00:00Z")
    let whole = try await SourceHistoryTests.history(of: outer)
    #expect(whole["content/a.md"] == nil)
    let reader = HistoryReader(of: outer.folder + "/content", lastDay: "2026-03-14")
    #expect(await reader.history().0["a.md"]?.lastChange == "2026-01-01")
  }

  private static func repository() async throws -> SampleRepository {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    return repository
  }

  private static func expect(_ id: String, in folder: String) async throws {
    try await expect(id, from: HistoryReader(of: folder, lastDay: "2026-03-14"))
  }

  @discardableResult
  private static func expect(_ id: String, from reader: HistoryReader) async throws -> Diagnostic {
    let (history, problem) = await reader.history()
    #expect(history == .none)
    let found = try #require(problem)
    #expect(found.id == id)
    #expect(found.severity == .remark)
    return found
  }
}
