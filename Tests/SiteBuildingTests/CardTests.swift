import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// QR codes, the data of pocket cards, and the drawings of canvases.
@Suite struct CardTests {
  private static let canvasType = """
    libelle: Canevas
    dossier: canevas
    canevas:
      colonnes: colonnes
      lignes: lignes
      portrait: debout
      legende: legende
      zones: { liste: cases, titre: nom, invite: aide, colonne: x, ligne: y, largeur: l, hauteur: h }
    relations: { sert: { libelle: Sert, vers: [page], inverse: { nom: feuilles } } }
    champs:
      colonnes: { libelle: C, type: entier }
      lignes: { libelle: L, type: entier }
      debout: { libelle: D, type: booleen }
      legende: { libelle: L }
      cases:
        libelle: Z
        type: objet
        plusieurs: true
        champs:
          nom: { libelle: N }
          aide: { libelle: A }
          x: { libelle: X, type: entier }
          y: { libelle: Y, type: entier }
          l: { libelle: L, type: entier }
          h: { libelle: H, type: entier }
    """

  private func site(_ configuration: String, exports: String) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": configuration,
      "content/_types/outil.yaml": "libelle: Outil\ndossier: outils\nexporte: [\(exports)]\n",
      "content/outils/scie.md": "---\ntitre: Scie\n---\nCoupe.\n", "content/a.md": "# A\n",
    ])
  }

  @Test func makesACodeWhereTheTypeAsksAndTheSiteKnowsItsAddress() async throws {
    let site = try site("base_url: https://exemple.fr/\n", exports: "qr")
    #expect(try await site.build().findings == [])
    #expect(site.published("outils/scie/qr.svg")?.contains("<path d=") == true)
    #expect(site.published("a/qr.svg") == nil)
  }

  @Test(arguments: [("", "qr"), ("base_url: https://exemple.fr/\n", "source")])
  func makesNoCodeOtherwise(configuration: String, exports: String) async throws {
    let site = try site(configuration, exports: exports)
    #expect(try await site.build().findings == [])
    #expect(site.published("outils/scie/qr.svg") == nil)
  }

  @Test func writesTheCardsOfThePageThatTheSiteNames() async throws {
    let site = try site("cards: cartes\ntheme: cartes\n", exports: "source")
    try site.write(
      "---\ntitre: Cartes\nvue: { genre: cartes, type: outil, format: poche }\n---\n",
      to: "content/cartes.md")
    try site.write(
      "{{#card}}<b>{{title}}</b> {{pocket}} {{url}}{{/card}}",
      to: "themes/cartes/templates/carte-de-poche.mustache")
    #expect(try await site.build().findings == [])
    #expect(
      site.published("outils/scie/carte.js") == #"""
        (window.ArchipelCartes??={})["outils/scie"]="\u003cb>Scie\u003c/b> outils/scie ../outils/scie/";

        """#)
    #expect(site.published("a/carte.js") == nil)
  }

  @Test func drawsACanvasOnA4() async throws {
    let site = try SampleSite([
      "content/_types/canevas.yaml": Self.canvasType, "content/a.md": "# A\n",
      "content/canevas/c.md": """
      ---
      titre: "Moi & <toi>"
      sert: a
      colonnes: 2
      lignes: 1
      legende: Au crayon.
      cases:
        - { nom: Moi, aide: "Qui suis-je ?", x: 1, y: 1 }
        - { nom: Toi, x: 2, y: 1 }
      ---

      """,
    ])
    #expect(try await site.build().findings == [])
    let drawing = try #require(site.published("canevas/c/canevas.svg"))
    #expect(drawing.contains(#"width="297mm" height="210mm" viewBox="0 0 2970 2100""#))
    #expect(drawing.contains(">Moi &amp; &lt;toi&gt;</text>"))
    #expect(drawing.contains(">Moi</text>") && drawing.contains(">Toi</text>"))
    #expect(
      drawing.contains(">Qui suis-je\u{A0}?</text>")
        || drawing.contains(">Qui suis-je\u{202F}?</text>"))
    #expect(drawing.contains(">Au crayon.</text>"))
    #expect(drawing.split(separator: "<rect x=").count == 3)
  }

  @Test func drawsACanvasUpright() async throws {
    let site = try SampleSite([
      "content/_types/canevas.yaml": Self.canvasType,
      "content/canevas/c.md":
        "---\ntitre: C\ndebout: oui\ncolonnes: 1\nlignes: 1\ncases: [{ nom: A, x: 1, y: 1 }]\n---\n",
    ])
    #expect(try await site.build().findings == [])
    let drawing = try #require(site.published("canevas/c/canevas.svg"))
    #expect(drawing.contains(#"width="210mm" height="297mm""#))
  }

  /// A sheet that names a canvas, with and without what holds it.
  @Test(arguments: [
    ("dafar: [Canevas A3, Feutres]", ["check.missing-support content/outils/scie.md:3:8"]),
    ("dafar: [Feutres, Canevassier]", []),
    ("dafar: [Canevas]\nfichiers: [a.svg]", []),
    ("dafar: [Canevas]\nfeuille: a", []),
  ])
  func saysWhichPrintedThingsHaveNoFile(lines: String, expected: [String]) async throws {
    let type = """
      libelle: Outil
      dossier: outils
      controles: [{ supports: { noms: dafar, mots: [Canevas], fichiers: fichiers, relations: [feuille] } }]
      relations: { feuille: { libelle: F, vers: [page] } }
      champs: { dafar: { libelle: D, plusieurs: true }, fichiers: { libelle: F, plusieurs: true } }
      """
    let found = try await CheckedSample.findings(
      "check.missing-support",
      in: [
        ("content/_types/outil.yaml", type), ("content/a.md", "# A\n"),
        ("content/outils/scie.md", "---\ntitre: Scie\n\(lines)\n---\nCoupe.\n"),
      ])
    #expect(found.map(\.summary) == expected)
  }
}
