import Diagnostics
import SiteBuilding
import SiteLoading
import Testing

/// What Obsidian, Zettlr, Logseq, Docusaurus and Hugo keep beside the text, or in it.
@Suite struct NoteToolsTests {
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4\"/></svg>"

  @Test func leavesDrawingsOfExcalidrawOut() async throws {
    let site = try SampleSite([
      "content/a.md": "![[Plan.excalidraw]] [[Vue.excalidraw]]\n",
      "content/Plan.excalidraw.md": "==⚠ Switch to EXCALIDRAW VIEW==\n",
      "content/Plan.excalidraw.svg": Self.drawing,
      "content/dessins/Vue.excalidraw.md": "# Text Elements\n",
    ])
    let report = try await site.build()
    #expect(
      report.notPublished == [
        "source.left-out content/Plan.excalidraw.md",
        "source.left-out content/dessins/Vue.excalidraw.md",
      ])
    #expect(report.findings.contains("link.left-out content/a.md:1:22"))
    #expect(!report.findings.contains { $0.hasPrefix("link.dangling") })
    #expect(site.published("a/index.html")?.contains("<img") == true)
    #expect(site.files.keys.filter { $0.lowercased().hasSuffix("excalidraw/index.html") } == [])
  }

  @Test(arguments: [
    ("20230101120000 Note.md", "# Ma note\n"), ("note.md", "# Ma note\n\nID: 20230101120000\n"),
    ("note.md", "---\ntitle: Ma note\nid: 20230101120000\n---\n"),
    ("note.md", "# Ma note\n\n@20230101120000 #tag\n"),
  ])
  func followsTheIDsOfNotes(file: String, text: String) async throws {
    let site = try SampleSite([
      "content/a.md": "[[20230101120000]] et [[20230101120000|elle]]\n",
      "content/notes/\(file)": text,
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains(">Ma note</a>") && page.contains(">elle</a>"))
    #expect(PublishedLinks(of: site.files).dangling == [])
    #expect(site.files.keys.contains { $0.hasPrefix("20230101120000/") } == false)
  }

  @Test func readsThePropertiesOfLogseq() async throws {
    let site = try SampleSite([
      "content/a.md": "[[Le café]] [[cafe-voisins]]\n",
      "content/b.md":
        "title:: Café des voisins\ntags:: [[rencontre]], quartier\nalias:: Le café, cafe-voisins\n"
        + "icon:: ☕\n\n- Un\n  id:: 64b0c0e2-0000-4000-8000-000000000000\n  collapsed:: true\n"
        + "  - Deux\n- Trois\n  :LOGBOOK:\n  CLOCK: [2023-01-01]\n  :END:\n",
      "content/c.md": "title:: Caché\npublic:: false\n\nC.\n",
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(report.notPublished == ["sheet.held-back content/c.md"])
    let page = try #require(site.published("b/index.html"))
    #expect(page.contains("Café des voisins</h1>"))
    for hidden in ["::", "64b0c0e2", "collapsed", "CLOCK", "title"] {
      #expect(!page.contains("<li>\(hidden)") && !page.contains("\(hidden)::"))
    }
    #expect(!page.contains("<p>Un</p>"))
    #expect(site.published("etiquettes/rencontre/index.html") != nil)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func publishesAtTheRootWhatDocusaurusDoes() async throws {
    let site = try SampleSite([
      "content/guide/intro.md": "---\ntitle: Bienvenue\nslug: /\n---\n[Suite](./suite.md)\n",
      "content/guide/suite.md":
        "---\ntitle: Suite\nslug: /la/suite\n---\n[Début](/) [Ici](/la/suite)\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("index.html")?.contains("guide/suite/") == true)
    #expect(site.published("guide/intro/index.html") == nil)
    #expect(PublishedLinks(of: site.files).dangling == [])
    let other = try SampleSite([
      "content/index.md": "# Accueil\n", "content/b.md": "---\ntitle: B\nslug: /\n---\nB.\n",
    ])
    #expect(try await other.build().findings == ["sheet.home content/b.md:3:7"])
    #expect(other.published("b/index.html") != nil)
  }

  @Test func takesTheTitleTheLanguageAndTheMenuOfHugo() async throws {
    let site = try SampleSite([
      "hugo.toml": """
      title = "Lab du port"
      languageCode = "en-GB"
      [[menus.main]]
      name = "Notes"
      pageRef = "/notes"
      weight = 20
      [[menus.main]]
      name = "About"
      url = "/about/"
      weight = 10
      [[menus.main]]
      name = "Nowhere"
      url = "/nowhere/"
      [[menus.main]]
      name = "Forge"
      url = "https://forge.example/"
      [[menus.main]]
      name = "Inside"
      parent = "Notes"
      url = "/notes/a/"

      """,
      "content/about.md": "# About\n", "content/notes/a.md": "# A\n",
    ])
    let findings = try await site.build().findings
    #expect(findings == ["site.menu hugo.toml", "site.other-settings hugo.toml"])
    let page = try #require(site.published("about/index.html"))
    #expect(page.contains("<html lang=\"en\"") && page.contains("Lab du port"))
    let places = ["About", "Notes", "Forge"].compactMap {
      page.firstRange(of: ">\($0)</a>")?.lowerBound
    }
    #expect(places.count == 3 && places == places.sorted())
    #expect(!page.contains("Nowhere"))
  }

  @Test func readsTheFoldersOfLanguagesOfAPlainFolder() async throws {
    let site = try SampleSite([
      "content/en/a.md": "# A\n\n[B](/b/)\n", "content/en/b.md": "# B\n",
      "content/bn/a.md": "# ক\n\n[A](a.md)\n",
    ])
    #expect(try await site.build().findings == ["translation.folders-found content/bn"])
    #expect(site.published("a/index.html")?.contains("<html lang=\"en\"") == true)
    #expect(site.published("bn/a/index.html")?.contains("lang=\"bn\"") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
    let rooted = try SampleSite([
      "a.md": "# A\n", "b.md": "# B\n", "fr/a.md": "# A\n", "de/a.md": "# A\n",
    ])
    #expect(try await rooted.build().findings == ["translation.folders-found de"])
    #expect(rooted.published("a/index.html")?.contains("<html lang=\"en\"") == true)
    #expect(rooted.published("fr/a/index.html")?.contains("<html lang=\"fr\"") == true)
    // The next build guesses anew.
    try rooted.remove("fr")
    try rooted.remove("de")
    #expect(try await rooted.build().findings == [])
    #expect(rooted.published("a/index.html")?.contains("<html lang=\"fr\"") == true)
    // A folder may be about artificial intelligence.
    let other = try SampleSite(["ia/x.md": "# X\n", "ia/y.md": "# Y\n", "notes.md": "# N\n"])
    #expect(try await other.build().findings == [])
    #expect(other.published("ia/x/index.html")?.contains("<html lang=\"fr\"") == true)
  }

  @Test(arguments: [
    ("Marcher à deux, dehors.", "Marcher **à deux**, dehors. Puis écrire.", false),
    ("Marcher à deux, dehors.", "On marche à deux.", true),
    ("Une marche.", "Une marche.", true),
  ])
  func showsNoSummaryThatTheTextOpensWith(
    summary: String, text: String, isShown: Bool
  ) async throws {
    let site = try SampleSite([
      "content/a.md": "---\ntitle: A\nresume: \"\(summary)\"\n---\n\(text)\n"
    ])
    try await site.build { $0.options.builtInThemes = Fixtures.folder + "/../../themes" }
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("class=\"chapeau\"") == isShown)
    #expect(page.contains("content=\"\(summary)\""))
  }

  @Test func followsTheWikiLinksOfYesWiki() async throws {
    let site = try SampleSite([
      "content/a.md": "[[PageWiki le texte]] [[Page wiki du lab]]\n",
      "content/PageWiki.md": "# La page\n", "content/Page.md": "# Page\n",
    ])
    #expect(try await site.build().findings == ["link.dangling content/a.md:1:23"])
    #expect(site.published("a/index.html")?.contains(">le texte</a>") == true)
  }

  @Test func takesTheOrderAndTheMenuOfMkDocs() async throws {
    let site = try SampleSite([
      "mkdocs.yml": """
      site_name: Lab du port
      nav:
        - index.md
        - Zèbres: guide/z.md
        - Guide:
            - Bien commencer: guide/m.md
            - guide/a.md
            - Plus loin:
                - Détails: guide/k.md
        - Forge: https://forge.example/

      """,
      "docs/index.md": "# Accueil\n", "docs/guide/a.md": "# A\n", "docs/guide/k.md": "# K\n",
      "docs/guide/m.md": "# M\n", "docs/guide/z.md": "# Z\n", "docs/guide/b.md": "# B\n",
    ])
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == ["site.other-settings mkdocs.yml"])
    let remark = try #require(report.diagnostics.first { $0.id == "site.other-settings" })
    #expect(
      remark.message.french.hasSuffix(
        "l’ordre des pages en sont repris, rien d’autre ; 3 entrées de « nav », sans nom ou au-delà "
          + "du deuxième niveau, ne sont pas dans le menu"))
    let home = try #require(site.published("index.html"))
    for name in ["Zèbres", "Guide", "Bien commencer", "Forge"] {
      #expect(home.contains(">\(name)<"), "\(name)")
    }
    #expect(!home.contains("Détails"))
    // The pages of the folder in the order of `nav`, those that it does not name after them.
    let list = try #require(site.published("guide/index.html"))
    let main = try #require(list.firstRange(of: "<main")).lowerBound
    let places = ["z", "m", "a", "k", "b"].map { name in
      list[main...].firstRange(of: "href=\"../guide/\(name)/\"")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func saysWhichTaxonomiesOfHugoHaveNoPages() async throws {
    let site = try SampleSite([
      "hugo.toml": "title = 'A'\n[taxonomies]\ntag = 'tags'\nserie = 'series'\n",
      "content/a.md": "# A\n",
    ])
    let found = try await site.build().diagnostics.first { $0.id == "site.other-settings" }
    #expect(
      found?.message.french.hasSuffix(
        "les pages de « series » attendent « taxonomies: » dans « archipel.yaml »") == true)
  }

  @Test(arguments: [
    ("mkdocs.yml", "site_name: Lab du port\ntheme:\n  language: en\n"),
    ("book.toml", "[book]\ntitle = \"Lab du port\"\nlanguage = \"en\"\n"),
    ("_config.yml", "title: Lab du port\nlang: en\n"),
    ("config.toml", "title = \"Lab du port\"\ndefault_language = \"en\"\n"),
  ])
  func takesTheTitleAndTheLanguageOfATool(file: String, text: String) async throws {
    let site = try SampleSite([file: text, "content/a.md": "# A\n"])
    #expect(try await site.build().findings == ["site.other-settings \(file)"])
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("<html lang=\"en\"") && page.contains("Lab du port"))
    let own = try SampleSite([
      file: text, "content/a.md": "# A\n", "archipel.yaml": "title: Le nôtre\n",
    ])
    #expect(try await own.build().findings == [])
    #expect(own.published("a/index.html")?.contains("Lab du port") == false)
  }
}
