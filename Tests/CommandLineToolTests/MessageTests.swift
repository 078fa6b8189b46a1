import Foundation
import Testing

@Suite struct MessageTests {
  private static func program() throws -> Program {
    let program = try Program()
    try program.write("title: Lab\n", to: "archipel.yaml")
    try program.write("---\ntitre: A\ndate: 2026-13-01\n---\n", to: "content/b.md")
    try program.write("Un [lien](rien.md) mort.\n", to: "content/a.md")
    return program
  }

  @Test func saysMistakesInFrench() throws {
    let run = try Self.program().run("build")
    #expect(
      run.errors == """
        content/a.md:1:11: avertissement: lien mort vers « rien.md » [link.dangling]
          1 | Un [lien](rien.md) mort.
            |           ^~~~~~~
          attendu : le chemin d’un fichier depuis cette fiche, comme « ../methodes/world-cafe.md », ou [[le titre d’une fiche]]
        content/b.md:3:7: erreur: date illisible « 2026-13-01 » [front-matter.date]
          3 | date: 2026-13-01
            |       ^~~~~~~~~~
          attendu : année-mois-jour, comme « 2026-03-14 »

        """)
    let line =
      #/1 erreur, 1 avertissement : rien n’est publié, le site en ligne n’a pas changé \(\d+,\d\d s\)\n/#
    #expect(run.output.wholeMatch(of: line) != nil, "\(run.output)")
  }

  @Test(arguments: [["--lang", "en"], []])
  func saysMistakesInEnglish(options: [String]) throws {
    let script = "exec $archipel build " + options.joined(separator: " ")
    let run = try Self.program().run(
      script: options.isEmpty ? "LANG=en_GB.UTF-8 " + script : script)
    #expect(
      run.errors == """
        content/a.md:1:11: warning: dangling link to “rien.md” [link.dangling]
          1 | Un [lien](rien.md) mort.
            |           ^~~~~~~
          expected: the path of a file from this sheet, as “../methodes/world-cafe.md”, or [[the title of a sheet]]
        content/b.md:3:7: error: unreadable date “2026-13-01” [front-matter.date]
          3 | date: 2026-13-01
            |       ^~~~~~~~~~
          expected: year-month-day, as “2026-03-14”

        """)
    let line =
      #/1 error, 1 warning: nothing is published, the site has not changed \(\d+\.\d\d s\)\n/#
    #expect(run.output.wholeMatch(of: line) != nil, "\(run.output)")
  }

  @Test(arguments: ["fr_FR.UTF-8", "br_FR.UTF-8", "C.UTF-8", ""])
  func speaksFrenchUnlessTheSystemIsInEnglish(system: String) throws {
    let run = try Self.program().run("check", environment: ["LANG": system])
    #expect(run.errors.contains("erreur: date illisible"))
  }

  @Test func closesWithCountsAndTime() throws {
    let program = try Program()
    try program.write("Un [lien](rien.md) mort.\n", to: "content/index.md")
    try program.write("A.\n", to: "content/a.md")
    let built = try program.run("build").output
    let line = #/6 pages, \d\d fichiers, 0 erreur, 1 avertissement, en \d+,\d\d s → .*output\n/#
    #expect(built.wholeMatch(of: line) != nil, "\(built)")
    let checked = try program.run("check", "--lang", "en").output
    #expect(
      checked.wholeMatch(of: #/6 pages: 0 errors, 1 warning, 2 remarks, in \d+\.\d\d s\n/#) != nil,
      "\(checked)")
  }

  @Test func writesAnObjectALineForScripts() throws {
    let run = try Self.program().run("build", "--format", "json")
    #expect(run.status == 1)
    #expect(run.output == "")
    let objects = try run.errorLines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["id"] as? String } == ["link.dangling", "front-matter.date"])
    #expect(objects.map { $0["severity"] as? String } == ["warning", "error"])
    #expect(objects.map { $0["path"] as? String } == ["content/a.md", "content/b.md"])
    #expect(objects.map { $0["line"] as? Int } == [1, 3])
    #expect(objects.map { $0["column"] as? Int } == [11, 7])
    #expect(objects[1]["message"] as? String == "date illisible « 2026-13-01 »")
  }

  @Test func suggestsInScriptsToo() throws {
    let program = try Program()
    try program.write("[lien](auter.md)\n", to: "content/autre.md")
    let run = try program.run("check", "--format", "json", "--lang", "en")
    #expect(run.errors.contains(#""suggestion":"did you mean “autre.md”?""#))
  }

  @Test func isSilentAboutProgressInAPipe() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    let run = try program.run(script: "$archipel build 2>&1 >/dev/null | cat")
    #expect(run.output == "")
  }

  @Test func showsProgressOnATerminal() throws {
    let program = try Program()
    try program.write("Bonjour.\n", to: "content/index.md")
    let run = try program.run(script: "script -qec '$archipel build' /dev/null </dev/null")
    for phase in ["lecture…", "liens…", "pages…", "publication…"] {
      #expect(run.output.contains(phase), "\(phase)")
    }
    #expect(run.output.contains("\r\u{1B}[K"))
  }
}
