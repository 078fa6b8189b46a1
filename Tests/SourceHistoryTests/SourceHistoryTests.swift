import Diagnostics
import Foundation
import SampleRepository
import Testing

@testable import SourceHistory

@Suite struct SourceHistoryTests {
  @Test func tellsTheDayOfTheLastChangeWhereItsAuthorWas() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1", "b.md": "1"], on: "2026-01-02T00:30:00+0200")
    try await repository.commit(["a.md": "2"], on: "2026-02-03T23:30:00-0500")
    let history = try await Self.history(of: repository)
    #expect(history["a.md"]?.lastChange == "2026-02-03")
    #expect(history["b.md"]?.lastChange == "2026-01-02")
    #expect(history["c.md"] == nil)
  }

  @Test func namesWhoChangedAFileInTheOrderOfTheirFirstChange() async throws {
    let repository = try await SampleRepository()
    let (marie, yann) = ("Marie <marie@exemple.fr>", "Yann <yann@exemple.fr>")
    try await repository.commit(["a.md": "1"], by: yann, on: "2026-01-01T10:00:00Z")
    try await repository.commit(["a.md": "2"], by: marie, on: "2026-01-02T10:00:00Z")
    try await repository.commit(["a.md": "3"], by: yann, on: "2026-01-03T10:00:00Z")
    #expect(try await Self.history(of: repository)["a.md"]?.contributors == ["Yann", "Marie"])
  }

  @Test func countsCoAuthorsAndOnePersonOnceUnderTheNameOfTheMailmap() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(
      [
        "a.md": "1",
        ".mailmap": """
        Marie <marie@exemple.fr> <m@ancien.fr>
        Gaël <gael@exemple.fr> <g@ancien.fr>
        """,
      ], by: "marie-72 <m@ancien.fr>", on: "2026-01-01T10:00:00Z",
      message: "Écrit\n\nco-authored-by: gg <g@ancien.fr>\nCo-authored-by: Lou <lou@exemple.fr>")
    try await repository.commit(["a.md": "2"], on: "2026-01-02T10:00:00Z")
    try await repository.commit(
      ["a.md": "3"], by: "renovate[bot] <r@exemple.fr>", on: "2026-01-03T10:00:00Z")
    let people = try await Self.history(of: repository)["a.md"]?.contributors
    #expect(people == ["Gaël", "Lou", "Marie"])
  }

  @Test func doesNotBelieveADayToCome() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    try await repository.commit(["a.md": "2", "b.md": "2"], on: "2037-01-01T10:00:00Z")
    let history = try await Self.history(of: repository)
    #expect(history["a.md"]?.lastChange == "2026-01-01")
    #expect(history["b.md"] == SourceHistory.File(lastChange: nil, contributors: ["Marie"]))
  }

  @Test func countsWhatCameByAMerge() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1", "b.md": "1"], on: "2026-01-01T10:00:00Z")
    try await repository.git("checkout", "--quiet", "-b", "autre")
    try await repository.commit(
      ["a.md": "2"], by: "Yann <yann@exemple.fr>", on: "2026-01-02T10:00:00Z")
    try await repository.git("checkout", "--quiet", "main")
    try await repository.commit(["b.md": "2"], on: "2026-01-03T10:00:00Z")
    try await repository.git("merge", "--quiet", "-m", "Réunit", "autre")
    let history = try await Self.history(of: repository)
    #expect(history["a.md"]?.lastChange == "2026-01-02")
    #expect(history["a.md"]?.contributors == ["Marie", "Yann"])
    #expect(history["b.md"]?.lastChange == "2026-01-03")
  }

  /// Settings of a user or of a clone, each of which changes what `git log` writes by itself.
  static let settings = [
    "log.showSignature=true", "log.showRoot=false", "log.decorate=full", "log.mailmap=false",
    "log.date=relative", "log.follow=true", "color.ui=always", "core.quotePath=true",
    "format.pretty=oneline", "diff.renames=false", "diff.renameLimit=1", "diff.relative=false",
    "diff.noprefix=true", "i18n.logOutputEncoding=ISO-8859-1", "mailmap.file=ailleurs",
    "trailer.separators=#", "core.commentChar=C", "diff.external=false", "core.pager=false",
    "log.diffMerges=separate",
  ]

  @Test(arguments: settings)
  func dependsOnNoSetting(_ setting: String) async throws {
    let repository = try await SampleRepository()
    let text = String(repeating: "Une ligne parmi d’autres.\n", count: 20)
    try await repository.commit(
      ["é.md": text, "ailleurs": "X <x@x> <marie@exemple.fr>"],
      on: "2026-01-01T10:00:00Z", message: "Écrit\n\nCo-authored-by: Gaël <g@exemple.fr>")
    try await repository.git("mv", "é.md", "ê.md")
    try await repository.commit(["ê.md": text + "De plus.\n"], on: "2026-01-02T10:00:00Z")
    let parts = setting.split(separator: "=")
    try await repository.git("config", String(parts[0]), String(parts[1]))
    let history = try await Self.history(of: repository)
    #expect(
      history["ê.md"]
        == SourceHistory.File(lastChange: "2026-01-02", contributors: ["Gaël", "Marie"]))
  }

  @Test(arguments: ["a\nb.md", "@2026.md", "R100", "M\t\"x\"", "e\u{301}.md", "😀 .md", "-x.md"])
  func readsAnyName(_ name: String) async throws {
    let repository = try await SampleRepository()
    try await repository.commit([:], on: "2026-01-01T10:00:00Z")
    try repository.write("1", to: name)
    try await repository.commit(["a.md": "1", "z.md": "1"], on: "2026-01-02T10:00:00Z")
    try await repository.commit(["z.md": "2"], on: "2026-01-03T10:00:00Z")
    let history = try await Self.history(of: repository)
    #expect(history[name]?.lastChange == "2026-01-02")
    #expect(history["z.md"]?.lastChange == "2026-01-03")
    #expect(history.count == 3)
  }

  @Test func tellsThePathsOfAFolderOfTheRepository() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(
      ["site/content/a.md": "1", "autre.md": "1"], on: "2026-01-01T10:00:00Z")
    let history = try await HistoryReader(of: repository.folder + "/site", lastDay: Self.today)
      .history()
    #expect(history.0["content/a.md"]?.lastChange == "2026-01-01")
    #expect(history.0.count == 1)
    #expect(history.1 == nil)
  }

  @Test func readsAgainOnlyWhenACommitIsAdded() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    let reader = HistoryReader(of: repository.folder, lastDay: Self.today)
    let first = await reader.history().0
    try repository.write("2", to: "a.md")
    #expect(await reader.history().0 == first)
    try await repository.commit(on: "2026-01-02T10:00:00Z")
    #expect(await reader.history().0["a.md"]?.lastChange == "2026-01-02")
  }

  @Test func readsAgainWhenTheMailmapChanges() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["site/a.md": "1"], on: "2026-01-01T10:00:00Z")
    let reader = HistoryReader(of: repository.folder + "/site", lastDay: Self.today)
    for name in ["Marie", "M.", "Une bénévole"] {
      try repository.write("\(name) <marie@exemple.fr>\n", to: ".mailmap")
      let history = await reader.history().0
      #expect(history["a.md"]?.contributors == [name])
      #expect(await reader.state() == history.state)
    }
  }

  @Test func tellsWhatItWasReadFrom() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    let reader = HistoryReader(of: repository.folder, lastDay: Self.today)
    let history = await reader.history().0
    try repository.write("2", to: "a.md")
    #expect(await reader.state() == history.state)
    try await repository.commit(on: "2026-01-02T10:00:00Z")
    #expect(await reader.state() != history.state)
  }

  /// Old ways to tell another history than that of the commits.
  @Test func followsNoGraft() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    try await repository.commit(["b.md": "2"], on: "2026-01-02T10:00:00Z")
    let head = try #require(
      FileManager.default.contents(atPath: repository.folder + "/.git/refs/heads/main"))
    try repository.write(String(decoding: head, as: UTF8.self), to: ".git/info/grafts")
    let history = try await Self.history(of: repository)
    #expect(history["a.md"]?.lastChange == "2026-01-01")
  }

  @Test func followsNoReplacementOfACommit() async throws {
    let repository = try await SampleRepository()
    try await repository.commit(["a.md": "1"], on: "2026-01-01T10:00:00Z")
    try await repository.commit(["b.md": "2"], on: "2026-01-02T10:00:00Z")
    try await repository.git("replace", "--graft", "HEAD")
    let history = try await Self.history(of: repository)
    #expect(history["a.md"]?.lastChange == "2026-01-01")
  }

  static let today = "2026-03-14"

  static func history(of repository: SampleRepository) async throws -> SourceHistory {
    let (history, problem) = await HistoryReader(of: repository.folder, lastDay: today).history()
    #expect(problem == nil)
    return history
  }
}
