import Foundation
import Testing

@Suite struct ImportDocumentTests {
  private static let document = """
    ---
    title: Carte d’empathie
    ---

    Une **méthode** courte, avec une note[^1] et un [lien](https://example.org/a).

    # Déroulement de la séance

    1.  Accueillir
    2.  Écrire

    - feutres
    - papier

    ![Le plan de la salle](plan.png)

    | Moment | Minutes |
    |--------|---------|
    | Accueil | 10 |
    | Travail | 35 |

    [^1]: Essayée à Rouen en été.
    """

  @Test(arguments: ["docx", "odt"]) func keepsWhatPandocSees(_ format: String) throws {
    let lab = try ImportedLab()
    try lab.convert(Self.document, to: "essai.\(format)")
    let run = try lab.imports("essai.\(format)", "--title", "Carte d’empathie")
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try lab.text(of: "carte-d-empathie.md")
    let seen = try lab.program.run(script: "pandoc -t plain --wrap=none essai.\(format)").output
    // Of the words, those of the title stand in the front matter.
    let kept = Set(ImportedLab.words(sheet + " carte d empathie"))
    #expect(ImportedLab.words(seen).filter { !kept.contains($0) } == [])
    #expect(lab.pictures() == ["carte-d-empathie-1.png"])
    #expect(sheet.hasPrefix("---\ntitre: \"Carte d’empathie\"\nbrouillon: oui\n---\n"))
    for expected in [
      "\n## Déroulement de la séance\n", "[^1]: Essayée à Rouen en été.",
      "](carte-d-empathie-1.png)",
      "[lien](https://example.org/a)", "**méthode**",
    ] { #expect(sheet.contains(expected)) }
    #expect(sheet.contains(/\| Accueil +\| 10 +\|/))
    try lab.expectCleanCheck()
  }

  @Test func findsTheFieldsOfAType() throws {
    let lab = try ImportedLab()
    try lab.convert(
      """
      ---
      title: Cinq pourquoi
      ---

      Durée : 45 minutes à 1 h

      | Groupe | 3 à 12 personnes |
      |-----|-----|
      | Difficulté d’animation | Moyenne |
      | Météo | Soleil |

      # Intention

      Trouver *la cause* d’un problème.

      # Matériel

      - feutres noirs
      - grandes feuilles

      # Format

      sur la lune

      # Histoire

      Née dans une usine.
      """, to: "essai.docx")
    let run = try lab.imports("essai.docx", "--type", "methode")
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try lab.text(of: "methodes/cinq-pourquoi.md")
    for expected in [
      "\nstatut: brouillon\n", "\nintention: \"Trouver *la cause* d’un problème.\"\n",
      "\nduree:\n  min: 45 min", "\n  max: 1 h\n", "\ngroupe:\n  min: 3\n  max: 12\n",
      "\ndifficulte: 2\n",
      "\nmateriel:\n  - nom: \"feutres noirs\"\n  - nom: \"grandes feuilles\"\n",
      "\n## Format\n\nsur la lune\n", "\n## Histoire\n\nNée dans une usine.\n",
    ] { #expect(sheet.contains(expected), "\(expected) in \(sheet)") }
    #expect(sheet.contains("Météo") && sheet.contains("Soleil"))
    #expect(!sheet.contains("## Matériel"))
    #expect(run.output.contains("champs remplis : "))
    #expect(run.errors.contains("« Format » est resté dans le texte"))
    #expect(run.output.contains("à compléter : "))
    try lab.expectCleanCheck()
  }

  @Test func readsThePageThatGoogleDocsGives() throws {
    let lab = try ImportedLab()
    let page = """
      <html><head><title>Atelier</title><style>.c1{font-weight:700}.c2{font-style:italic}</style>
      <script>alert(1)</script></head><body><h1 id="h.a">Atelier</h1>
      <p>Un mot <span class="c1">fort</span> et <span class="c2">doux</span><sup><a href="#ftnt1" \
      id="ftnt_ref1">[1]</a></sup>, <a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D">ici</a>.</p>
      <p><img alt="Une salle" src="images/image1.png" style="width:9px"></p>
      <p><img alt="Secret" src="file:///etc/passwd"><img alt="Plus haut" src="../../dehors.png"></p>
      <p><a href="#h.a">En haut</a></p>
      <hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;La note.</span></p></div></body></html>
      """
    var archive = SampleArchive()
    archive.add("Atelier.html", Data(page.utf8))
    archive.add("images/image1.png", ImportedLab.dot)
    try lab.write(archive.data, to: "Atelier.zip")
    try lab.write(ImportedLab.dot, to: "dehors.png")
    let run = try lab.imports("Atelier.zip")
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try lab.text(of: "atelier.md")
    for expected in [
      "**fort**", "*doux*", "[^1]: ", "La note.", "[ici](https://example.org/x)",
      "![Une salle](atelier-image1.png)", "Secret", "Plus haut", "En haut",
    ] { #expect(sheet.contains(expected), "\(expected) in \(sheet)") }
    #expect(!sheet.contains("alert") && !sheet.contains("passwd") && !sheet.contains("google"))
    #expect(lab.pictures() == ["atelier-image1.png"])
    #expect(run.errors.contains("« <script> » laissé de côté"))
    #expect(run.errors.contains("« file:///etc/passwd »"))
    try lab.expectCleanCheck()
  }

  @Test func neverWritesOverAFile() throws {
    let lab = try ImportedLab()
    try lab.convert("Un", to: "un.docx")
    #expect(try lab.imports("un.docx").status == 0)
    let before = try lab.text(of: "un.md")
    let again = try lab.imports("un.docx")
    #expect(again.status == 1)
    #expect(again.errors.contains("existe déjà ; rien n’y a été touché"))
    #expect(again.errors.contains("--title \"Un 2\""))
    #expect(try lab.text(of: "un.md") == before)
    #expect(try lab.imports("un.docx", "--title", "Un 2").status == 0)
  }

  @Test func refusesWhatIsHostileOrBroken() throws {
    let lab = try ImportedLab()
    let before = lab.program.files(in: "site")
    var slip = SampleArchive()
    slip.add("../dehors.html", Data("<p>x</p>".utf8))
    var link = SampleArchive()
    link.add("page.html", Data("/etc/passwd".utf8), mode: 0o120777)
    var bomb = SampleArchive()
    bomb.add("page.html", Data("<p>x</p>".utf8), declaredSize: 1 << 30)
    var crowd = SampleArchive()
    for number in 0..<5_001 { crowd.add("\(number).html", Data("x".utf8)) }
    let files: [(name: String, bytes: Data, said: String)] = [
      ("foule.zip", crowd.data, "plus de 5000 fichiers"),
      ("hors.zip", slip.data, "hors de son dossier"), ("lien.zip", link.data, "contient un lien"),
      ("bombe.zip", bomb.data, "plus de 256 Mo"), ("bombe.docx", bomb.data, "plus de 256 Mo"),
      ("casse.docx", Data("PK\u{3}\u{4} rien".utf8), "abîmé"),
      ("coupe.zip", link.data.dropLast(9), "abîmé"), ("vide.odt", Data(), "abîmé"),
      ("faux.docx", SampleArchive().data, "abîmé"),
      ("a.exe", Data("MZ".utf8), "d’aucune sorte qui s’importe"),
      ("lourd.docx", Data(count: 65 << 20), "64 Mo"),
    ]
    for file in files {
      try lab.write(file.bytes, to: file.name)
      let run = try lab.imports(file.name)
      #expect(run.status == 1, "\(file.name)")
      #expect(
        run.errors.replacing("n’est pas d’une", with: "n’est d’aucune").contains(file.said),
        "\(file.name): \(run.errors)")
    }
    #expect(lab.program.files(in: "site") == before)
    #expect(lab.program.text(of: "dehors.html") == nil)
  }

  @Test func saysThatPandocIsMissing() throws {
    let lab = try ImportedLab()
    try lab.convert("Un", to: "un.docx")
    let tools = "mkdir outils && ln -s /bin/sh \"$(command -v timeout)\" outils/"
    #expect(try lab.program.run(script: tools).status == 0)
    let run = try lab.program.run(
      withArguments: ["import", "un.docx", "--source", "site"],
      environment: ["PATH": lab.program.root + "/outils"])
    #expect(run.status == 2)
    #expect(
      run.errors == "archipel: le programme « pandoc » n’est pas installé : apt install pandoc\n")
  }

  @Test func makesASheetOfEachRow() throws {
    let lab = try ImportedLab()
    let table =
      "Titre;Intention;Durée.min;duree.max;Difficulté d’animation;Remarque\r\n"
      + "Été \"à\" Brest;\"Aller; puis \"\"venir\"\"\";45 min;1 h 30;Facile;Œuvre à 5 €\r\n"
      + "Café;;;;;\r\n;;;;;\r\n"
    let french = try #require(
      table.replacing("Été \"à\" Brest", with: "Été à Brest").data(using: .windowsCP1252))
    try lab.write(french, to: "fiches.csv")
    let run = try lab.imports("fiches.csv", "--type", "methode")
    #expect(run.status == 0, "\(run.errors)")
    let sheet = try lab.text(of: "methodes/ete-a-brest.md")
    for expected in [
      "titre: \"Été à Brest\"\n", "intention: \"Aller; puis \\\"venir\\\"\"\n",
      "duree:\n  min: 45 min\n  max: 1 h 30\n", "difficulte: 1\n", "**Remarque** : Œuvre à 5 €",
    ] { #expect(sheet.contains(expected), "\(expected) in \(sheet)") }
    #expect(try lab.text(of: "methodes/cafe.md").contains("titre: \"Café\"\n"))
    try lab.expectCleanCheck()
  }
}
