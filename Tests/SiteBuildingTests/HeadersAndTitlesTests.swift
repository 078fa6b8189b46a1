import Diagnostics
import SiteBuilding
import Testing

/// Titles and front matter in the folders of other tools.
@Suite struct HeadersAndTitlesTests {
  @Test(arguments: [
    "[TOC]\n\n# Titre\n\nTexte.\n", "Titre\n=====\n\nTexte.\n", "#\tTitre\n\nTexte.\n",
    "[a]: https://a.example\n\n# Titre\n\nTexte [a].\n", "<!-- c -->\n# Titre\n\nTexte.\n",
    "<h1>Titre</h1>\n\nTexte.\n", "import X from './x'\n\n# Titre\n\nTexte.\n",
    "%% c %%\n\n# Titre\n\nTexte.\n", "::: v-pre\n# Titre\n:::\n\nTexte.\n",
  ])
  func showsTheTitleOnce(text: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/fichier.md": text])
    try await site.build()
    let page = site.published("fichier/index.html") ?? ""
    #expect(page.contains("<h1>Titre</h1>"))
    #expect(!page.contains("<h2"))
    #expect(page.contains("Texte"))
    #expect(!page.contains("# Titre"))
  }

  @Test func keepsAHeadingThatIsNotTheTitle() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n",
      "content/a.md": "---\ntitre: Une fiche\n---\n\n# Un autre titre\n\nTexte.\n",
      "content/b.md": "--8<-- \"c.md\"\n\nTexte.\n", "content/c.md": "# Le titre inclus\n",
    ])
    try await site.build()
    #expect(site.published("a/index.html")?.contains("<h1>Une fiche</h1>") == true)
    #expect(site.published("a/index.html")?.contains("Un autre titre") == true)
    #expect(site.published("b/index.html")?.contains("Le titre inclus") == true)
  }

  @Test func writesTheSignsOfATitleOnce() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/a.md": "# Arts &amp; l&#39;art :tada:\n\nTexte.\n",
    ])
    try await site.build()
    #expect(site.published("a/index.html")?.contains("<h1>Arts &amp; l’art 🎉</h1>") == true)
  }

  @Test func publishesTheTextBelowAHeaderThatCannotBeRead() async throws {
    let site = try SampleSite([
      "content/index.md": "[a](a.md) [b](b.md)\n",
      "content/a.md": "---\ntitre: Fiche\nresume: un: deux\n---\n\nTexte de a.\n",
      "content/b.md": "---\ntitre: Fiche\n\nTexte de b.\n",
    ])
    let report = try await site.build()
    #expect(!report.diagnostics.contains { $0.severity == .error })
    #expect(site.published("a/index.html")?.contains("Texte de a.") == true)
    #expect(site.published("b/index.html") == nil)
    let ids = report.diagnostics.map { "\($0.id) \($0.location.path)" }
    #expect(
      Set(ids).isSuperset(of: [
        "yaml.syntax content/a.md", "front-matter.unread content/a.md",
        "front-matter.unclosed content/b.md", "sheet.held-back content/b.md",
        "link.unpublished content/index.md",
      ]))
    #expect(!ids.contains("link.dangling content/index.md"))
  }

  /// The name of a file says less than that in a list of pages.
  @Test func takesATitleFromAListOfPages() async throws {
    let site = try SampleSite([
      "content/SUMMARY.md": "# Livre\n\n- [Arrêt *propre*](ch21-03-arret.md)\n- [B](b.md)\n",
      "content/ch21-03-arret.md": "## Arrêt propre\n\nTexte.\n\n### Suite\n\n## Fin\n",
      "content/b.md": "# Le titre\n\nTexte.\n",
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("ch21-03-arret/index.html"))
    #expect(page.contains("<h1>Arrêt propre</h1>"))
    #expect(!page.contains("id=\"arret-propre\""))
    #expect(page.contains("<h2 id=\"suite\">") && page.contains("<h2 id=\"fin\">"))
    #expect(site.published("b/index.html")?.contains("<h1>Le titre</h1>") == true)
    // A name that changes changes the title.
    try await site.settle()
    try site.write("- [Arrêt](ch21-03-arret.md)\n", to: "content/SUMMARY.md")
    try await site.build()
    let renamed = try #require(site.published("ch21-03-arret/index.html"))
    #expect(renamed.contains("<h1>Arrêt</h1>") && renamed.contains("id=\"arret-propre\""))
  }

  @Test func takesATitleFromTheMenuOfMkDocs() async throws {
    let site = try SampleSite([
      "mkdocs.yml": "site_name: Lab\nnav:\n  - Premier pas: a.md\n", "docs/a.md": "Texte.\n",
    ])
    try await site.build()
    #expect(site.published("a/index.html")?.contains("<h1>Premier pas</h1>") == true)
  }

  /// A name with spaces is a title as it is typed.
  @Test(arguments: [
    ("Domanda - Indice (1)", "Domanda - Indice (1)"),
    ("aide-mémoire en bref", "aide-mémoire en bref"), ("world-cafe", "World cafe"),
  ])
  func takesATitleFromTheNameOfAFile(name: String, title: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try site.write("Texte.\n", to: "content/\(name).md")
    try await site.build()
    #expect(site.published("\(name)/index.html")?.contains("<h1>\(title)</h1>") == true)
  }
}
