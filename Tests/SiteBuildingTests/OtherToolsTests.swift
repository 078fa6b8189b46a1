import Diagnostics
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Folders as other tools lay them out.
@Suite struct OtherToolsTests {
  @Test func countsWhatIsLeftOut() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/_brouillons/a.md": "A.\n",
      "content/_brouillons/b/c.md": "C.\n", "content/_gabarit.md": "Gabarit.\n",
      "content/.notes/d.md": "D.\n", "content/.git/e.md": "E.\n", "content/liste.njk": "{{ a }}",
      "content/page.mdx": "---\ntitle: Page\n---\nTexte.\n",
    ])
    let report = try await site.build()
    #expect(
      report.findings == [
        "source.left-folder content/.notes", "source.left-folder content/_brouillons",
        "source.components content/page.mdx",
      ])
    #expect(report.diagnostics.contains { $0.message.french.hasPrefix("2 fiches sont dans") })
    #expect(
      report.notPublished == [
        "source.left-out content/.notes/d.md", "source.left-out content/_brouillons/a.md",
        "source.left-out content/_brouillons/b/c.md", "source.left-out content/_gabarit.md",
        "source.left-out content/liste.njk",
      ])
    #expect(site.published("page/index.html")?.contains("Texte.") == true)
    let names = site.files.keys.filter { $0.contains("gabarit") || $0.contains("liste") }
    #expect(names.sorted() == [])
  }

  @Test func publishesTheCollectionsOfJekyll() async throws {
    let site = try SampleSite([
      "content/_config.yml":
        "collections:\n  methodes:\n    output: true\n  notes:\n    output: false\n"
        + "include: [_pages]\n",
      "content/_methodes/cafe.md": "Café.\n", "content/_pages/a-propos.md": "À propos.\n",
      "content/_notes/a.md": "A.\n", "content/index.md": "[Café](/methodes/cafe/)\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["source.left-folder content/_notes"])
    #expect(site.published("methodes/cafe/index.html") != nil)
    #expect(site.published("pages/a-propos/index.html") != nil)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func takesTheOrderOfAListOfPages() async throws {
    let site = try SampleSite([
      "content/SUMMARY.md": "# Sommaire\n\n* [B](b.md)\n  * [A](./a.md#x)\n* [C](<c.md>)\n",
      "content/a.md": "A.\n", "content/b.md": "B.\n", "content/c.md": "C.\n",
      "content/README.md": "# Le lab\n",
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(report.notPublished == [])
    #expect(site.published("index.html")?.contains("<h1>Le lab</h1>") == true)
    #expect(site.published("SUMMARY/index.html") == nil)
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("../b/") && page.contains("../c/"))
  }

  @Test func readsFoldersAsLanguages() async throws {
    let site = try SampleSite([
      "archipel.yaml": "lang: en\nlanguages: [en, fr, ar]\n",
      "content/page.md": "---\ntitle: Page\n---\nText.\n",
      "content/fr/page.md": "---\ntitle: La page\n---\nTexte.\n",
      "content/ar/autre.md": "---\ntitle: صفحة\n---\nنص.\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["translation.original content/ar/autre.md"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(site.published("fr/page/index.html")?.contains("<html lang=\"fr\"") == true)
    #expect(site.published("page/index.html")?.contains("hreflang=\"fr\"") == true)
    #expect(site.published("ar/autre/index.html")?.contains("lang=\"ar\"") == true)
    try site.write("lang: en\n", to: "archipel.yaml")
    let findings = try await site.build().findings
    #expect(findings == ["translation.folder content/fr"])
  }

  @Test func showsNoLeadThatNobodyWrote() async throws {
    let site = try SampleSite([
      "content/a.md": "# A\n\nMarcher à deux pour préparer une question.\n",
      "content/b.md": "---\nsummary: Deux mots du lab\n---\n# B\n\nTexte.\n",
      "content/c.md":
        "# C\n\n![Une carte](c.png)\n\nVoir [[Perdu|la page perdue]] avant de partir.\n",
      "content/index.md": "Accueil.\n",
    ])
    try await site.build { $0.options.builtInThemes = Fixtures.folder + "/../../themes" }
    let page = try #require(site.published("a/index.html"))
    #expect(!page.contains("class=\"chapeau\""))
    #expect(page.contains("content=\"Marcher à deux pour préparer une question.\""))
    #expect(
      site.published("b/index.html")?.contains("<p class=\"chapeau\">Deux mots du lab</p>") == true)
    let third = try #require(site.published("c/index.html"))
    #expect(third.contains("content=\"Voir la page perdue avant de partir.\""))
  }

  @Test func holdsBackWhatHasExpiredOrWaits() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/a.md": "---\nexpiryDate: 2026-03-14\n---\n",
      "content/b.md": "---\npublishDate: 2026-03-15\ndate: 2026-01-01\n---\n",
      "content/c.md": "---\nunlisted: true\n---\n",
      "content/d.md": "---\nexpirydate: 2026-03-15\n---\n",
    ])
    let report = try await site.build()
    #expect(
      report.notPublished == [
        "sheet.held-back content/a.md", "sheet.waiting content/b.md",
        "sheet.held-back content/c.md",
      ])
    #expect(site.published("d/index.html") != nil)
    #expect(site.published("a/index.html") == nil)
  }
}
