import Diagnostics
import SiteBuilding
import SiteFiles
import Testing

/// What of a folder that another tool was for is published, and where.
@Suite struct FoldersOfOtherToolsTests {
  private static let jekyll = "title: Le lab\n"

  /// GitHub builds the folder that holds the settings of Jekyll.
  @Test(arguments: [
    (["_config.yml"], ["b/index.html", "docs/a/index.html"]),
    (["docs/_config.yml"], ["a/index.html"]), (["_config.yml", "mkdocs.yml"], ["a/index.html"]),
  ])
  func buildsTheFolderOfTheSettingsOfJekyll(settings: [String], pages: [String]) async throws {
    let site = try SampleSite(["docs/a.md": "A.\n", "b.md": "B.\n"])
    for path in settings { try site.write(Self.jekyll, to: path) }
    try await site.build()
    let published = site.files.keys.filter { $0 == "b/index.html" || $0.hasSuffix("a/index.html") }
    #expect(published.sorted() == pages)
  }

  /// A sheet at the root makes of `docs` one folder among others; a note on a project does not.
  @Test(arguments: [("notes.md", true), ("CHANGELOG.md", false), ("contributing.md", false)])
  func readsTheSheetsBesideDocs(name: String, isContent: Bool) async throws {
    let site = try SampleSite(["docs/a.md": "A.\n", name: "Un.\n"])
    let report = try await site.build()
    #expect((site.published("docs/a/index.html") != nil) == isContent)
    #expect(report.notPublished == (isContent ? [] : ["source.left-out \(name)"]))
  }

  @Test func countsTheSheetsBesideTheContent() async throws {
    let site = try SampleSite([
      "content/a.md": "[B](../b.md)\n", "b.md": "B.\n", "content/.cache.md": "C.\n",
    ])
    let report = try await site.build()
    #expect(
      report.notPublished == ["source.left-out b.md", "source.left-out content/.cache.md"])
  }

  @Test(arguments: ["qmd", "Rmd", "mkd", "mdown", "mkdn"])
  func readsMarkdownUnderItsOtherEndings(ending: String) async throws {
    let site = try SampleSite([
      "content/a.\(ending)": "# Un\n", "content/b.md": "[Un](a.\(ending)) [[a]]\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("a/index.html")?.contains("<h1>Un</h1>") == true)
  }

  @Test(arguments: ["rst", "adoc", "org", "ipynb"])
  func tellsOfOtherMarkup(ending: String) async throws {
    let site = try SampleSite(["content/a.\(ending)": "Un\n==\n", "content/b.md": "B.\n"])
    let report = try await site.build()
    #expect(report.notPublished == ["source.left-out content/a.\(ending)"])
    #expect(site.published("a.\(ending)") == nil)
    // A lab may offer such a file.
    try site.write("title: Lab\n", to: "archipel.yaml")
    try await site.build()
    #expect(site.published("a.\(ending)") != nil)
  }

  @Test(arguments: ["Home.md", "home.md"])
  func takesTheHomePageOfAWiki(name: String) async throws {
    let site = try SampleSite([
      name: "# Le wiki\n", "Autre-page.md": "[Accueil](\(name)) [[\(name.dropLast(3))]]\n",
      "Une-page.md": "Un.\n", "_Sidebar.md": "* [[Une page]]\n* [[L’autre|Autre page]]\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("index.html")?.contains("<h1>Le wiki</h1>") == true)
    let page = try #require(site.published("Une-page/index.html"))
    #expect(page.contains("../Autre-page/"))
  }

  @Test func readsTheNamesOfMiddleman() async throws {
    let site = try SampleSite([
      "content/index.html.md": "# Accueil\n\n[Un](un.html)\n", "content/un.html.md": "# Un\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("index.html")?.contains("href=\"un/\"") == true)
  }

  @Test func followsTheAddressOfAFileNamedAfterADay() async throws {
    let site = try SampleSite([
      "content/a.md": "[Essai](/blog/2018/03/27/essai) [B](/docs/b.html)\n",
      "content/blog/2018-03-27-essai.md": "# Essai\n",
      "content/c/reference-b.md": "---\ntitle: B\npermalink: docs/b.html\n---\nB.\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  // MARK: Languages

  /// English holds much that nobody has translated.
  @Test func readsTheLanguageThatOthersAreTranslatedFrom() async throws {
    let site = try SampleSite(["hugo.toml": "title = 'A'\ndefaultContentLanguage = 'en'\n"])
    for language in ["en", "fr", "de"] {
      for page in ["_index", "about", "docs/a"] {
        try site.write("# \(language)\n", to: "content/\(language)/\(page).md")
      }
    }
    for number in 1...9 { try site.write("# P\n", to: "content/en/post/p\(number).md") }
    let findings = try await site.build().findings
    #expect(
      findings == ["translation.folders-found content/de", "site.other-settings hugo.toml"])
    #expect(site.published("index.html")?.contains("<h1>en</h1>") == true)
    #expect(site.published("fr/about/index.html") != nil)
    #expect(site.published("post/p1/index.html") != nil)
  }

  @Test func makesTheHomePageThatOnlyAnotherLanguageHas() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\nlang: fr\n", "content/a-propos.md": "# À propos\n",
      "content/a-propos.en.md": "# About\n", "content/index.en.md": "# Our lab\n",
      "content/guide/index.en.md": "# The guide\n", "content/guide/un.md": "# Un\n",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(site.published("index.html")?.contains("guide/") == true)
    #expect(site.published("en/index.html")?.contains("<h1>Our lab</h1>") == true)
    #expect(site.published("guide/index.html")?.contains("un/") == true)
    #expect(site.published("en/guide/index.html")?.contains("<h1>The guide</h1>") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func followsAddressesInTheFolderOfTheLanguageOfTheSite() async throws {
    let site = try SampleSite()
    for language in ["fr", "en"] {
      try site.write("# \(language)\n", to: "content/\(language)/index.md")
      try site.write(
        "# A\n\n[B](./b) [B](b) [B](./b#deux)\n", to: "content/\(language)/guide/a.md")
      try site.write("# B\n\n## Deux\n", to: "content/\(language)/guide/b.md")
    }
    let findings = try await site.build().findings
    #expect(findings == ["translation.folders-found content/en"])
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func doesNotShowAPictureOfAnotherSiteThatAFieldNames() async throws {
    let site = try SampleSite([
      "content/a.md": "---\ntitle: A\nimage: https://images.example/a.png\n---\nA.\n"
    ])
    #expect(try await site.build().findings == ["link.remote-image content/a.md:3:8"])
    #expect(site.published("a/index.html")?.contains("images.example") == false)
  }

  // MARK: Lists of pages

  /// A page may be called « Summary » as well as a list of pages.
  @Test(arguments: [
    ("SUMMARY.md", "Du texte.\n", false), ("Summary.md", "Du texte, et [B](b.md).\n", true),
    ("summary.md", "- Nous avons lu [B](b.md)\n- et décidé\n", true),
    ("summary.md", "---\ntitle: Bilan\n---\nDu texte.\n", true), ("Summary.md", "", true),
    ("Summary.md", "# Sommaire\n\n* [B](b.md)\n* Partie\n  * [A](a.md)\n\n---\n", false),
  ])
  func tellsAListOfPagesFromAPage(name: String, text: String, isPage: Bool) async throws {
    let site = try SampleSite(["content/a.md": "A.\n", "content/b.md": "B.\n"])
    try site.write(text, to: "content/" + name)
    let report = try await site.build()
    #expect((site.published("\(name.dropLast(3))/index.html") != nil) == isPage)
    #expect(report.notPublished == [])
  }

  // MARK: Jekyll

  @Test func buildsTheRootOfJekyllWhereItsPagesLie() async throws {
    let site = try SampleSite([
      "_config.yml":
        "title: Le lab\ncollections_dir: content\ncollections: {fiches: {output: true}}\n"
        + "include: [\"_pages\"]\nexclude: [README.md, brouillons/, \"*.tmp.md\"]\n",
      "index.md": "# Accueil\n", "_pages/a.md": "# A\n\n![Vue](/img/vue.svg)\n",
      "content/_fiches/b.md": "# B\n", "README.md": "# Le dépôt\n", "brouillons/c.md": "# C\n",
      "d.tmp.md": "# D\n",
      "img/vue.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>",
    ])
    let report = try await site.build()
    #expect(!report.findings.contains { $0.hasPrefix("link.") || $0.hasPrefix("image.") })
    #expect(site.published("pages/a/index.html") != nil)
    #expect(site.published("content/fiches/b/index.html") != nil)
    #expect(site.published("index.html")?.contains("Accueil") == true)
    #expect(
      report.notPublished == [
        "source.left-out README.md", "source.left-out brouillons/c.md", "source.left-out d.tmp.md",
      ])
    // Who writes `archipel.yaml` says what is published.
    try site.write("title: Lab\n", to: "archipel.yaml")
    try await site.build()
    #expect(site.published("brouillons/c/index.html") != nil)
  }

  @Test func takesContentWhereNothingOfJekyllLiesBesideIt() async throws {
    let site = try SampleSite(["_config.yml": Self.jekyll, "content/a.md": "A.\n"])
    try await site.build()
    #expect(site.published("a/index.html") != nil)
  }

  /// Without its settings, what `content` holds of a site of Jekyll is not read.
  @Test func takesTheRootWhereContentHasNothingThatIsRead() async throws {
    let site = try SampleSite([
      "index.md": "# Accueil\n", "content/_fiches/a.md": "A.\n", "content/_fiches/b.md": "B.\n",
      "content/docs/c.txt": "C.\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["source.left-folder content/_fiches"])
    #expect(site.published("index.html")?.contains("Accueil") == true)
    // Who writes `archipel.yaml` has the content there.
    try site.write("title: Lab\n", to: "archipel.yaml")
    try await site.build()
    #expect(site.published("index.html")?.contains("Accueil") == false)
  }

  @Test func saysWhereTheSheetsAreWhenNoneIsRead() async throws {
    let site = try SampleSite([
      "_pages/a.md": "A.\n", "_pages/b.md": "B.\n", "_notes/c.md": "C.\n",
    ])
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    let message = failure.message.french
    #expect(message.contains("2 fiches sont dans « _pages/ », qui n’est pas lu"))
    #expect(message.contains("1 fiche est dans « _notes/ »"))
    #expect(!message.contains("ni fichier « .md »"))
  }

  /// Sheets are looked for where they are declared too.
  @Test(arguments: ["_types", "_vocabularies", "_data", "_data/plugins", "_composants"])
  func tellsOfSheetsAmongDeclarations(folder: String) async throws {
    let site = try SampleSite(["content/a.md": "A.\n", "content/\(folder)/readme.md": "B.\n"])
    let report = try await site.build()
    #expect(report.notPublished == ["source.left-out content/\(folder)/readme.md"])
  }

  // MARK: Names

  /// Docusaurus, Eleventy and Hugo take the day of an article from its name.
  @Test func readsTheDayOfANameInAnyFolder() async throws {
    let site = try SampleSite([
      "content/blog/2023-03-20-newstack.md": "Du texte.\n", "content/blog/2023-03-21.md": "B.\n",
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    let page = try #require(site.published("blog/2023-03-20-newstack/index.html"))
    #expect(page.contains("<h1>Newstack</h1>") && page.contains("20 mars 2023"))
    #expect(site.published("blog/2023-03-21/index.html")?.contains("<h1>2023 03 21</h1>") == true)
    // A lab that has made a site names its files as it likes.
    try site.write("title: Lab\n", to: "archipel.yaml")
    try await site.build()
    let own = try #require(site.published("blog/2023-03-20-newstack/index.html"))
    #expect(!own.contains("20 mars 2023"))
  }

  // MARK: Repeated findings

  @Test func tellsOfWhatComesBackOnceWithItsCount() async throws {
    let site = try SampleSite([
      "content/a.md": "Un <ana@exemple.fr>, <bob@exemple.fr>.\n",
      "content/b.md": "<cy@exemple.fr>\n",
    ])
    let report = try await site.build()
    let contacts = report.diagnostics.filter { $0.id == "privacy.email" }
    #expect(contacts.map(\.severity) == [.warning, .remark, .remark])
    #expect(
      contacts.first?.message.french == "adresse électronique « ana@exemple.fr », et 2 autres cas")
    try site.write("title: Lab\n", to: "archipel.yaml")
    let own = try await site.build().diagnostics.filter { $0.id == "privacy.email" }
    #expect(own.map(\.severity) == [.warning, .warning, .warning])
  }

  /// On a disk that takes them for one, each leads to the page.
  @Test func tellsNothingOfAliasesOfOneSheetThatLookAlike() async throws {
    let site = try SampleSite([
      "content/a.md": "---\ntitle: A\naliases: [Vieux, vieux]\n---\nA.\n",
      "content/b.md": "---\ntitle: B\naliases: [VIEUX]\n---\nB.\n",
    ])
    #expect(try await site.build().findings == ["site.lookalike content/b.md"])
  }
}
