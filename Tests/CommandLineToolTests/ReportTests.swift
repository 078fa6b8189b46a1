import Foundation
import Testing

/// How `archipel check` tells what it has found.
@Suite struct ReportTests {
  /// A site of twelve sheets without a summary, of which one has a dead link.
  private static func program() throws -> Program {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    for number in 0..<12 {
      let previous = (number + 11) % 12
      try program.write("Voir [la fiche](f\(previous).md).\n", to: "content/f\(number).md")
    }
    try program.write("[F](f11.md), [rien](rien.md) et [rien](rien.md)\n", to: "content/f0.md")
    return program
  }

  @Test func groupsByCauseAndSaysWhereToBegin() throws {
    let run = try Self.program().run("check")
    #expect(run.status == 0)
    #expect(run.errorLines.first == "2 avertissements [link.dangling] dans 1 fichier")
    #expect(run.errorLines.contains("12 remarques [check.no-summary] dans 12 fichiers"))
    #expect(
      run.errorLines.count { $0.hasSuffix("remarque: pas de résumé [check.no-summary]") } == 5)
    #expect(run.errorLines.contains("  … et 7 de plus : « --all » montre tout"))
    #expect(
      run.errorLines.last?.hasPrefix(
        "À corriger d’abord : [link.dangling], 2 des 14 constats : lien mort") == true)
    #expect(run.output.contains(" pages : 0 erreur, 2 avertissements, 12 remarques, en "))
  }

  @Test func keepsRemarksForAfterTheErrors() throws {
    let program = try Self.program()
    let run = try program.run("check", "--strict")
    #expect(run.errorLines.first == "2 erreurs [link.dangling] dans 1 fichier")
    #expect(run.errorLines.last == "12 remarques, à lire ensuite : « --all » montre tout")
    #expect(!run.errors.contains("check.no-summary"))
    #expect(run.output.contains(" 2 erreurs, 0 avertissement, 12 remarques, en "))
    let all = try program.run("check", "--strict", "--all")
    #expect(all.errors.contains("12 remarques [check.no-summary] dans 12 fichiers"))
    #expect(!all.errors.contains("à lire ensuite"))
  }

  @Test func showsEverythingWhenAsked() throws {
    let run = try Self.program().run("check", "--all", "--lang", "en")
    #expect(run.errorLines.count { $0.hasSuffix("remark: no summary [check.no-summary]") } == 12)
    #expect(run.errorLines.contains("12 remarks [check.no-summary] in 12 files"))
    #expect(!run.errors.contains("--all"))
  }

  @Test func buildsShowFiveOfAKind() throws {
    let program = try Program()
    for number in 0..<30 {
      try program.write(
        "Voir [rien](rien\(number).md).\n\n![](plan.svg)\n", to: "content/f\(number).md")
    }
    let run = try program.run("build")
    #expect(run.errorLines.contains("30 avertissements [link.dangling] dans 30 fichiers"))
    #expect(run.errorLines.count { $0.hasSuffix("[link.dangling]") } <= 5)
    #expect(
      run.errorLines.contains { $0.hasSuffix(" de plus : « archipel check --all » montre tout") })
    #expect(run.errorLines.count <= 60)
    let whole = try program.run("build", "--format", "json")
    #expect(whole.errorLines.count { $0.contains("\"link.dangling\"") } == 30)
  }

  @Test func countsThePagesInNoList() throws {
    let program = try Program()
    for name in ["a", "b"] {
      try program.write("---\nhors_listes: oui\n---\nTexte.\n", to: "content/\(name).md")
    }
    let run = try program.run("build")
    let end = run.output + run.errors
    #expect(end.contains("0 avertissement, 2 pages hors des listes, en "), "\(end)")
    #expect(end.contains("« archipel check --all » nomme les pages hors des listes"))
    let all = try program.run("check", "--all")
    let named = all.errorLines.filter { $0.contains("[sheet.unlisted]") }
    #expect(named.count { $0.contains("content/") } == 2)
    try program.write("---\nbrouillon: oui\n---\nTexte.\n", to: "content/b.md")
    let mixed = try program.run("build", "--lang", "en")
    #expect(
      (mixed.output + mixed.errors).contains(", 1 sheet held back, 1 unlisted page, in "))
  }

  /// A carriage return and a line feed are one `Character`, and end a line all the same.
  @Test func letsNoValueWriteALineOfItsOwn() throws {
    let program = try Program()
    try program.write(
      "---\ntitre: A\ndate: \"x\\r\\n::stop-commands::y\\e[31m\\u202E\"\n---\n", to: "content/a.md")
    let annotated = try program.run("build", "--format", "github")
    #expect(annotated.output.contains("x%0D%0A::stop-commands::y"))
    #expect(!annotated.output.contains("\r") && !annotated.output.contains("\u{202E}"))
    let said = try program.run("build").errors
    #expect(said.contains("x") && !said.contains("\r") && !said.contains("\u{1B}"))
    #expect(!said.contains("\u{202E}") && !said.contains("\n::stop"))
  }

  @Test func annotatesForGitHub() throws {
    let program = try Program()
    try program.write("Avec 100 % d’« été », [rien](rien,100%:a.md).\n", to: "content/a,b.md")
    let run = try program.run("check", "--format", "github")
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    let warning = try #require(lines.first { $0.hasPrefix("::warning ") })
    #expect(
      warning.hasPrefix("::warning file=content/a%2Cb.md,line=1,col=30,title=link.dangling::"))
    #expect(warning.contains("rien,100%25:a.md"))
    #expect(lines.contains { $0.hasPrefix("::notice file=content/a%2Cb.md,title=check.orphan::") })
  }

  @Test func writesSARIF() throws {
    let run = try Self.program().run("check", "--format", "sarif")
    #expect(run.errors == "")
    let log = try JSONDecoder().decode(Log.self, from: Data(run.output.utf8))
    #expect(log.version == "2.1.0")
    let findings = try #require(log.runs.first)
    #expect(findings.tool.driver.rules.map(\.id) == ["check.no-summary", "link.dangling"])
    #expect(findings.results.count == 14)
    let link = try #require(findings.results.first { $0.ruleId == "link.dangling" })
    #expect(link.level == "warning" && link.ruleIndex == 1)
    let place = try #require(link.locations.first?.physicalLocation)
    #expect(place.artifactLocation.uri == "content/f0.md")
    #expect(place.region?.startLine == 1 && place.region?.startColumn == 21)
    #expect(place.region?.endColumn == 28)
  }

  @Test(arguments: [("2026-03-14", 0), ("2026-03-15", 1)])
  func takesTheDayAsAnInput(day: String, count: Int) throws {
    let program = try Program()
    try program.write(
      "libelle: Fiche\ndossier: f\nchamps: { revoir_le: { type: date, revision: oui } }\n",
      to: "content/_types/fiche.yaml")
    try program.write("---\nrevoir_le: 2026-03-14\n---\nÀ revoir.\n", to: "content/f/a.md")
    let run = try program.run("check", "--date", day)
    #expect(run.errorLines.count { $0.contains("[check.overdue-review]") } == count)
  }

  @Test func refusesWhatIsNoDay() throws {
    let run = try Program().run("check", "--date", "hier")
    #expect(run.status == 64)
    #expect(run.errors.contains("2026-03-14"))
  }

  @Test func saysWhatIsMissingToAskOtherSites() throws {
    let program = try Program()
    try program.write("[Ailleurs](https://exemple.invalid/)\n", to: "content/a.md")
    let run = try program.run("check", "--external", environment: ["PATH": program.root])
    #expect(run.status == 2)
    #expect(run.errors == "archipel: le programme « curl » n’est pas installé : apt install curl\n")
    #expect(try program.run("check", environment: ["PATH": program.root]).status == 0)
  }

  /// What is read of a SARIF log.
  private struct Log: Decodable {
    struct Run: Decodable {
      let tool: Tool
      let results: [Result]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable { let rules: [Rule] }
    struct Rule: Decodable { let id: String }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let locations: [Location]
    }
    struct Location: Decodable { let physicalLocation: Place }
    struct Place: Decodable {
      let artifactLocation: Artifact
      let region: Region?
    }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable {
      let startLine: Int
      let startColumn: Int
      let endColumn: Int
    }
    let version: String
    let runs: [Run]
  }
}
