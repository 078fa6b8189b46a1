import ContentModel
import Diagnostics
import SiteBuilding
import Testing

@testable import SiteGraph

/// Sheets that are rows of data files are sheets like any other.
@Suite struct DataSheetTests {
  private static let type = """
    libelle: Lieu
    libelle_pluriel: Lieux
    dossier: lieux
    exporte: [source, donnees, paquet]
    donnees: lieux
    champs:
      ville: { libelle: Ville, requis: true }
      surface: { libelle: Surface, type: entier }
    relations:
      pres_de: { libelle: Près de, vers: [lieu], plusieurs: true, inverse: { nom: voisins, libelle: Voisins } }

    """
  private static let table = """
    titre;ville;surface;pres_de;tags;texte
    Le Port;Brest;12;lieux/forge;mer;"Un lieu.

    Voir [la forge](forge.md)."
    Forge;Lannion;;;;
    """

  private static func site(
    _ table: String = table, _ more: KeyValuePairs<String, String> = [:]
  ) throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml":
        "base_url: https://exemple.fr/\nforge: { adresse: https://codeberg.org/lab/site }\n",
      "content/_types/lieu.yaml": type, "content/_data/lieux.csv": table,
      "content/index.md": "Voir [[Le Port]] et [la forge](lieux/forge.md).\n",
      "content/lieux/index.md": "---\ntitre: Nos lieux\n---\nBonjour.\n",
    ])
    for (path, text) in more { try site.write(text, to: path) }
    return site
  }

  @Test func publishesAPageForEachRow() async throws {
    let site = try Self.site()
    #expect(try await site.build().findings == [])
    let port = try #require(site.published("lieux/le-port/index.html"))
    #expect(port.contains("Un lieu.") && port.contains("lieux/forge/\">la forge</a>"))
    #expect(site.published("lieux/index.html")?.contains("forge/") == true)
    #expect(site.published("etiquettes/mer/index.html")?.contains("Le Port") == true)
    #expect(
      site.published("lieux/le-port/index.md")?.contains("titre: Le Port\nville: Brest") == true)
    #expect(site.published("lieux/le-port/index.json")?.contains("\"surface\": 12") == true)
    #expect(site.published("commons.json")?.contains("lieux/le-port") == true)
    #expect(site.files.keys.contains("lieux/le-port/le-port.zip"))
    #expect(!site.files.keys.contains { $0.hasSuffix(".csv") })
  }

  /// What is wrong is told at the cell, whoever finds it.
  @Test func tellsMistakesAtTheirCells() async throws {
    let site = try Self.site(
      """
      titre;ville;surface;pres_de;tags;texte
      Le Port;Brest;douze;lieux/rien;;"Un lieu.

      Voir [rien](rien.md)."
      Forge;;3;;;
      """, ["content/index.md": "Bonjour.\n"])
    let report = try await site.build()
    let path = "content/_data/lieux.csv"
    #expect(
      report.findings == [
        "front-matter.integer \(path):2:15", "reference.dangling \(path):2:21",
        "link.dangling \(path):4:13", "front-matter.missing \(path):5:7",
      ])
  }

  @Test(arguments: [
    (
      "content/lieux/forge.md", "---\ntitre: Forge\nville: Brest\n---\n",
      "rows.written content/_data/lieux.csv:5:1"
    ),
    (
      "content/_types/lieu.yaml", type.replacing("donnees: lieux", with: "donnees: lieu"),
      "rows.missing-file content/_types/lieu.yaml:5:10"
    ),
    (
      "content/_types/lieu.yaml", type.replacing("dossier: lieux\n", with: ""),
      "rows.folder content/_types/lieu.yaml:4:10"
    ),
    (
      "content/_types/place.yaml", "libelle: Place\ndossier: places\ndonnees: lieux\n",
      "rows.two-types content/_types/place.yaml:3:10"
    ),
    (
      "content/frise.md", "---\ntitre: F\nvue: { genre: frise, donnees: lieux }\n---\n",
      "rows.view content/frise.md:3:31"
    ),
  ])
  func refusesWhatContradictsTheRows(path: String, text: String, finding: String) async throws {
    let site = try Self.site(Self.table, ["content/index.md": "Bonjour.\n"])
    try site.write(text, to: path)
    #expect(try await site.build().findings.contains(finding))
    #expect(site.files.isEmpty)
  }

  /// A file may translate a row.
  @Test func translatesARow() async throws {
    let site = try Self.site(
      Self.table, ["content/lieux/forge.br.md": "---\ntitre: Govel\n---\nTestenn.\n"])
    #expect(try await site.build().findings == [])
    #expect(site.published("br/lieux/forge/index.html")?.contains("Testenn.") == true)
  }

  /// Whoever would change the page is led to the data.
  @Test func leadsToTheDataFile() async throws {
    let site = try Self.site(
      Self.table,
      ["themes/ti/templates/base.mustache": "[{{page.edit_url}}]"])
    try await site.build()
    #expect(
      site.published("lieux/forge/index.html")
        == "[https://codeberg.org/lab/site/_edit/main/content/_data/lieux.csv]")
    guard case .page(let page) = try await SiteBuilder(site.request()).explain("lieux/le-port")
    else {
      Issue.record("the page is not found")
      return
    }
    let text = page.text(in: .french)
    #expect(text.contains("  content/_data/lieux.csv, ligne 2, de type « lieu »\n"))
    #expect(text.contains("  ligne 4 : forge.md → content/lieux/forge.md\n"))
  }

  /// A changed row makes its own pages again; rows that move make none.
  @Test func makesWhatARowChangesAgain() async throws {
    let site = try Self.site()
    try await site.settle()
    try await site.build()
    for table in [
      Self.table.replacing("Un lieu.", with: "Deux lieux."),
      Self.table.replacing("texte\n", with: "texte\n;;;;;\n\n"),
      Self.table.replacing("Forge;", with: "Atelier;Brest;;;;\nForge;"),
      Self.table.replacing("12", with: "douze"),
      Self.table.replacing("texte", with: "body"), Self.table,
    ] {
      try site.write(table, to: "content/_data/lieux.csv")
      try await site.settle()
      let outcome = try await Regeneration(site)
      #expect(outcome.differences == [], "\(table)")
      #expect(outcome.newFileCount < 30)
    }
  }

  @Test func makesNothingAgainForARowThatMoves() async throws {
    let site = try Self.site()
    try await site.settle()
    try await site.build()
    // A file that is written again as it was: only what is made at each build is.
    try site.write("---\ntitre: Nos lieux\n---\nBonjour.\n", to: "content/lieux/index.md")
    try await site.settle()
    let least = try await site.build().newFileCount
    try site.write(
      Self.table.replacing("texte\n", with: "texte\n;;;;;\n\n"), to: "content/_data/lieux.csv")
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(report.newFileCount == least)
  }

  @Test func previewsAnEditedRow() async throws {
    let site = try Self.site()
    let builder = SiteBuilder(site.request())
    let first = try await builder.preview()
    try site.write(
      Self.table.replacing("Un lieu.", with: "Deux lieux."), to: "content/_data/lieux.csv")
    let second = try await builder.preview(after: first)
    let page = try #require(try await second.file(at: "lieux/le-port/index.html"))
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("Deux lieux."))
  }
}
