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

  @Test func writesWhatIsRequiredAndInventsNothing() throws {
    let program = try Program()
    try program.write(
      """
      libelle: Outil
      libelle_pluriel: Outils
      description: Ce qui sert.
      dossier: outils
      brouillon_si: { statut: brouillon }
      champs:
        but: { libelle: But, aide: À quoi il sert, requis: true }
        jour: { libelle: Jour, type: date, requis: true }
        rang: { libelle: Rang, type: entier }
        mots: { libelle: Mots, plusieurs: true, requis: true }
        statut: { libelle: Statut, requis: true }
        etapes:
          libelle: Étapes
          type: objet
          plusieurs: true
          requis: true
          champs:
            titre: { libelle: Titre, requis: true }
            minutes: { libelle: Minutes, type: entier, requis: true }
            notes: { libelle: Notes }
      squelette: |
        rang: 2
        jour: 2026-12-31

      """, to: "content/_types/outil.yaml")
    let run = try program.run("new", "outil", "Pelle")
    #expect(run.status == 0)
    #expect(run.output.contains("\npage du dossier : content/outils/index.md\n"))
    #expect(run.output.contains("\nà compléter : resume, but, jour, mots, etapes\n"))
    let text = try #require(program.text(of: "content/outils/pelle.md"))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines == [
        "---", "titre: \"Pelle\"", "resume: \"\"", "statut: brouillon", "but: \"\"", "jour:",
        "mots: []",
        "etapes:", "  - titre: \"\"", "    minutes:", "---",
      ])
    #expect(text.contains("\n# But. À quoi il sert. Obligatoire.\nbut: \"\"\n"))
    #expect(text.contains("archipel new outil 'Titre' --all"))
    #expect(
      program.text(of: "content/outils/index.md")
        == "---\ntitre: \"Outils\"\nresume: \"Ce qui sert.\"\n---\n")
    let built = try program.run("build", "--strict")
    #expect(built.status == 0, "\(built.errors)")
    // The page of the folder is there now: it is no business of the next sheet.
    try program.write("à moi", to: "content/outils/index.md")
    #expect(try program.run("new", "outil", "Bêche").output.contains("page du dossier") == false)
    #expect(program.text(of: "content/outils/index.md") == "à moi")
  }

  @Test func writesTheSkeletonOfATypeOnRequest() throws {
    let program = try Self.program()
    let run = try program.run("new", "outil", "L'été « à » Brest", "--all")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("fiche créée : content/outils/l-ete-a-brest.md\n"))
    let text = try #require(program.text(of: "content/outils/l-ete-a-brest.md"))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines == [
        "---", "titre: \"L'été « à » Brest\"", "resume: \"\"", "brouillon: oui", "but: \"\"", "---",
      ])
    #expect(try program.run("build", "--strict").status == 0)
  }

  @Test func saysWhatEachFieldIsForAndMayHold() throws {
    let program = try Program()
    try program.write(
      """
      libelle: Outil
      dossier: outils
      champs:
        but: { libelle: But, aide: À quoi il sert, requis: true, max: 200 }
        prix: { libelle: Prix, type: nombre, min: 1 }
        etat: { libelle: État, type: terme, vocabulaire: etats, plusieurs: true }
        mesures:
          libelle: Mesures
          type: objet
          plusieurs: true
          champs:
            nom: { libelle: Nom, requis: true }
            valeur: { libelle: Valeur, type: entier }

      """, to: "content/_types/outil.yaml")
    try program.write(
      "libelle: États\ntermes: [ { id: neuf, libelle: Neuf }, { id: use, libelle: Usé } ]\n",
      to: "content/_vocabularies/etats.yaml")
    let run = try program.run("new", "outil", "Pelle", "--all")
    #expect(run.output.contains("\nà compléter : resume, but\n"))
    let text = try #require(program.text(of: "content/outils/pelle.md"))
      .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    for expected in [
      "\n# But. À quoi il sert. Obligatoire. Texte, au plus 200 caractères.\nbut: \"À compléter\"\n",
      "\n# Prix. Nombre, au moins 1.\n# prix: 1\n",
      "\n# État. Un ou plusieurs, parmi : neuf, use.\n# etat: [neuf]\n",
      "\n#   nom : Nom. Obligatoire.\n#   valeur : Valeur. Nombre entier.\n"
        + "# mesures: [{ nom: \"À compléter\" }]\n",
      "\n# etiquettes: [accueil, écoute]  # Quelques mots, qui rapprochent les fiches.\n",
    ] {
      #expect(text.contains(expected), "\(expected) is not in \(text)")
    }
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
    // What is in comments holds too, once taken out of them.
    try program.write(
      text.replacing("\n# etat", with: "\netat").replacing("\n# prix", with: "\nprix")
        .replacing("\n# mesures", with: "\nmesures"), to: "content/outils/pelle.md")
    let built = try program.run("build", "--strict", "--drafts")
    #expect(built.errors == "")
    #expect(built.status == 0)
  }

  @Test func publishesADraftOnceItsMarkIsTakenAway() throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "Pelle").status == 0)
    #expect(try program.run("build").status == 0)
    #expect(program.text(of: "output/outils/pelle/index.html") == nil)
    let text = try #require(program.text(of: "content/outils/pelle.md"))
    try program.write(text.replacing("brouillon: oui\n", with: ""), to: "content/outils/pelle.md")
    #expect(try program.run("build").status == 0)
    #expect(program.text(of: "output/outils/pelle/index.html") != nil)
  }

  @Test(arguments: ["dossier: _fiches\n", ""])
  func namesTheTypeOfASheetThatNoFolderDoes(folder: String) throws {
    let program = try Program()
    try program.write("libelle: Outil\n" + folder, to: "content/_types/outil.yaml")
    let run = try program.run("new", "outil", "Pelle")
    #expect(run.output.hasPrefix("fiche créée : content/pelle.md\n"))
    #expect(program.text(of: "content/pelle.md")?.contains("\ntype: outil\n") == true)
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
  }

  @Test func keepsQuotesAndBackslashesOfATitle() throws {
    let program = try Self.program()
    #expect(try program.run("new", "page", #"Dire "oui" \ non"#).status == 0)
    #expect(try program.run("build", "--drafts").status == 0)
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

  @Test func leavesNothingOfASheetThatCannotBeWrittenWhole() throws {
    let program = try Self.program()
    let run = try program.run(
      script: "trap '' XFSZ; ulimit -f 1; exec $archipel new outil Pelle --all")
    #expect(run.status == 2)
    #expect(program.files(in: "content").keys.sorted() == ["_types/outil.yaml"])
    #expect(try program.run("new", "outil", "Pelle").status == 0)
  }

  /// Every name that gives a sheet the same id.
  @Test(arguments: ["a/index.md", "a/_index.md", "a.markdown", "a.fr.md", "a/index.fr.md"])
  func writesNoSecondSheetOfTheSameName(path: String) throws {
    let program = try Self.program()
    try program.write("à moi", to: "content/outils/" + path)
    let run = try program.run("new", "outil", "A")
    #expect(run.status == 1)
    #expect(run.errors.contains("content/outils/\(path)"), "\(run.errors)")
    #expect(run.errors.contains("[new.exists]"))
    #expect(program.text(of: "content/outils/a.md") == nil)
  }

  @Test func writesThroughNoLink() throws {
    let program = try Self.program()
    try program.write("", to: "content/outils/b.md")
    try FileManager.default.createSymbolicLink(
      atPath: program.root + "/content/outils/a.md", withDestinationPath: "../../ailleurs.md")
    #expect(try program.run("new", "outil", "A").status == 1)
    #expect(program.text(of: "ailleurs.md") == nil)
  }

  @Test func translatesASheetThatHasAFolderOfItsOwn() throws {
    let program = try Self.program()
    try program.write("---\ntitre: A\n---\nTexte.\n", to: "content/outils/a/index.md")
    let run = try program.run("new", "outil", "A", "--translate", "br")
    #expect(run.output.hasPrefix("fiche créée : content/outils/a/index.br.md\n"))
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
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
    #expect(run.output.hasPrefix("fiche créée : content/outils/l-ete.br.md\n"))
    let text = program.text(of: "content/outils/l-ete.br.md")
    #expect(text?.contains("titre: \"L'été\"\n") == true)
    #expect(text?.contains("# but:\n") == true)
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
    #expect(program.text(of: "output/br/outils/l-ete/index.html") != nil)
  }

  @Test func doesNotStartATranslationTwice() throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "Pelle").status == 0)
    #expect(try program.run("new", "outil", "Pelle", "--translate", "br").status == 0)
    let run = try program.run("new", "outil", "Pelle", "--translate", "br")
    #expect(run.status == 1)
    #expect(run.errors.contains("complétez cette traduction"))
    #expect(!run.errors.contains("autre titre"))
  }

  @Test func cutsTheNameOfALongTitleAfterAWord() throws {
    let program = try Self.program()
    let title = String(repeating: "Grande pelle à sable ", count: 20)
    let run = try program.run("new", "outil", title)
    #expect(run.status == 0)
    let line = try #require(run.output.firstMatch(of: #/fiche créée : content/outils/(.+)\.md/#))
    #expect((80...100).contains(line.1.utf8.count))
    #expect(line.1.hasSuffix("-grande-pelle-a"))
    #expect(program.text(of: "content/outils/\(line.1).md")?.contains(title) == true)
    #expect(try program.run("new", "outil", title, "--translate", "br").status == 0)
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
  }

  @Test func writesATitleOnOneLine() throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "Pelle\nà\tsable\u{1B}").status == 0)
    let text = program.text(of: "content/outils/pelle-a-sable.md")
    #expect(text?.contains("\ntitre: \"Pelle à sable\"\n") == true)
    #expect(try program.run("build", "--strict", "--drafts").status == 0)
  }

  @Test(arguments: ["index", "Index"])
  func refusesTheNameOfThePageOfAFolder(title: String) throws {
    let program = try Self.program()
    let run = try program.run("new", "outil", title)
    #expect(run.status == 1)
    #expect(run.errors.contains("[new.title]"))
    #expect(program.text(of: "content/outils/index.md") == nil)
  }

  @Test(arguments: [
    ("Létè", "br", "new.original"), ("L'été", "zz", "new.language"),
    ("L'été", "fr", "new.language"),
  ])
  func refusesATranslationOfNothing(title: String, language: String, id: String) throws {
    let program = try Self.program()
    #expect(try program.run("new", "outil", "L'été").status == 0)
    let run = try program.run("new", "outil", title, "--translate", language)
    #expect(run.status == 1)
    #expect(run.errors.contains("[\(id)]"))
  }

  @Test(arguments: Program.types)
  func writesASheetOfEachBuiltInTypeThatBuilds(type: String) throws {
    let program = try Program()
    #expect(try program.run("init", "site").status == 0)
    let short = try program.run("new", type, "En bref", "--source", "site")
    #expect(short.status == 0)
    #expect(try program.run("build", "--source", "site", "--strict").status == 0)
    let brief = try #require(short.output.firstMatch(of: #/fiche créée : (.+)\n/#))
    try FileManager.default.removeItem(atPath: program.root + "/site/\(brief.1)")
    let run = try program.run("new", type, "Une fiche d’essai", "--all", "--source", "site")
    #expect(run.status == 0)
    let line = try #require(run.output.firstMatch(of: #/fiche créée : content/(.+)\.md/#))
    #expect(line.1.hasSuffix("une-fiche-d-essai"))
    let built = try program.run("build", "--source", "site", "--strict", "--drafts")
    #expect(built.errors == "")
    #expect(program.text(of: "site/output/\(line.1)/index.html") != nil)
  }
}
