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

  @Test(arguments: [".gitbook/assets", ".vuepress/public", ".attachments"])
  func showsThePicturesOfHiddenFolders(folder: String) async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4\"/></svg>"
    let site = try SampleSite([
      "content/a.md": "# A\n\n![La salle](\(folder)/salle.svg)\n",
      "content/\(folder)/salle.svg": drawing, "content/\(folder)/.cache/salle.svg": drawing,
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(site.published("a/index.html")?.contains("<img") == true)
    #expect(site.files.keys.contains { $0.hasSuffix("salle.svg") || $0.contains("salle") })
  }

  /// The folders of pictures of a plain folder, whoever names them.
  @Test(arguments: ["assets/img", "static", "_images", "a/_media", "public", "resources", "themes"])
  func showsThePicturesOfFoldersBesideTheSheets(folder: String) async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4\"/></svg>"
    let site = try SampleSite([
      "README.md": "# A\n\n![La salle](\(folder)/salle.svg)\n", "\(folder)/salle.svg": drawing,
      "\(folder)/site.scss": "a { b: c }", "\(folder)/site.js": "x",
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(site.published("index.html")?.contains("<img") == true)
    let published = site.files.keys.filter { $0.hasSuffix("site.scss") }
    #expect(folder == "themes" || published.isEmpty)
  }

  /// The folder of a site of Hugo as it lies: its files are published at the root.
  @Test func readsTheFilesBesideTheContent() async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4\"/></svg>"
    let site = try SampleSite([
      "hugo.toml": "title = 'A'\n",
      "content/a/index.md": "# A\n\n![Un](/img/un.svg) [G](/guide.pdf)\n",
      "static/img/un.svg": drawing, "static/guide.pdf": "%PDF", "static/site.css": "a{}",
      "static/note.md": "N.\n", "content/guide.pdf": "%PDF-2", "public/index.html": "x",
      "public/img/deux.svg": drawing,
    ])
    let report = try await site.build()
    #expect(report.findings == ["site.other-settings hugo.toml", "source.left-folder static"])
    #expect(site.published("a/index.html")?.contains("<img") == true)
    #expect(site.published("guide.pdf") == "%PDF-2")
    #expect(site.published("note/index.html") == nil && site.published("site.css") == nil)
    #expect(report.notPublished == ["source.left-out static/note.md"])
  }

  /// Links whose addresses Jekyll makes of tags.
  @Test(arguments: [
    "[C]({{ site.baseurl }}/c/d/)", "[C]({{ site.url }}{{ site.baseurl }}/c/d/#deux)",
    "[C]({{ '/c/d/' | relative_url }})", "[C]({{ \"/c/d/\" | absolute_url }}#deux)",
    "[C]({% link c/d.md %})", "- [C]({%- link c/d.md -%}) et [C]({{site.baseurl}}/c/d)",
  ])
  func followsTheTagsOfJekyllInAddresses(text: String) async throws {
    let site = try SampleSite(["content/a.md": "\(text)\n", "content/c/d.md": "# D\n\n## Deux\n"])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("href=\"../c/d/") && !page.contains("site."))
  }

  /// The addresses that Jekyll makes for its collections, of files of one name.
  @Test func followsTheAddressesOfCollections() async throws {
    let settings = """
      lang: fr
      collections:
        methodes: { output: true, permalink: "/m/:name/" }
        outils: { output: true, permalink: "/o/:title.html" }
        docs: { output: true, permalink: "/aide/:path:output_ext" }
        jours: { output: true, permalink: "/:year/:name/" }

      """
    let site = try SampleSite([
      "_config.yml": settings, "_methodes/cafe.md": "---\ntitle: M\n---\n",
      "_outils/cafe.md": "---\ntitle: O\n---\n", "_docs/a/cafe.md": "---\ntitle: D\n---\n",
      "_jours/cafe.md": "---\ntitle: J\n---\n",
      "index.md": "---\ntitle: A\n---\n[m](/m/cafe/) [o](/o/cafe.html) [d](/aide/a/cafe.html)\n",
    ])
    let isOfLinks = { (finding: String) in finding.hasPrefix("link.") }
    #expect(try await site.build().findings.filter(isOfLinks) == [])
    let page = try #require(site.published("index.html"))
    for folder in ["methodes", "outils", "docs/a"] {
      #expect(page.contains("href=\"\(folder)/cafe/\""), "\(folder)")
    }
    // Another address of the collection is another one of its sheets.
    try await site.settle()
    try await site.build()
    try site.write(settings.replacing("/m/", with: "/n/"), to: "_config.yml")
    try await site.settle()
    #expect(
      try await site.build().findings.filter(isOfLinks) == ["link.dangling index.md:4:5"])
  }

  @Test func readsTheContentOfStarlight() async throws {
    let site = try SampleSite([
      "astro.config.mjs": "export default {}\n", "package.json": "{}\n", "README.md": "# R\n",
      "src/content/docs/index.mdx": "---\ntitle: Accueil\n---\n[G](/guide/) ![i](/i.png)\n",
      "src/content/docs/guide.md": "---\ntitle: Guide\n---\n", "public/i.png": "x",
    ])
    try await site.build()
    #expect(site.published("index.html")?.contains("href=\"guide/\"") == true)
    #expect(site.published("astro.config.mjs") == nil)
  }

  @Test func showsATagOfJekyllAsItIsElsewhere() async throws {
    let site = try SampleSite(["content/a.md": "`[C]({{ site.baseurl }}/c/)` {{ page.title }}\n"])
    #expect(try await site.build().findings == ["markdown.foreign-tag content/a.md:1:30"])
  }

  @Test func followsTheAddressesThatOtherToolsPublishAt() async throws {
    let site = try SampleSite([
      "content/a.md":
        "---\ntitle: A\npermalink: /qui-sommes-nous/\n---\n[B](/une/page/) [C](/c.html)\n",
      "content/b.md": "---\ntitle: B\nurl: /une/page\n---\n[A](/qui-sommes-nous)\n",
      "content/c.md": "---\ntitle: C\npermalink: \"/:title/\"\n---\nC.\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("b/index.html")?.contains("href=\"../a/\"") == true)
    #expect(site.published("qui-sommes-nous/index.html") == nil)
  }

  /// Folders as Nextcloud, Windows, mdBook and Docusaurus leave them.
  @Test func readsFoldersAsTheyLie() async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4\"/></svg>"
    let site = try SampleSite([
      "Page/Readme.md": "# Page\n\n![Un](.attachments.123/un.svg)\n",
      "Page/.attachments.123/un.svg": drawing,
      "Page/Thumbs.db": "x", "desktop.ini": "x", "Page/~$compte.docx": "x",
      "Page/compte.docx": "PK",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("Page/index.html")?.contains("<img") == true)
    let names = site.files.keys.filter {
      $0.hasSuffix("Thumbs.db") || $0.hasSuffix("desktop.ini") || $0.contains("~$")
    }
    #expect(names == [] && site.published("Page/compte.docx") != nil)
    let book = try SampleSite([
      "book.toml": "[book]\n", "src/SUMMARY.md": "- [Un](un.md)\n", "src/un.md": "# Un\n",
    ])
    #expect(try await book.build().findings == [])
    #expect(book.published("un/index.html") != nil)
    let press = try SampleSite([
      "README.md": "# Le projet\n", "package.json": "{}", "site/.vuepress/config.js": "",
      "site/README.md": "# Accueil\n", "site/un.md": "# Un\n",
    ])
    _ = try await press.build()
    #expect(press.published("un/index.html") != nil)
  }

  @Test func countsTheSheetsBesideTheContent() async throws {
    let site = try SampleSite([
      "docs/a.md": "![L](@site/static/l.svg)\n", "blog/b.md": "B.\n", "package.json": "{}",
      "static/l.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"/>",
    ])
    let report = try await site.build()
    #expect(report.findings == ["source.left-folder blog"])
    #expect(report.notPublished == ["source.left-out blog/b.md"])
  }

  @Test func countsTheSheetsOfFoldersOfTools() async throws {
    let site = try SampleSite([
      "a.md": "A.\n", "resources/b.md": "B.\n", "public/index.html": "x", "public/c.md": "C.\n",
      "themes/sobre/layouts/d.md": "D.\n", "node_modules/e.md": "E.\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["source.left-folder resources"])
    #expect(report.notPublished == ["source.left-out resources/b.md"])
    #expect(site.published("c/index.html") == nil)
  }

  @Test func publishesAFolderThatIsCalledThemes() async throws {
    let site = try SampleSite([
      "a.md": "[T](themes/vert/index.md)\n", "themes/vert/index.md": "# Vert\n\n![x](v.svg)\n",
      "themes/vert/v.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"/>",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("themes/vert/index.html") != nil)
  }

  @Test func followsPathsFromTheRootAsZolaAndJekyllWriteThem() async throws {
    let site = try SampleSite([
      "content/a/b.md": "# B\n\n[C](@/c/d.md#deux) [D]({{site.baseurl}}/c/d/)\n",
      "content/c/d.md": "# D\n\n## Deux\n",
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/b/index.html"))
    #expect(page.contains("href=\"../../c/d/#deux\"") && page.contains("href=\"../../c/d/\""))
  }

  @Test func followsPathsThatLeaveTheFolderOfALanguageOut() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n",
      "content/en/a.md": "# A\n\n[B](/b/)\n", "content/en/b.md": "# B\n",
      "content/bn/a.md": "# A\n\n[A](/a/) [B](/b/)\n",
    ])
    let report = try await site.build()
    #expect(!report.findings.contains { $0.hasPrefix("link.") })
    #expect(site.published("en/a/index.html")?.contains("href=\"../../en/b/\"") == true)
    let page = try #require(site.published("bn/a/index.html"))
    #expect(page.contains("href=\"../../en/b/\""))
  }

  @Test func readsTheHeadersOfHugoAndZolaInTOML() async throws {
    let site = try SampleSite([
      "content/posts/a.md":
        "+++\ntitle = 'A'\ndate = 2024-05-01T10:00:00Z\ntags = ['eau']\naliases = ['/vieux/']\n"
        + "weight = 2\n[params]\ncouleur = 'bleu'\n[menu.main]\nweight = 3\n+++\nTexte.\n",
      "content/posts/b.md": "+++\ntitle = 'B'\ndraft = true\n+++\nTexte.\n",
      "content/posts/c.md": "+++\ntitle = 'C'\n[taxonomies]\ntags = ['eau']\n+++\nTexte.\n",
      "content/_data/lieux.toml": "[[lieux]]\nnom = 'Brest'\n",
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    #expect(report.notPublished == ["sheet.held-back content/posts/b.md"])
    #expect(site.published("vieux/index.html") != nil)
    let tag = try #require(site.published("etiquettes/eau/index.html"))
    #expect(tag.contains("posts/a/") && tag.contains("posts/c/"))
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

  @Test func publishesEachLanguageByItself() async throws {
    let site = try SampleSite([
      "content/page.md": "---\ntitle: Page\ndraft: true\n---\nText.\n",
      "content/es/page.md": "---\ntitle: Página\ndraft: true\n---\nTexto.\n",
      "content/it/page.md": "---\ntitle: Pagina\n---\nTesto.\n",
      "content/pt/page.md": "---\ntitle: Página\n---\nTexto.\n",
      "content/pt/autre.md": "---\ntitle: Outra\n---\n[Página](/pt/page/) e [página](page.md).\n",
    ])
    let held = ["sheet.held-back content/es/page.md", "sheet.held-back content/page.md"]
    let report = try await site.build()
    #expect(report.notPublished == held)
    #expect(!report.findings.contains { $0.hasPrefix("link.") })
    #expect(site.published("page/index.html") == nil)
    #expect(site.published("es/page/index.html") == nil)
    #expect(site.published("it/page/index.html")?.contains("hreflang=\"pt\"") == true)
    #expect(site.published("pt/page/index.html") != nil)
    try site.write("---\ntitle: Page\n---\nText.\n", to: "content/page.md")
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(site.published("page/index.html")?.contains("hreflang=\"it\"") == true)
    // Where somebody has made a site, a translation waits for its original, and says so.
    try site.write("---\ntitle: Page\ndraft: true\n---\nText.\n", to: "content/page.md")
    try site.write("lang: en\nlanguages: [en, es, it, pt]\n", to: "archipel.yaml")
    let said = try await site.build().diagnostics.first { $0.location.path == "content/it/page.md" }
    #expect(said?.message.french.contains("« content/page.md »") == true)
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

  @Test func publishesWhatSearchEnginesAreAskedNotToShow() async throws {
    let site = try SampleSite([
      "archipel.yaml": "base_url: https://exemple.fr/\nlanguages: [br]\n",
      "content/index.md": "Bonjour.\n",
      "content/a.md": "---\nnoindex: true\ndate: 2026-01-01\n---\nA.\n",
      "content/a.br.md": "---\ntitre: A br\n---\nA.\n",
      "content/b.md": "---\nrobots: noindex\n---\nB.\n", "content/c.md": "C.\n",
      "content/c.br.md": "---\ntitre: C br\nhors_moteurs: oui\n---\nC.\n",
    ])
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == [])
    for (page, isHidden) in [
      ("a", true), ("br/a", true), ("b", true), ("c", false), ("br/c", true),
    ] {
      let text = try #require(site.published("\(page)/index.html"))
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">") == isHidden, "\(page)")
    }
    let map = try #require(site.published("sitemap.xml"))
    let pages = map.matches(of: /<loc>https:\/\/exemple.fr\/([^<]*)<\/loc>/).map { String($0.1) }
    #expect(pages.contains("c/") && Set(["a/", "b/", "br/a/", "br/c/"]).isDisjoint(with: pages))
    #expect(!map.contains("br/c/") && !map.contains("br/a/"))
    #expect(site.published("feed.xml")?.contains("exemple.fr/a/") == true)
    // The same from what the build has kept.
    try await site.settle()
    try site.write("Encore.\n", to: "content/c.md")
    try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(site.published("b/index.html")?.contains("content=\"noindex\"") == true)
    #expect(site.published("sitemap.xml")?.contains("exemple.fr/b/") == false)
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
      ])
    #expect(site.published("c/index.html") != nil)
    #expect(site.published("d/index.html") != nil)
    #expect(site.published("a/index.html") == nil)
  }
}
