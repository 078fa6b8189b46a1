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
    #expect(references.contains(" \"citée\" et 100\u{202F}\\%}},\n"))
    #expect(references.contains("author = {{Ana Le Bras} and {Lab}},\n  year = {2026},\n"))
    #expect(references.contains("url = {https://lab.bzh/a/}"))
    let open = try #require(site.published("catalogue.jsonld"))
    #expect(open.contains("\"dcat:downloadURL\""))
    for name in ["catalogue.jsonld", "commons.schema.json", "references.csl.json"] {
      let bytes = Data(try #require(site.published(name)).utf8)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: bytes) }
    }
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
