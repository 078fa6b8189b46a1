import Foundation
import SampleRepository
import Subprocess
import Testing

@testable import SourceHistory

/// What is written is kept in the history: its own files alone, and nothing of a stranger is run.
@Suite struct HistoryKeeperTests {
  private static let file = "content/a.md"

  private static func repository() async throws -> SampleRepository {
    let repository = try await SampleRepository()
    try await repository.commit(
      [file: "Un.\n", "content/b.md": "Deux.\n", "autre.txt": "x\n"],
      on: "2026-01-02T10:00:00+0100")
    return repository
  }

  private static func change(
    _ text: String?, branch: String? = nil, message: String = "Modifie « A »"
  ) -> HistoryKeeper.Change {
    HistoryKeeper.Change(
      [(file, text.map { Array($0.utf8) })], name: "Anne Le Goff", mail: "anne@exemple.fr",
      message: message, branch: branch)
  }

  private static func answer(_ repository: SampleRepository, _ arguments: String...) async throws
    -> String
  {
    let result = try await run(
      .name("git"), arguments: Arguments(["-C", repository.folder] + arguments),
      output: .string(limit: 1 << 16))
    return result.standardOutput
  }

  @Test func commitsTheFileAndNothingElse() async throws {
    let repository = try await Self.repository()
    try repository.write("Encore.\n", to: Self.file)
    try repository.write("Mis de côté.\n", to: "autre.txt")
    try await repository.git("add", "autre.txt")
    try repository.write("En cours.\n", to: "content/b.md")
    let keeper = HistoryKeeper(of: repository.folder)
    let commit = try #require(try await keeper.keep(Self.change("Encore.\n")))
    #expect(try await Self.answer(repository, "rev-parse", "HEAD") == commit + "\n")
    #expect(
      try await Self.answer(repository, "show", "--format=%an <%ae>%n%s", "--name-only", "HEAD")
        == "Anne Le Goff <anne@exemple.fr>\nModifie « A »\n\ncontent/a.md\n")
    // What was staged is so still, and what was changed too.
    #expect(
      try await Self.answer(repository, "status", "--porcelain")
        == "M  autre.txt\n M content/b.md\n")
    #expect(try await keeper.keep(Self.change("Encore.\n")) == nil)
  }

  @Test func takesTheWayToAFolderInTheRepository() async throws {
    let repository = try await Self.repository()
    let keeper = HistoryKeeper(of: repository.folder + "/content")
    let change = HistoryKeeper.Change(
      [("été [1].md", Array("Un.\n".utf8))], name: "Anne", mail: "a@b.fr", message: "Ajoute")
    #expect(try await keeper.keep(change) != nil)
    #expect(
      try await Self.answer(
        repository, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD"
      )
      .contains("content/été [1].md\n"))
    #expect(try await keeper.entries(ofFileAt: "été [1].md").map(\.message) == ["Ajoute"])
  }

  @Test func commitsTheEndOfAFile() async throws {
    let repository = try await Self.repository()
    try FileManager.default.removeItem(atPath: repository.folder + "/" + Self.file)
    #expect(try await HistoryKeeper(of: repository.folder).keep(Self.change(nil)) != nil)
    #expect(try await Self.answer(repository, "status", "--porcelain") == "")
    #expect(
      try await Self.answer(repository, "ls-tree", "-r", "--name-only", "HEAD")
        == "autre.txt\ncontent/b.md\n")
  }

  @Test func keepsOnAnotherBranchWithoutLeavingThisOne() async throws {
    let repository = try await Self.repository()
    let head = try await Self.answer(repository, "rev-parse", "HEAD")
    try repository.write("Encore.\n", to: Self.file)
    let keeper = HistoryKeeper(of: repository.folder)
    _ = try await keeper.keep(Self.change("Encore.\n", branch: "bureau/anne"))
    _ = try await keeper.keep(Self.change("Et encore.\n", branch: "bureau/anne"))
    #expect(try await Self.answer(repository, "rev-parse", "HEAD") == head)
    #expect(try await Self.answer(repository, "show", "bureau/anne:content/a.md") == "Et encore.\n")
    #expect(
      try await Self.answer(repository, "rev-list", "--count", "main..bureau/anne") == "2\n")
    #expect(try await Self.answer(repository, "status", "--porcelain") == " M content/a.md\n")
  }

  @Test func commitsFirstInARepositoryWithoutAny() async throws {
    let repository = try await SampleRepository()
    let keeper = HistoryKeeper(of: repository.folder)
    #expect(try await keeper.state().branch == "main")
    #expect(try await keeper.keep(Self.change("Un.\n")) != nil)
    #expect(try await keeper.entries(ofFileAt: Self.file).map(\.author) == ["Anne Le Goff"])
  }

  @Test func saysWhereNothingCanBeKept() async throws {
    let repository = try await Self.repository()
    try await repository.git("checkout", "--quiet", "--detach")
    let keeper = HistoryKeeper(of: repository.folder)
    await #expect(throws: HistoryRefusal.noCurrentBranch) { try await keeper.state() }
    let elsewhere = try await Self.repository()
    try FileManager.default.removeItem(atPath: repository.folder + "/.git")
    await #expect(throws: GitFailure.noRepository) { try await keeper.state() }
    // A folder that says it is of somebody else's repository.
    try repository.write("gitdir: \(elsewhere.folder)/.git\n", to: ".git")
    await #expect(throws: HistoryRefusal.self) { try await keeper.keep(Self.change("x")) }
    #expect(try await Self.answer(elsewhere, "rev-list", "--count", "HEAD") == "1\n")
  }

  @Test func keepsInALinkedWorkTree() async throws {
    let repository = try await Self.repository()
    try await repository.git("worktree", "add", "--quiet", "-b", "deux", "arbre")
    let keeper = HistoryKeeper(of: repository.folder + "/arbre")
    #expect(try await keeper.keep(Self.change("Encore.\n")) != nil)
    #expect(try await Self.answer(repository, "show", "deux:content/a.md") == "Encore.\n")
  }

  @Test func runsNothingOfAHostileRepository() async throws {
    let repository = try await Self.repository()
    let mark = repository.folder + "/LANCE"
    let program = repository.folder + "/.git/piege"
    try Data("#!/bin/sh\ntouch '\(mark)'\ncat\n".utf8).write(to: URL(filePath: program))
    let hooks = repository.folder + "/pieges"
    try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
    let names = [
      "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction",
      "post-index-change", "pre-push", "post-checkout", "pre-auto-gc", "fsmonitor-watchman",
    ]
    for folder in [hooks, repository.folder + "/.git/hooks"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in names {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
        try FileManager.default.copyItem(atPath: program, toPath: folder + "/" + name)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder + "/" + name)
      }
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try repository.write("* filter=piege diff=piege merge=piege text=auto\n", to: ".gitattributes")
    let target = repository.folder + "/.git/cible"
    try await repository.git("init", "--quiet", "--bare", target)
    for (key, value) in [
      "core.fsmonitor": program, "core.pager": program, "core.editor": program,
      "core.sshCommand": program, "core.gitProxy": program, "core.askPass": program,
      "core.alternateRefsCommand": program, "filter.piege.clean": program,
      "filter.piege.smudge": program, "filter.piege.process": program,
      "filter.piege.required": "true",
      "diff.piege.textconv": program, "diff.piege.command": program, "diff.external": program,
      "gpg.program": program, "gpg.ssh.program": program, "commit.gpgSign": "true",
      "credential.helper": "!\(program)", "uploadpack.packObjectsHook": program,
      "remote.origin.receivepack": program, "remote.origin.uploadpack": program,
      "remote.origin.vcs": "piege", "url.ext::\(program).insteadOf": "ici:",
      "sequence.editor": program, "interactive.diffFilter": program, "trailer.x.command": program,
      "log.showSignature": "true", "core.hooksPath": hooks, "remote.origin.url": target,
    ] { try await repository.git("config", key, value) }
    try? FileManager.default.removeItem(atPath: mark)

    let keeper = HistoryKeeper(
      Git(repository.folder, changes: ["GIT_LITERAL_PATHSPECS": "1"]), protocols: "file")
    _ = try await keeper.state()
    try repository.write("Encore.\r\n", to: Self.file)
    #expect(try await keeper.keep(Self.change("Encore.\r\n")) != nil)
    _ = try await keeper.keep(Self.change("Et encore.\n", branch: "autre"))
    #expect(try await keeper.entries(ofFileAt: Self.file).count == 2)
    try await keeper.send(branch: "main")
    _ = await HistoryReader(of: repository.folder, lastDay: "2026-12-31").history()
    #expect(!FileManager.default.fileExists(atPath: mark))
    // The bytes are those that were given: nothing was converted.
    let kept = try await run(
      .name("git"), arguments: ["-C", target, "cat-file", "blob", "main:content/a.md"],
      output: .string(limit: 1 << 10))
    #expect(kept.standardOutput == "Encore.\r\n")
  }

  @Test(arguments: ["ext::sh -c touch% LANCE", "-oProxyCommand=touch LANCE", "/un/dossier"])
  func sendsByTheWaysOfForgesAlone(address: String) async throws {
    let repository = try await Self.repository()
    try await repository.git("config", "remote.origin.url", address)
    await #expect(throws: (any Error).self) {
      try await HistoryKeeper(of: repository.folder).send(branch: "main")
    }
    #expect(!FileManager.default.fileExists(atPath: repository.folder + "/LANCE"))
  }
}
