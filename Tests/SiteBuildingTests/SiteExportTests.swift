import SiteLoading
import Diagnostics
import Foundation
import SiteBuilding
import Testing

/// The forms of the catalogue that a site asks for.
@Suite struct SiteExportTests {
  private static let names = [
    "catalogue.csv", "catalogue.jsonld", "commons.schema.json", "references.bib",
    "references.csl.json", "CITATION.cff",
  ]

  private static func site(_ configuration: String) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": "title: \"Lab & co\"\nlicence: CC-BY-SA-4.0\npublisher: \"L’équipe\"\n"
        + configuration,
      "content/index.md": "Bonjour.\n",
      "content/a.md":
        "---\ntitre: \"=1+1; \\\"citée\\\" {et} 100 %\"\nauteurs: [Ana Le Bras, Lab]\nmis_a_jour: 2026-03-01\n---\nTexte.\n",
      "content/fr/b.md": "---\ntitre: B\n---\n",
    ])
  }

  @Test func asksForNoneByDefault() async throws {
    let site = try Self.site("base_url: https://lab.bzh\n")
    #expect(try await site.build().findings == [])
    #expect(Self.names.allSatisfy { site.published($0) == nil })
  }

  @Test func publishesThoseThatAreAskedFor() async throws {
    let site = try Self.site(
      "base_url: https://lab.bzh\nexports: [csv, dcat, schema, bibtex, csl, citation]\n")
    #expect(try await site.build().findings == [])
    #expect(Self.names.allSatisfy { site.published($0) != nil })
    let table = try #require(site.published("catalogue.csv"))
    #expect(table.contains("a;page;\"'=1+1") && table.contains(" \"\"citée\"\" {et} 100"))
    let references = try #require(site.published("references.bib"))
    #expect(references.contains("@misc{a,\n  title = {{=1+1"))
    #expect(
      references.contains(" \"citée\" {\\textbraceleft}et{\\textbraceright} 100\u{202F}\\%}},\n"))
    #expect(references.contains("author = {{Ana Le Bras} and {Lab}},\n  year = {2026},\n"))
    #expect(references.contains("url = {https://lab.bzh/a/}"))
    let open = try #require(site.published("catalogue.jsonld"))
    #expect(open.contains("\"dcat:downloadURL\""))
    for name in ["catalogue.jsonld", "commons.schema.json", "references.csl.json"] {
      let bytes = Data(try #require(site.published(name)).utf8)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: bytes) }
    }
  }

  @Test(arguments: [
    ("CC-BY-SA-4.0", "lire, copier et adapter."),
    ("CC-BY-ND-4.0", "lire et copier, sans les changer."),
    (nil, "peut lire."),
  ])
  func promisesWhatTheLicenceAllows(licence: String?, words: String) async throws {
    let site = try SampleSite([
      "archipel.yaml":
        "title: Lab\nforge: { address: \"https://github.com/lab/site\" }\nexports: [publiccode]\n"
        + (licence.map { "licence: \($0)\n" } ?? ""),
      "content/index.md": "Bonjour.\n",
    ])
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(!report.hasErrors, "\(report.findings)")
    let said = try #require(site.published("publiccode.yml"))
    #expect(said.contains(words) && !said.contains("Copie complète"), "\(said)")
  }

  @Test func programsReadWordsAndAddresses() async throws {
    let site = try SampleSite([
      "archipel.yaml":
        "title: Lab\nbase_url: https://lab.bzh\nlicence: CC-BY-SA-4.0\nexports: [dcat]\n",
      "content/index.md": "Bonjour.\n",
      "content/_types/rdv.yaml": """
      libelle: Rendez-vous
      dossier: rdv
      exporte: [jsonld]
      schema_org: Event
      champs:
        quand: { libelle: Quand, type: date_heure, schema_org: startDate }
        lieu: { libelle: Lieu, type: markdown, schema_org: location }
      calendrier: { debut: quand, lieu: lieu }
      """,
      "content/rdv/a.md": """
      ---
      titre: A
      quand: 2026-07-01 10:00
      lieu: "**Rennes** & [mairie](https://rennes.bzh)"
      credits: [{ titre: Livre, source: "https://livre.bzh/", licence: CC-BY-4.0 }]
      ---
      """,
    ])
    #expect(try await site.build().findings == [])
    let data = try #require(site.published("rdv/a/index.jsonld"))
    #expect(data.contains("\"location\": \"Rennes ") && !data.contains("**"), "\(data)")
    #expect(data.contains("\"license\": \"https://creativecommons.org/licenses/by/4.0/\""))
    #expect(data.contains("\"license\": \"https://creativecommons.org/licenses/by-sa/4.0/\""))
    #expect(data.contains("\"url\": \"https://livre.bzh/\""))
    let event = try #require(site.published("rdv/a/evenement.ics"))
    #expect(event.contains("LOCATION:Rennes & mairie\r\n"))
    #expect(!(try #require(site.published("catalogue.jsonld"))).contains("deed"))
    // Another title gives no event another name.
    let name = event.split(separator: "\r\n").first { $0.hasPrefix("UID:") }
    try site.write(
      "title: Un autre nom\nbase_url: http://lab.bzh/\nlicence: CC-BY-SA-4.0\n",
      to: "archipel.yaml")
    #expect(try await site.build().findings == [])
    #expect(site.published("rdv/a/evenement.ics")?.contains(name ?? "?") == true)
  }

  @Test func aDescriptionOfOpenDataNeedsAnAddress() async throws {
    let site = try Self.site("exports: [dcat, csv]\n")
    #expect(try await site.build().findings == [])
    #expect(site.published("catalogue.jsonld") == nil)
    #expect(site.published("catalogue.csv") != nil)
  }

  @Test func anUnknownFormIsTold() async throws {
    let site = try Self.site("exports: [pdf]\n")
    let report = try await site.build()
    #expect(report.findings.count == 1)
    #expect(report.diagnostics.contains { $0.message.french.contains("« pdf »") })
  }
}
