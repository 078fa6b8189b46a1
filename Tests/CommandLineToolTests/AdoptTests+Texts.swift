import Foundation
import Testing

/// What becomes of the links, pictures and values of a sheet that another site takes.
extension AdoptTests {
  /// Writes a sheet to be adopted from the folder `a`, and returns what the site `b` makes of it.
  private static func adopted(
    _ text: String, _ program: Program, type: String = "page", files: [String: [UInt8]] = [:],
    pictures: String = "{}"
  ) throws -> (text: String, errors: String) {
    try site("b", in: program)
    try program.write(
      """
      {"title":"A","licence":"CC-BY-SA-4.0","base_url":"https://a.bzh/","pictures":\(pictures),"sheets":[
      {"id":"x","type":"\(type)","title":"X","url":"x/","source":"x.md"},
      {"id":"autre","title":"Autre","url":"autre/"}
      ]}
      """, to: "a/commons.json")
    try program.write(text, to: "a/x.md")
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(filePath: program.root + "/a/" + name))
    }
    let run = try program.run("adopt", "a", "x", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    return (try #require(program.text(of: "b/content/x.md")), run.errors)
  }

  @Test func aLinkLeadsOnlyToASheetThatIsWritten() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    try program.write(
      "---\ntitre: Notre accueil\nduree: 5 min\n---\n", to: "b/content/methodes/accueil.md")
    let run = try program.run("adopt", "a/output", "cafe", "accueil", "--source", "b")
    #expect(run.status == 1 && run.errors.contains("« content/methodes/accueil.md » existe déjà"))
    let text = try #require(program.text(of: "b/content/methodes/cafe.md"))
    #expect(text.contains("[l’accueil](https://a.bzh/methodes/accueil/)"))
    #expect(!text.contains("avant:") && run.errors.contains("« avant » : la fiche « accueil »"))
  }

  @Test func whatNoTypeTakesIsAtTheEndOfTheText() throws {
    let program = try Program()
    let written = """
      ---
      titre: X
      duree: 1 h
      deroule:
        - { titre: Accueil, duree: 10 min }
        - titre: Tour
          consignes: |
            Voir [l’autre](autre.md).

            Puis noter.
      plan: plan.png
      ---
      Le texte.
      """
    let (text, errors) = try Self.adopted(
      written, program, type: "methode", files: ["plan.png": Array(ImportedLab.dot)],
      pictures: #"{"plan.png":"plan.png"}"#)
    #expect(errors.contains("de type « methode », qui n’est pas d’ici"))
    #expect(errors.contains("aucun champ ne prend « duree »"))
    #expect(
      text.hasSuffix(
        """
        Le texte.

        **duree** : 1 h

        **deroule** :

        - titre : Accueil, duree : 10 min
        - - titre : Tour
          - consignes :

            Voir [l’autre](https://a.bzh/autre/).

            Puis noter.

        **plan** : ![](x-plan.png)

        """), "\(text)")
    #expect(program.files(in: "b/content").keys.contains("x-plan.png"))
  }

  @Test(arguments: [
    (
      "[un outil][o] et ![][img]\n\n[o]: autre.md\n[img]: <plan.png> \"Le plan\"",
      "[un outil][o] et ![][img]\n\n[o]: https://a.bzh/autre/\n[img]: x-plan.png \"Le plan\""
    ),
    ("Voir [ici][perdu].\n\n[perdu]: absent.md\n\nFin.", "Voir ici.\n\n\n\nFin."),
    ("Un [^1] mot.\n\n[^1]: note.md", "Un [^1] mot.\n\n[^1]: note.md"),
    (
      #"<a class="b" href='autre.md#x'>Lire</a>"#,
      #"<a class="b" href="https://a.bzh/autre/#x">Lire</a>"#
    ),
    (
      #"<img width="90" src="plan.png" alt="Le plan">"#,
      #"<img width="90" src="x-plan.png" alt="Le plan">"#
    ),
    ("![[plan.png|Le schéma|200]]", "![[x-plan.png|Le schéma|200]]"),
    ("[![Le plan](plan.png)](autre.md)", "[![Le plan](x-plan.png)](https://a.bzh/autre/)"),
    ("`[a](autre.md)` et [b](autre.md)", "`[a](autre.md)` et [b](https://a.bzh/autre/)"),
  ])
  func addressesChangeAndFormsStay(written: String, expected: String) throws {
    let program = try Program()
    let (text, _) = try Self.adopted(
      "---\ntitre: X\n---\n\n\(written)\n", program,
      files: ["plan.png": Array(ImportedLab.dot)],
      pictures: #"{"plan.png":"plan.png"}"#)
    #expect(text.hasSuffix("---\n\n\(expected)\n"), "\(text)")
  }

  @Test func aPictureTakesANameThatIsFree() throws {
    let program = try Program()
    try program.write("à nous\n", to: "b/content/x-notice.txt")
    let sheet = "---\ntitre: X\n---\n\n[La notice](notice.txt)\n"
    let (text, _) = try Self.adopted(
      sheet, program, files: ["notice.txt": Array("à eux\n".utf8)],
      pictures: #"{"notice.txt":"notice.txt"}"#)
    #expect(text.contains("[La notice](x-notice-2.txt)"))
    #expect(program.text(of: "b/content/x-notice.txt") == "à nous\n")
    #expect(program.text(of: "b/content/x-notice-2.txt") == "à eux\n")
    // The same file is there already.
    try FileManager.default.removeItem(atPath: program.root + "/b/content/x.md")
    let (again, _) = try Self.adopted(sheet, program)
    #expect(again.contains("(x-notice-2.txt)"))
    #expect(program.text(of: "b/content/x-notice-3.txt") == nil)
  }

  @Test func whatASheetIncludesComesAlongFromItsArchive() throws {
    let program = try Program()
    try program.write(
      Self.type.replacing("[source, donnees]", with: "[source, paquet]"),
      to: "a/content/_types/outil.yaml")
    try Self.first(program, hasType: false)
    try program.write(
      "---\ntitre: Tour\nduree: 5 min\n---\nAvant.\n\n{{#include _partage/un.md}}\n",
      to: "a/content/methodes/tour.md")
    try program.write(
      "Un [but](but.md).\n\n{{#include deux.md}}\n", to: "a/content/methodes/_partage/un.md")
    try program.write("Deux.\n", to: "a/content/methodes/_partage/deux.md")
    try Self.build("a", program)
    try Self.site("b", in: program)
    let run = try program.run("adopt", "a/output/methodes/tour/tour.zip", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      program.text(of: "b/content/methodes/tour.md")?.contains("{{#include _inclus/tour-un.md}}")
        == true)
    #expect(
      program.text(of: "b/content/methodes/_inclus/tour-un.md")
        == "Un [but](https://a.bzh/methodes/but/).\n\n{{#include tour-deux.md}}\n")
    try Self.build("b", program)
    let page = try #require(program.text(of: "b/output/methodes/tour/index.html"))
    #expect(page.contains("Deux.") && page.contains("Avant."))
    let status = try program.run("adopt", "--status", "a/output", "--source", "b")
    #expect(status.output.contains("originaux changés : 0"), "\(status.output)")
    // The text is not published by itself: the whole site tells of it alone.
    try FileManager.default.removeItem(atPath: program.root + "/b/content/methodes")
    let whole = try program.run("adopt", "a/output", "tour", "--source", "b")
    #expect(whole.errors.contains("« _partage/un.md », que la fiche inclut"))
  }

  @Test func aDrawingThatIsRefusedIsNamed() throws {
    let program = try Program()
    let (text, errors) = try Self.adopted(
      "---\ntitre: X\n---\n\n![Le plan](plan.svg)\n", program,
      files: ["plan.svg": Array("<svg><script>alert(1)</script></svg>".utf8)],
      pictures: #"{"plan.svg":"plan.svg"}"#)
    #expect(errors.contains("image « plan.svg » laissée de côté"))
    #expect(text.hasSuffix("---\n\nLe plan\n"))
  }

  @Test func whoSignsTheSiteIsCreditedForASheetWithoutAuthors() throws {
    let program = try Program()
    try Self.site("a", in: program)
    try program.write(
      try #require(program.text(of: "a/archipel.yaml")) + "publisher: Éditions A\n",
      to: "a/archipel.yaml")
    try program.write("---\ntitre: But\nduree: 5 min\n---\n", to: "a/content/methodes/but.md")
    try Self.build("a", program)
    try Self.site("b", in: program)
    #expect(try program.run("adopt", "a/output", "--source", "b").status == 0)
    let text = try #require(program.text(of: "b/content/methodes/but.md"))
    #expect(text.contains("auteur: \"Éditions A\"") || text.contains("auteur: Éditions A"))
    #expect(!text.contains("auteur: Lab A"))
  }

  private static let broken = """
    ---
    titre: Le café
    resume: En bref
    titre: Un autre
    brouillon: oui
    ---
    Le texte.
    """

  @Test func aFrontMatterThatCannotBeReadCostsItsOwnLines() throws {
    let program = try Program()
    let (text, errors) = try Self.adopted(Self.broken, program)
    #expect(errors.contains("ligne de l’en-tête incomprise « titre: Un autre »"))
    #expect(text.hasPrefix("---\n"))
    for words in ["titre: ", "En bref", "licence: CC-BY-SA-4.0\n", "\"https://a.bzh/x/\""] {
      #expect(text.contains(words), "\(text)")
    }
    #expect(text.contains("brouillon: oui") && text.hasSuffix("```yaml\ntitre: Un autre\n```\n"))
    try program.write(Self.broken, to: "cafe.md")
    let run = try program.run("import", "cafe.md", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    let imported = try #require(program.text(of: "b/content/le-cafe.md"))
    #expect(imported.hasPrefix("---\ntitre: \"Le café\"\n"), "\(imported)")
    #expect(imported.contains("En bref"))
    #expect(imported.contains("brouillon: oui") && imported.contains("titre: Un autre"))
  }

  @Test func aSourceThatIsNoTextIsRefused() throws {
    let program = try Program()
    try Self.site("b", in: program)
    try program.write(
      Self.catalogue(#"{"id":"x","title":"X","url":"x/","source":"x.md"}"#), to: "a/commons.json")
    try Data([0x43, 0x61, 0x66, 0xE9]).write(to: URL(filePath: program.root + "/a/x.md"))
    let run = try program.run("adopt", "a", "--source", "b")
    #expect(run.status == 1 && run.errors.contains("n’est pas un texte en UTF-8"))
    #expect(program.text(of: "b/content/x.md") == nil)
  }

  @Test func whatItTakesToBringASheetHereIsNoChange() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    #expect(try program.run("adopt", "a/output", "--source", "b").status == 0)
    try program.write(
      Self.sheet.replacing("duree: 1 h 30\n", with: "duree: 2 h\nresume: En bref.\n"),
      to: "a/content/methodes/cafe.md")
    try Self.build("a", program)
    let run = try program.run("adopt", "--status", "a/output", "--source", "b")
    #expect(run.output.contains("champs : duree, resume\n"), "\(run.output)")
    #expect(!run.output.contains("\n    +") && !run.output.contains("\n    -"), "\(run.output)")
  }

  @Test func anArchiveOfASheetNamesTheSheetsThatItLeadsTo() throws {
    let program = try Program()
    try program.write(
      Self.type.replacing("[source, donnees]", with: "[source, paquet]"),
      to: "a/content/_types/outil.yaml")
    try Self.first(program, hasType: false)
    try Self.site("b", in: program)
    #expect(try program.run("adopt", "a/output", "accueil", "--source", "b").status == 0)
    let run = try program.run("adopt", "a/output/methodes/cafe/cafe.zip", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    let text = try #require(program.text(of: "b/content/methodes/cafe.md"))
    #expect(text.contains("[l’accueil](/methodes/accueil.md)"))
    #expect(text.contains("[le but](https://a.bzh/methodes/but/)"))
    #expect(text.contains("avant:"))
  }
}
