import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

@Suite struct DraftTests {
  private static let files: KeyValuePairs = [
    "content/_types/t.yaml":
      "libelle: T\ndossier: t\nbrouillon_si: { statut: brouillon }\n"
      + "champs: { statut: { libelle: Statut } }\n",
    "content/index.md": "Bonjour.\n", "content/s/draft.md": "---\ndraft: true\ntags: [seul]\n---\n",
    "content/s/brouillon.md": "---\nbrouillon: oui\n---\n",
    "content/s/demain.md": "---\ndate: 2026-03-15\n---\n",
    "content/s/aujourdhui.md": "---\ndate: 2026-03-14\n---\n",
    "content/t/statut.md": "---\nstatut: Brouillon\n---\n",
    "content/t/relu.md": "---\nstatut: relu\n---\n",
  ]

  @Test func leavesOutDraftsAndWhatIsToCome() async throws {
    let site = try SampleSite(Self.files)
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(
      report.notPublished == [
        "sheet.held-back content/s/brouillon.md", "sheet.waiting content/s/demain.md",
        "sheet.held-back content/s/draft.md", "sheet.held-back content/t/statut.md",
      ])
    let pages = site.files.keys.filter { $0.hasPrefix("s/") || $0.hasPrefix("t/") }.sorted()
    #expect(
      pages == [
        "s/aujourdhui/index.html", "s/feed.json", "s/feed.xml", "s/index.html", "t/feed.json",
        "t/feed.xml", "t/index.html", "t/relu/index.html",
      ])
    for name in ["draft", "brouillon", "demain", "statut", "seul"] {
      let places = site.files.filter { path, bytes in
        !path.hasPrefix("recherche-index/")
          && String(decoding: bytes, as: UTF8.self).contains("/\(name)/")
      }
      #expect(places.keys.sorted() == [], "\(name)")
    }
  }

  @Test(arguments: ["draft: true", "date: 2030-01-01"])
  func keepsNothingFromBeingPublishedByWhatIsWrongInThem(reason: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n",
      "content/index.md": "Bonjour.\n",
      "content/a.md": "---\n\(reason)\nupdated: hier\n---\n",
    ])
    let report = try await site.build { $0.options.isStrict = true }
    #expect(report.findings == ["front-matter.date content/a.md:3:10"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .remark })
    #expect(site.published("index.html") != nil)
    let whole = try await site.build { $0.options.includesDrafts = true }
    #expect(whole.findings == report.findings)
    #expect(whole.hasErrors)
  }

  @Test func publishesThemWhenAskedTo() async throws {
    let site = try SampleSite(Self.files)
    #expect(try await site.build { $0.options.includesDrafts = true }.findings == [])
    for path in ["s/draft", "s/brouillon", "s/demain", "t/statut", "etiquettes/seul"] {
      #expect(site.published(path + "/index.html") != nil, "\(path)")
    }
    #expect(site.published("s/draft/index.html")?.contains("<p>Brouillon</p>") == true)
    #expect(site.published("s/demain/index.html")?.contains("<p>Brouillon</p>") == false)
  }
}
