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
    #expect(try await site.build().findings == [])
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
      "archipel.yaml": "html: allow\n",
      "content/a.md": "", "content/b.md": "---\nslug: a\n---\n",
      "content/c.md": "---\naliases: [a, d]\n---\n", "content/d/index.html": "<p>",
      "content/e.md": "---\nslug: recherche\n---\n",
    ])
    let report = try await site.build()
    let collisions = report.diagnostics.filter { $0.id == "site.collision" }
    #expect(collisions.map(\.location.path) == ["content/a.md", "content/c.md", "content/e.md"])
    let messages = collisions.map(\.message.french)
    #expect(messages[0].contains("content/b.md, content/c.md"))
    #expect(
      messages[1].contains("« d/index.html »") && messages[1].contains("content/d/index.html"))
    #expect(messages[2].contains("« recherche/index.html »"))
    #expect(report.hasErrors)
    #expect(site.files.isEmpty)
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

  @Test func reportsAnAddressThatAFolderOfTheContentHas() async throws {
    let site = try SampleSite([
      "archipel.yaml": "addresses: { tags: notes }\n", "content/notes/a.md": "A\n",
    ])
    #expect(try await site.build().diagnostics.map(\.id) == ["site.collision"])
  }

  @Test func saysOnceThatTwoSheetsHaveOneAddress() async throws {
    let site = try SampleSite([
      "content/_types/t.yaml": "libelle: T\ndossier: t\nexporte: [source, donnees]\n",
      "content/t/a.md": "", "content/t/b.md": "---\nslug: a\n---\n",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.filter { $0.id == "site.collision" }.count == 1)
  }

  @Test(arguments: ["robots.txt", "sitemap.xml", "commons.json", "feed.xml", "404.html"])
  func reportsAFileInThePlaceOfOneThatEverySiteHas(name: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/\(name)": "le mien"])
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["site.collision"])
    let collision = try #require(report.diagnostics.first)
    #expect((collision.location.path + collision.message.french).contains("content/\(name)"))
    #expect(site.files.isEmpty)
  }

  @Test(arguments: ["feed.xml", "plan.pdf", "sitemap.xml"])
  func reportsAFolderInThePlaceOfAFile(name: String) async throws {
    let site = try SampleSite([
      "content/plan.pdf": "…", "content/a.md": "---\nalias: \(name)\n---\n",
    ])
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["site.collision"])
    #expect(site.files.isEmpty)
  }

  @Test func redirectsFormerAddresses() async throws {
    let site = try SampleSite([
      "content/methodes/a.md": "---\ntitle: A\nalias: [vieux/nom, /ancien, page.html]\n---\n"
    ])
    let report = try await site.build()
    #expect(report.findings == ["sheet.alias-absolute content/methodes/a.md:3:8"])
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
