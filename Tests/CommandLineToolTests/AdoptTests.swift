import Foundation
import Testing

/// Sheets that go from one site to another, to a third, and keep every name.
@Suite struct AdoptTests {
  static let type = """
    libelle: Méthode
    dossier: methodes
    exporte: [source, donnees]
    champs:
      duree: { libelle: Durée, type: duree, requis: true }
      phase: { libelle: Phase, type: terme, vocabulaire: phases, plusieurs: true }
      plan: { libelle: Plan, type: image }
    relations:
      avant: { libelle: Avant, vers: [outil], plusieurs: true }
    """

  static func site(
    _ name: String, in program: Program, licence: String = "CC-BY-SA-4.0",
    phases: String = "exploration, idéation", hasType: Bool = true
  ) throws {
    let title = "Lab " + name.uppercased()
    try program.write(
      "title: \(title)\nbase_url: https://\(name).bzh\nlicence: \(licence)\nstrict: true\n",
      to: "\(name)/archipel.yaml")
    try program.write("Bonjour.\n", to: "\(name)/content/index.md")
    if hasType { try program.write(type, to: "\(name)/content/_types/outil.yaml") }
    let terms = phases.split(separator: ", ").map { "{ libelle: \($0) }" }.joined(separator: ", ")
    try program.write(
      "libelle: Phases\ntermes: [\(terms)]\n", to: "\(name)/content/_vocabularies/phases.yaml")
  }

  static let sheet = """
    ---
    titre: "Café <script>alert(1)</script>"
    auteurs: [Ana Le Bras]
    duree: 1 h 30
    phase: [exploration]
    plan: plan.png
    avant: [methodes/accueil]
    alias: [vieux/cafe]
    credits: [{ titre: Le livre du café, auteur: Une équipe, licence: CC-BY-4.0, modifications: Résumé }]
    ---

    Voir [l’accueil](accueil.md) et [le but](/methodes/but.md).

    ![Un plan](plan.png)

    """

  static func build(_ name: String, _ program: Program) throws {
    let run = try program.run("build", "--source", name)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Makes the site A with its sheets, and builds it.
  static func first(_ program: Program, hasType: Bool = true) throws {
    try site("a", in: program, hasType: hasType)
    try program.write(sheet, to: "a/content/methodes/cafe.md")
    for name in ["accueil", "but"] {
      try program.write(
        "---\ntitre: \(name)\nduree: 10 min\n---\nTexte.\n", to: "a/content/methodes/\(name).md")
    }
    let file = URL(filePath: program.root + "/a/content/methodes/plan.png")
    try ImportedLab.dot.write(to: file)
    try build("a", program)
  }

  @Test func threeGenerationsKeepEveryName() throws {
    let program = try Program()
    try Self.first(program)
    for name in ["b", "c"] { try Self.site(name, in: program) }
    let run = try program.run("adopt", "a/output", "cafe", "accueil", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "fiche reprise : content/methodes/cafe.md\n  de : https://a.bzh/methodes/cafe/"))
    let adopted = try #require(program.text(of: "b/content/methodes/cafe.md"))
    #expect(adopted.contains("[l’accueil](/methodes/accueil.md)"))
    #expect(adopted.contains("[le but](https://a.bzh/methodes/but/)"))
    #expect(adopted.contains("licence: CC-BY-SA-4.0\n"))
    #expect(!adopted.contains("alias"))
    let pictures = program.files(in: "b/content/methodes").keys.filter { !$0.hasSuffix(".md") }
    #expect(pictures.count == 1 && adopted.contains("![Un plan](\(pictures.first ?? "?"))"))
    #expect(adopted.contains("plan: \(pictures.first ?? "?")"))
    try Self.build("b", program)

    // The second site writes it anew, the third takes it from there.
    let changed =
      adopted
      .replacing("  - \"Ana Le Bras\"\n", with: "  - \"Ana Le Bras\"\n  - \"Lab B\"\n")
      .replacing(
        "    source: \"https://a.bzh/methodes/cafe/\"\n",
        with: "    source: \"https://a.bzh/methodes/cafe/\"\n    modifications: Raccourci\n")
    #expect(changed.contains("Raccourci") && changed.contains("Lab B"))
    try program.write(changed, to: "b/content/methodes/cafe.md")
    try Self.build("b", program)
    let second = try program.run("adopt", "b/output", "cafe", "--source", "c")
    #expect(second.status == 0, "\(second.errors)")
    try Self.build("c", program)
    let catalogue = try #require(program.text(of: "c/output/commons.json"))
    for name in [
      "Le livre du café", "Une équipe", "Ana Le Bras", "Lab B", "Raccourci",
      "https://a.bzh/methodes/cafe/",
      "https://b.bzh/methodes/cafe/",
    ] {
      #expect(catalogue.contains(name), "\(name) is lost")
    }
    #expect(catalogue.contains(#""derived_from":{"url":"https://b.bzh/methodes/cafe/","sha256":""#))
    let page = try #require(program.text(of: "c/output/methodes/cafe/index.html"))
    #expect(page.contains("Fiche reprise de") && page.contains("Une équipe"))
    #expect(!page.contains("<script>alert"))
  }

  @Test func neverWritesOverAFile() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    try program.write("---\ntitre: À nous\nduree: 5 min\n---\n", to: "b/content/methodes/cafe.md")
    let before = program.files(in: "b")
    let run = try program.run("adopt", "a/output", "cafe", "--source", "b")
    #expect(run.status == 1)
    #expect(run.errors.contains("« content/methodes/cafe.md » existe déjà"))
    #expect(program.files(in: "b") == before)
    // What was adopted is not adopted twice.
    #expect(try program.run("adopt", "a/output", "but", "--source", "b").status == 0)
    let after = program.files(in: "b")
    let again = try program.run("adopt", "a/output", "but", "--source", "b")
    #expect(again.status == 0 && again.errors.contains("est déjà reprise"))
    #expect(program.files(in: "b") == after)
  }

  @Test func termsOfAnotherVocabularyAreMappedOrAsked() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program, phases: "divergence, convergence")
    let run = try program.run("adopt", "a/output", "cafe", "--source", "b")
    #expect(run.status == 0)
    #expect(run.errors.contains("le terme « exploration » n’est pas du vocabulaire « phases »"))
    #expect(run.errors.contains("--map \"phase:exploration="))
    try FileManager.default.removeItem(atPath: program.root + "/b/content/methodes")
    let mapped = try program.run(
      "adopt", "a/output", "cafe", "--source", "b", "--map", "phase:exploration=divergence")
    #expect(!mapped.errors.contains("vocabulaire"))
    #expect(try #require(program.text(of: "b/content/methodes/cafe.md")).contains("divergence"))
  }

  @Test func refusesALicenceThatTheSiteCannotHold() throws {
    let program = try Program()
    try Self.site("a", in: program, licence: "CC-BY-NC-SA-4.0")
    try program.write("---\ntitre: N\nduree: 5 min\n---\n", to: "a/content/methodes/n.md")
    try Self.build("a", program)
    try Self.site("b", in: program)
    let run = try program.run("adopt", "a/output", "n", "--source", "b")
    #expect(run.status == 1)
    #expect(run.errors.contains("(CC-BY-NC-SA-4.0) ne peut pas entrer dans ce site (CC-BY-SA-4.0)"))
    #expect(run.errors.contains("usage commercial"))
    #expect(program.text(of: "b/content/methodes/n.md") == nil)
  }

  @Test func tellsWhichOriginalsHaveChanged() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    #expect(try program.run("adopt", "a/output", "--source", "b").status == 0)
    let same = try program.run("adopt", "--status", "a/output", "--source", "b")
    #expect(same.output.contains("originaux changés : 0") && same.status == 0)
    try program.write(
      Self.sheet.replacing("Voir [", with: "Lire [").replacing("1 h 30", with: "2 h"),
      to: "a/content/methodes/cafe.md")
    try program.write(
      "---\ntitre: but\nduree: 10 min\nlicence: CC-BY-4.0\n---\nTexte.\n",
      to: "a/content/methodes/but.md")
    try FileManager.default.removeItem(atPath: program.root + "/a/content/methodes/accueil.md")
    try program.write(
      try #require(program.text(of: "a/content/methodes/cafe.md"))
        .replacing("avant: [methodes/accueil]\n", with: "")
        .replacing("[l’accueil](accueil.md)", with: "l’accueil"),
      to: "a/content/methodes/cafe.md")
    try Self.build("a", program)
    let run = try program.run("adopt", "--status", "a/output", "--source", "b")
    #expect(run.output.contains("original changé"))
    #expect(run.output.contains("champs : ") && run.output.contains("duree"))
    #expect(run.output.contains("+ 1: Lire l’accueil"))
    #expect(run.output.contains("original illisible : l’original n’est plus publié"))
    #expect(run.output.contains("l’original est passé de « CC-BY-SA-4.0 » à « CC-BY-4.0 »"))
    #expect(run.status == 1)
  }

  @Test func comparesTheRowsOfATable() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    try program.write(Self.type + "\ndonnees: outils\n", to: "b/content/_types/outil.yaml")
    try program.write(
      "- titre: Café\n  duree: 1 h\n  derive_de: { adresse: \"https://a.bzh/methodes/but/\" }\n",
      to: "b/content/_data/outils.yaml")
    let run = try program.run("adopt", "--status", "a/output", "--source", "b")
    #expect(run.output.contains("content/_data/outils.yaml\n  https://a.bzh/methodes/but/"))
    #expect(run.output.contains("fiches reprises : 1"))
  }

  @Test func takesAnArchive() throws {
    let program = try Program()
    try Self.first(program)
    try Self.site("b", in: program)
    var archive = SampleArchive()
    for (path, bytes) in program.files(in: "a/output").sorted(by: { $0.key < $1.key }) {
      archive.add("site/" + path, bytes)
    }
    try archive.data.write(to: URL(filePath: program.root + "/a.zip"))
    let run = try program.run("adopt", "a.zip", "cafe", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    #expect(program.text(of: "b/content/methodes/cafe.md") != nil)
  }

  static func catalogue(_ entry: String, base: String = "https://a.bzh/") -> String {
    "{\"title\":\"A\",\"licence\":\"CC-BY-SA-4.0\",\"base_url\":\"\(base)\",\"sheets\":[\n\(entry)\n]}"
  }

  @Test(arguments: [
    ("broken JSON", "{\"sheets\": [", "ce n’est pas du JSON"),
    ("no catalogue", "{\"sheets\": 3}", "n’est pas le catalogue"),
    ("nothing of a sheet", "{\"sheets\": [3, {}, null]}", "n’a pas de fiche « x »"),
    (
      "a path out of the folder",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"../../secret.md"}"#),
      "n’est pas dans ce site"
    ),
    (
      "an absolute path",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"/etc/hostname"}"#),
      "n’est pas dans ce site"
    ),
    (
      "another kind of address",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"file:///etc/hostname"}"#),
      "n’est pas dans ce site"
    ),
    (
      "a symbolic link",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"lien.md"}"#), "lien symbolique"
    ),
    (
      "a digest that is another's",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"x.md","sha256":"00"}"#),
      "son empreinte diffère"
    ),
    (
      "no source", catalogue(#"{"id":"x","title":"X","url":"x/"}"#), "ne publie pas sa source"
    ),
    (
      "an unknown licence",
      catalogue(#"{"id":"x","title":"X","url":"x/","source":"x.md","licence":"à moi"}"#),
      "la licence « à moi »"
    ),
  ])
  func aHostileSourceCostsAMessage(name: String, text: String, message: String) throws {
    let program = try Program()
    try Self.site("b", in: program)
    try program.write(text, to: "a/site/commons.json")
    try program.write("# X\n", to: "a/site/x.md")
    try program.write("# Secret\n", to: "secret.md")
    try FileManager.default.createSymbolicLink(
      atPath: program.root + "/a/site/lien.md", withDestinationPath: "../../secret.md")
    let before = program.files(in: "b")
    let run = try program.run("adopt", "a/site", "x", "--source", "b")
    #expect(run.status == 1 && run.errors.contains(message), "\(name): \(run.errors)")
    #expect(program.files(in: "b") == before)
  }

  @Test func aHostileNameStaysInTheContent() throws {
    let program = try Program()
    try Self.site("b", in: program)
    try program.write(
      Self.catalogue(
        #"{"id":"../../../_types/méchant","title":"<img src=x onerror=alert(1)>\n---\ntype: x","type":"../x","url":"x/","source":"x.md","authors":["</script>"]}"#
      ),
      to: "a/commons.json")
    try program.write("Texte.\n", to: "a/x.md")
    let run = try program.run("adopt", "a", "--source", "b")
    #expect(run.status == 0, "\(run.errors)")
    let new = program.files(in: "b").keys.filter { $0.hasSuffix(".md") && $0 != "content/index.md" }
    #expect(new == ["content/types/mechant.md"])
    try Self.build("b", program)
    let page = try #require(program.text(of: "b/output/types/mechant/index.html"))
    #expect(!page.contains("<img src=x"))
  }

  @Test func tooLargeACatalogueIsNotRead() throws {
    let program = try Program()
    try Self.site("b", in: program)
    try program.write("", to: "a/commons.json")
    let file = try #require(FileHandle(forWritingAtPath: program.root + "/a/commons.json"))
    try file.truncate(atOffset: 1 << 30)
    let run = try program.run("adopt", "a", "--source", "b")
    #expect(run.status == 1 && run.errors.contains("trop long"))
  }

  @Test func saysThatASitePublishesNoSource() throws {
    let program = try Program()
    for name in ["a", "b"] {
      try program.write("title: Lab\nbase_url: https://\(name).bzh\n", to: "\(name)/archipel.yaml")
      try program.write("Bonjour.\n", to: "\(name)/content/index.md")
    }
    try Self.build("a", program)
    let run = try program.run("adopt", "a/output", "--source", "b")
    #expect(run.status == 1)
    #expect(run.errors.contains("ne publie la source (index.md) d’aucune fiche"))
  }
}
