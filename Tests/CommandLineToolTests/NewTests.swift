import Foundation
import Testing

@Suite struct NewTests {
  private static func program() throws -> Program {
    let program = try Program()
    try program.write(
      "libelle: Outil\ndossier: outils\nchamps: { but: { libelle: But } }\n"
        + "squelette: |\n  but: \"\"\n", to: "content/_types/outil.yaml")
    return program
  }

  @Test func writesTheSkeletonOfAType() throws {
    let program = try Self.program()
    let run = try program.run("new", "outil", "L'été « à » Brest")
    #expect(run.status == 0)
    #expect(run.output == "fiche créée : content/outils/l-ete-a-brest.md\n")
    #expect(
      program.text(of: "content/outils/l-ete-a-brest.md")
        == "---\ntitre: \"L'été « à » Brest\"\nresume: \"\"\nbut: \"\"\n---\n\n")
    #expect(try program.run("build", "--strict").status == 0)
  }

  @Test func keepsQuotesAndBackslashesOfATitle() throws {
    let program = try Self.program()
    #expect(try program.run("new", "page", #"Dire "oui" \ non"#).status == 0)
    #expect(try program.run("build").status == 0)
    let page = program.text(of: "output/dire-oui-non/index.html")
    #expect(page?.contains(#"Dire &quot;oui&quot; \ non"#) == true)
  }

  @Test func neverOverwrites() throws {
    let program = try Self.program()
    try program.write("à moi", to: "content/outils/a.md")
    let run = try program.run("new", "outil", "A")
    #expect(run.status == 1)
    #expect(run.errors.contains("[new.exists]"))
    #expect(program.text(of: "content/outils/a.md") == "à moi")
  }

  @Test func suggestsATypeForAnUnknownOne() throws {
    let program = try Self.program()
    let run = try program.run("new", "outli", "A", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.errors.contains("unknown type “outli” [new.type]"))
    #expect(run.errors.contains("did you mean “outil”?"))
    #expect(run.errors.contains("expected: outil, page"))
  }

  @Test(arguments: ["", "…", "///"])
  func refusesATitleWithoutLetters(title: String) throws {
    let run = try Self.program().run("new", "page", title)
    #expect(run.status == 1)
    #expect(run.errors.contains("[new.title]"))
  }

  @Test func startsATranslationBesideItsOriginal() throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "L'été").status == 0)
    let run = try program.run("new", "outil", "L'été", "--translate", "br")
    #expect(run.output == "fiche créée : content/outils/l-ete.br.md\n")
    let text = program.text(of: "content/outils/l-ete.br.md")
    #expect(text?.contains("titre: \"L'été\"\n") == true)
    #expect(text?.contains("# but:\n") == true)
    #expect(try program.run("build", "--strict").status == 0)
    #expect(program.text(of: "output/br/outils/l-ete/index.html") != nil)
  }

  @Test(arguments: [("Létè", "br", "new.original"), ("L'été", "zz", "new.language")])
  func refusesATranslationOfNothing(title: String, language: String, id: String) throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "L'été").status == 0)
    let run = try program.run("new", "outil", title, "--translate", language)
    #expect(run.status == 1)
    #expect(run.errors.contains("[\(id)]"))
  }

  @Test func writesEverySheetThatTheStarterDeclares() throws {
    let program = try Program()
    #expect(try program.run("init", "site").status == 0)
    let run = try program.run("new", "methode", "Ma méthode", "--source", "site")
    #expect(run.status == 0)
    #expect(program.text(of: "site/content/methodes/ma-methode.md")?.contains("Ma méthode") == true)
  }
}
