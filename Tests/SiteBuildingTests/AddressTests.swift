import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Where things are published, and the links between them.
@Suite struct AddressTests {
  @Test(arguments: [
    ("deux mots.md", "deux mots", "deux%20mots/"),
    ("été à Brest.md", "été à Brest", "%C3%A9t%C3%A9%20%C3%A0%20Brest/"),
    ("l'\"œuf\" & co.md", "l'\"œuf\" & co", "l%27%22%C5%93uf%22%20%26%20co/"),
    ("50%?#.md", "50%?#", "50%25%3F%23/"),
    ("<b>.md", "<b>", "%3Cb%3E/"),
    ("\u{65}\u{301}te\u{301}.md", "été", "%C3%A9t%C3%A9/"),
  ])
  func encodesNames(file: String, folder: String, link: String) async throws {
    let site = try SampleSite(["content/index.md": "[[Cible]] [x](<\(file.encodedForMarkdown)>)\n"])
    try site.write("---\ntitle: Cible\n---\n", to: "content/" + file)
    let findings = try await site.build().findings
    #expect(findings.filter { !$0.hasPrefix("site.unportable-name") } == [])
    #expect(site.files.keys.contains(folder + "/index.html"))
    let home = try #require(site.published("index.html"))
    #expect(home.contains("<a href=\"\(link)\">Cible</a>"))
    #expect(home.contains("<a href=\"\(link)\">x</a>"))
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func exportsTheSourceOfANameInDecomposedUnicode() async throws {
    let site = try SampleSite([
      "content/_types/t.yaml": "libelle: T\ndossier: t\nexporte: [source]\n"
    ])
    try site.write("Bonjour.\n", to: "content/t/e\u{301}te\u{301}.md")
    #expect(try await site.build().findings == [])
    #expect(site.published("t/été/index.md") == "Bonjour.\n")
  }

  @Test func namesEveryFileOfACollision() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\nhtml: allow\n",
      "content/a.md": "", "content/b.md": "---\nslug: a\n---\n",
      "content/c.md": "---\nslug: a\n---\n",
      "content/e.md": "---\naliases: [f]\n---\n", "content/g.md": "---\nalias: f\n---\n",
    ])
    let report = try await site.build()
    let collisions = report.diagnostics.filter { $0.id == "site.collision" }
    #expect(collisions.map(\.location.path) == ["content/a.md", "content/e.md"])
    #expect(collisions[0].message.french.contains("content/b.md, content/c.md"))
    #expect(report.hasErrors)
    #expect(site.files.isEmpty)
  }

  @Test func tellsEachFormerAddressThatTwoSheetsClaim() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\nhtml: allow\n",
      "content/a.md": "---\naliases: [un, deux]\n---\n",
      "content/b.md": "---\naliases: [un, deux]\n---\n",
    ])
    let collisions = try await site.build().diagnostics.filter { $0.id == "site.collision" }
    #expect(collisions.count == 2, "\(collisions)")
  }

  @Test func saysWhatDiffersOfTwoNamesThatReadAlike() async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n"])
    for name in ["\u{E9}", "e\u{301}"] { try site.write("Texte.\n", to: "content/\(name).md") }
    let collisions = try await site.build().diagnostics.filter { $0.id == "site.collision" }
    #expect(collisions.count == 1)
    #expect(collisions.first?.suggestion?.french.contains("leurs noms se lisent pareil") == true)
  }

  /// Nobody who brings a folder of another tool has written its addresses for Archipel.
  @Test func refusesNoPlainFolderForItsAddresses() async throws {
    let site = try SampleSite([
      "content/a.md": "A.\n", "content/b.md": "---\nslug: a\n---\nB.\n",
      "content/c.md": "---\naliases:\n  - c\n  - vieux\n  - vieux\n  - a\n---\n",
      "content/e.md": "---\naliases: [vieux, /ancien/]\n---\n",
      "content/deux.markdown": "Premier.\n", "content/deux.md": "Second.\n",
      "content/g.md": "---\ndate: un jour\n---\nG.\n",
    ])
    try site.link("content/mort.md", to: "rien.md")
    let report = try await site.build()
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      Set(report.findings) == [
        "site.collision content/a.md", "site.alias-taken content/c.md:6:5",
        "site.alias-taken content/e.md:2:10", "sheet.twice content/deux.md",
        "front-matter.date content/g.md:2:7", "source.symlink content/mort.md",
      ])
    #expect(site.published("a/index.html")?.contains("A.") == true)
    #expect(site.published("vieux/index.html")?.contains("url=../c/") == true)
    #expect(site.published("ancien/index.html") != nil)
    #expect(site.published("deux/index.html")?.contains("Premier") == true)
    #expect(site.published("g/index.html")?.contains("G.") == true)
  }

  @Test func takesThePageBesideAFolderForItsOwn() async throws {
    let site = try SampleSite([
      "content/guide.md": "# Le guide\n\n[La suite](guide/suite.md)\n",
      "content/guide/suite.md": "# La suite\n\n[Le guide](../guide.md)\n",
      "content/lu/README.md": "# Lisez\n", "content/lu/page.md": "# Page\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("guide/index.html")?.contains("<h1>Le guide</h1>") == true)
    #expect(site.published("lu/index.html")?.contains("<h1>Lisez</h1>") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  /// A lab says in its own words where the pages are that belong to no sheet.
  @Test func publishesIndexesWhereTheSiteSays() async throws {
    let site = try SampleSite([
      "archipel.yaml": """
      base_url: https://lab.example.org/
      addresses:
        { tags: tags, search: search, search_index: search-index, a_z: index, site_map: site-map }
      """,
      "content/a.md": "---\ntitle: A\ntags: [sea]\n---\n",
      "content/etiquettes.md": "---\ntitle: B\n---\n[A](a.md)\n",
    ])
    #expect(try await site.build().findings == [])
    let pages = ["tags", "tags/sea", "search", "index", "site-map", "etiquettes"]
    for page in pages { #expect(site.files.keys.contains(page + "/index.html"), "\(page)") }
    #expect(site.files.keys.contains("search-index/root.js"))
    let old = site.files.keys.filter { path in
      ["recherche", "a-z/", "plan-du-site"].contains { path.hasPrefix($0) }
    }
    #expect(old == [])
    #expect(PublishedLinks(of: site.files).dangling == [])
    let map = try #require(site.published("sitemap.xml"))
    #expect(map.contains("https://lab.example.org/tags/sea/"))
    #expect(map.contains("https://lab.example.org/site-map/"))
    // What was published elsewhere is gone from there once the address changes.
    try site.write("addresses: { tags: mots }\n", to: "archipel.yaml")
    let report = try await site.build()
    #expect(report.findings.map { $0.prefix { $0 != " " } } == [])
    #expect(site.published("mots/sea/index.html") != nil)
    #expect(site.published("tags/sea/index.html") == nil)
  }

  @Test func movesPagesThatNobodyWroteAwayFromSheets() async throws {
    let site = try SampleSite([
      "archipel.yaml": "addresses: { tags: notes }\n", "content/notes/a.md": "A\n",
      "content/recherche.md": "Nos recherches.\n",
    ])
    let report = try await site.build()
    #expect(
      report.findings == [
        "site.moved-page content/notes/a.md", "site.moved-page content/recherche.md",
      ])
    #expect(report.diagnostics[0].suggestion?.french.contains("addresses: { tags: … }") == true)
    #expect(site.published("notes-2/index.html") != nil)
    #expect(site.published("recherche/index.html")?.contains("Nos recherches") == true)
    #expect(site.published("recherche/index.html")?.contains("../recherche-2/") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test(arguments: [
    ("robots.txt", "robots-txt"), ("sitemap.xml", "sitemap-xml"), ("commons.json", "commons-json"),
    ("feed.xml", "feed-xml"), ("feed.json", "feed-json"),
  ])
  func movesASheetAwayFromAFileThatArchipelMakes(name: String, other: String) async throws {
    let site = try SampleSite([
      "content/index.md": "Lire [A](\(name).md).\n", "content/\(name).md": "# A\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["site.moved-sheet content/\(name).md"])
    #expect(report.diagnostics.first?.severity == .warning)
    #expect(report.diagnostics.first?.message.french.contains("« \(other)/ »") == true)
    #expect(site.published(name) != nil)
    #expect(site.published("\(other)/index.html")?.contains("<h1>A</h1>") == true)
    #expect(site.published("index.html")?.contains("href=\"\(other)/\"") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
    let before = site.files
    try await site.build()
    #expect(site.files == before)
  }

  @Test func movesASheetToAFreeAddress() async throws {
    let site = try SampleSite([
      "content/robots-txt.md": "B.\n", "content/robots.txt.md": "C.\n",
    ])
    #expect(try await site.build().findings == ["site.moved-sheet content/robots.txt.md"])
    #expect(site.published("robots-txt/index.html")?.contains("<p>B.</p>") == true)
    #expect(site.published("robots-txt-2/index.html")?.contains("<p>C.</p>") == true)
  }

  @Test func saysOnceThatTwoSheetsHaveOneAddress() async throws {
    let site = try SampleSite([
      "content/_types/t.yaml": "libelle: T\ndossier: t\nexporte: [source, donnees]\n",
      "content/t/a.md": "", "content/t/b.md": "---\nslug: a\n---\n",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.filter { $0.id == "site.collision" }.count == 1)
  }

  @Test(arguments: ["sitemap.xml", "commons.json", "feed.xml", "404.html"])
  func leavesOutAFileInThePlaceOfOneThatEverySiteHas(name: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "html: allow\n", "content/index.md": "Bonjour.\n",
      "content/\(name)": "le mien",
    ])
    let report = try await site.build()
    #expect(report.findings == ["site.made content/\(name)"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(site.published(name) != "le mien")
    #expect(site.published(name) != nil)
  }

  @Test func tellsOfEachNameThatWindowsRefuses() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n",
      "content/con.md": "---\ntitle: Con\ntags: [aux]\n---\n", "content/a:b?.md": "# AB\n",
      "content/point..md": "# P\n", "content/plan: b.txt": "b",
    ])
    let report = try await site.build()
    #expect(
      report.findings == [
        "site.unportable-name content/a:b?.md", "site.unportable-name content/con.md",
        "site.unportable-name content/plan: b.txt", "site.unportable-name content/point..md",
      ])
    #expect(report.diagnostics.contains { $0.suggestion?.french.contains("« con-/ »") == true })
    #expect(site.published("con/index.html") != nil)
    #expect(site.published("etiquettes/aux-/index.html") != nil)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func tellsOfNamesThatSomeDisksTakeForOne() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/Plan.txt": "a", "content/plan.txt": "b",
      "content/\u{E9}t\u{E9}.txt": "a", "content/\u{C9}t\u{E9}.txt": "b",
      "content/Notes.md": "# A\n", "content/notes.md": "# B\n",
    ])
    let report = try await site.build()
    let lookalikes = report.diagnostics.filter { $0.id == "site.lookalike" }
    #expect(lookalikes.count == 3)
    #expect(
      lookalikes.contains {
        $0.location.path == "content/plan.txt"
          && $0.suggestion?.french.contains("« plan-2.txt »") == true
      })
  }

  @Test func tellsOfPathsThatLeaveNoRoomForAFolder() async throws {
    let folder = String(repeating: "a", count: 120)
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n",
      "content/\(folder)/\(String(repeating: "b", count: 100)).txt": "x",
      "content/\(folder)/b.txt": "x",
    ])
    #expect(
      try await site.build().diagnostics.filter { $0.id == "site.long-path" }.count == 1)
  }

  @Test func publishesTheRobotsFileOfTheWriter() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/robots.txt": "le mien"])
    #expect(try await site.build().findings == [])
    #expect(site.published("robots.txt") == "le mien")
  }

  @Test(arguments: ["feed.xml", "plan.pdf"])
  func leavesAFormerAddressToTheFileThatHasIt(name: String) async throws {
    let site = try SampleSite([
      "content/plan.pdf": "…", "content/a.md": "---\nalias: \(name)\n---\n",
    ])
    let report = try await site.build()
    #expect(!report.hasErrors)
    #expect(report.diagnostics.count == 1)
    #expect(site.files.keys.contains("a/index.html"))
  }

  @Test func redirectsFormerAddresses() async throws {
    let site = try SampleSite([
      "content/methodes/a.md": "---\ntitle: A\nalias: [vieux/nom, /ancien, page.html]\n---\n"
    ])
    let report = try await site.build()
    #expect(report.findings == [])
    for (path, link) in [
      ("vieux/nom/index.html", "../../methodes/a/"), ("ancien/index.html", "../methodes/a/"),
      ("page.html", "methodes/a/"),
    ] {
      let page = try #require(site.published(path))
      #expect(page.contains("content=\"0; url=\(link)\""), "\(path)")
      #expect(page.contains("<a href=\"\(link)\">A</a>"), "\(path)")
    }
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func keepsTheAddressOfAFolderWhateverItsSlug() async throws {
    let site = try SampleSite([
      "content/methodes/index.md": "---\ntitle: M\nslug: techniques\n---\n",
      "content/methodes/a.md": "---\nslug: b\n---\n",
    ])
    try await site.build()
    #expect(site.published("methodes/b/index.html") != nil)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test func writesAbsoluteAddressesOnlyWithABaseURL() async throws {
    let site = try SampleSite([
      "archipel.yaml": "base_url: https://a.fr/x\n", "content/p.md": "---\ndate: 2025-01-01\n---\n",
    ])
    try await site.build { $0.options.baseURL = "https://b.fr/y/" }
    #expect(site.published("p/index.html")?.contains("href=\"https://b.fr/y/p/\"") == true)
    #expect(site.published("sitemap.xml")?.contains("<loc>https://b.fr/y/p/</loc>") == true)
    #expect(site.published("robots.txt")?.contains("https://b.fr/y/sitemap.xml") == true)
    #expect(site.published("feed.xml")?.contains("https://b.fr/y/p/") == true)
    #expect(site.published("404.html")?.contains("href=\"/y/\"") == true)
    #expect(site.published("404.html")?.contains("canonical") == false)
    #expect(!site.files.values.contains { String(decoding: $0, as: UTF8.self).contains("a.fr") })
    try site.remove("archipel.yaml")
    try await site.build()
    #expect(site.published("p/index.html")?.contains("canonical") == false)
    #expect(site.published("404.html")?.contains("href=\"/\"") == true)
  }

  @Test(arguments: ["exemple.fr", "ftp://exemple.fr", "https://", "https://é.fr/"])
  func refusesABaseURLThatIsNone(text: String) async throws {
    let site = try SampleSite(["content/p.md": "P.\n"])
    await #expect(throws: EnvironmentFailure.self) {
      try await site.build { $0.options.baseURL = text }
    }
    #expect(site.files.isEmpty)
  }

  @Test func endsOfflineLinksInAFile() async throws {
    let site = try SampleSite([
      "content/index.md": "[a](s/a.md#t)\n",
      "content/s/a.md": "---\ntags: [t]\nalias: b\n---\n## T\n",
    ])
    #expect(try await site.build { $0.options.isOffline = true }.findings == [])
    #expect(site.published("index.html")?.contains("href=\"s/a/index.html#t\"") == true)
    #expect(site.published("b/index.html")?.contains("../s/a/index.html") == true)
    let links = PublishedLinks(of: site.files)
    #expect(links.dangling == [])
    #expect(links.toFolders == [])
  }
}

extension String {
  /// The name with what would end a link or a host percent-encoded, accents and quotes left as typed.
  fileprivate var encodedForMarkdown: String {
    replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23")
      .replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("&", with: "&amp;")
  }
}
