import Diagnostics
import Foundation
import SiteBuilding
import SiteLoading
import Testing

/// Pages that their address and links alone lead to.
struct UnlistedTests {
  /// A site that shows its sheets in every way; the one at `notes/zanzibar/` is called Zanzibar.
  private func site(_ key: String) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": """
      base_url: https://exemple.fr/
      languages: [br]
      taxonomies: [savoirs]
      feeds: [tags, terms]
      exports: [csv, bibtex, dcat]

      """,
      "content/_types/note.yaml": """
      libelle: Note
      dossier: notes
      calendrier: { debut: debut }
      champs:
        savoirs: { libelle: Savoirs, type: etiquettes }
        debut: { libelle: Début, type: date_heure }
      relations:
        voir:
          libelle: Voir
          vers: [note]
          plusieurs: true
          inverse: { nom: vu_par, libelle: Vu par }

      """,
      "content/index.md": """
      ---
      vues:
        - { genre: liste, type: note }
        - { genre: agenda, type: note }
      ---
      Bonjour.

      """,
      "content/notes/index.md": "---\ntitre: Notes\n---\nDes notes.\n",
      "content/notes/a.md": """
      ---
      titre: Alpha
      date: 2026-01-01
      etiquettes: [mer]
      savoirs: [nager]
      ---
      Une note.

      """,
      "content/notes/c.md": """
      ---
      titre: Gamma
      date: 2026-01-03
      etiquettes: [mer]
      savoirs: [nager]
      ---
      Voir [la suite](zanzibar.md).

      """,
      "content/notes/zanzibar.md": """
      ---
      titre: Zanzibar
      date: 2026-01-02
      etiquettes: [mer, zanzi]
      savoirs: [nager, zanzi]
      debut: 2026-04-01
      voir: [a]
      \(key)
      ---
      Un mot : zanzibarite. [Alpha](a.md).

      """,
      "content/notes/zanzibar.br.md": "---\ntitre: Zanzibar br\n---\nUr ger.\n",
    ])
  }

  /// The published files that name the sheet, the manifest apart, which names every file.
  private func naming(_ site: SampleSite) -> [String] {
    site.files.filter { path, bytes in
      path != ".archipel-manifest.json" && !path.hasPrefix(".")
        && String(decoding: bytes, as: UTF8.self).lowercased().contains("zanzi")
    }.keys.sorted()
  }

  @Test(arguments: [
    "unlisted: true", "hors_listes: oui", "build: { list: never }", "_build: { list: never }",
    "nav_exclude: true\nsearch_exclude: true",
  ])
  func publishesAPageInNoList(key: String) async throws {
    let site = try site(key)
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    // A type that a site declares takes no key that it does not know without a word.
    #expect(
      report.diagnostics.filter { $0.severity != .remark }.allSatisfy {
        $0.id == "front-matter.unknown-key"
      }, "\(report.findings)")
    #expect(
      report.diagnostics.filter { $0.id == "sheet.unlisted" }.map(\.location.path)
        == ["content/notes/zanzibar.br.md", "content/notes/zanzibar.md"])
    #expect(
      naming(site) == [
        "br/notes/zanzibar/index.html", "notes/c/index.html", "notes/zanzibar/evenement.ics",
        "notes/zanzibar/index.html",
      ])
    for folder in ["", "br/"] {
      let page = try #require(site.published(folder + "notes/zanzibar/index.html"))
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
      // What it bears with others, and nothing that is its own alone, has a page to lead to.
      #expect(page.contains("etiquettes/mer/") && !page.contains("etiquettes/zanzi/"))
    }
    #expect(site.published("notes/c/index.html")?.contains("notes/zanzibar/\">la suite") == true)
  }

  @Test func isListedAgainFromWhatTheBuildKept() async throws {
    let site = try site("hors_listes: oui")
    func build() async throws -> [String] {
      try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
      let kept = site.files
      let scratch = try await site.filesFromScratch {
        $0.options.builtInThemes = Fixtures.publishedThemes
      }
      return kept.keys.filter { !$0.hasPrefix(".") && kept[$0] != scratch[$0] }.sorted()
    }
    #expect(try await build() == [])
    let hidden = naming(site)
    let path = site.source + "/content/notes/zanzibar.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try await site.settle()
    try site.write(text.replacing("hors_listes: oui\n", with: ""), to: "content/notes/zanzibar.md")
    #expect(try await build() == [])
    #expect(naming(site).count > hidden.count + 10)
    try await site.settle()
    try site.write(text, to: "content/notes/zanzibar.md")
    #expect(try await build() == [])
    #expect(naming(site) == hidden)
    try await site.settle()
    try site.write("Encore.\n", to: "content/notes/d.md")
    #expect(try await build() == [])
  }

  @Test func aFolderOfUnlistedPagesHasNoPage() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Essai\n", "content/index.md": "[Là](caches/a/un.md).\n",
      "content/caches/a/un.md": "---\ntitre: Un\nhors_listes: oui\n---\nUn.\n",
      "content/montres/deux.md": "Deux.\n",
      "content/clos/index.md": "---\ntitre: Clos\nhors_listes: oui\n---\nTrois.\n",
      "content/clos/quatre.md": "Quatre.\n",
    ])
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings.filter { !$0.hasPrefix("sheet.unlisted") } == [])
    #expect(site.published("caches/index.html") == nil)
    #expect(site.published("caches/a/index.html") == nil)
    #expect(site.published("montres/index.html") != nil)
    let page = try #require(site.published("caches/a/un/index.html"))
    #expect(!page.contains("href=\"../\"") && !page.contains("href=\"../../\""))
    let map = try #require(site.published("plan-du-site/index.html"))
    #expect(map.contains("montres/") && !map.contains("caches/") && !map.contains("clos/"))
    #expect(site.published("clos/index.html")?.contains("quatre/") == true)
  }

  @Test func drafts() async throws {
    let site = try SampleSite([
      "content/index.md": "A.\n", "content/b.md": "---\nunlisted: true\n---\n",
    ])
    let report = try await site.build { $0.options.includesDrafts = true }
    #expect(report.findings == ["sheet.unlisted content/b.md"])
  }
}
