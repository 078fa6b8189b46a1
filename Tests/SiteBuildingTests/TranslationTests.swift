import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Sheets in several languages; the fixture `langues` holds their pages.
@Suite struct TranslationTests {
  private static let plain: KeyValuePairs<String, String> = [
    "content/index.md": "# Accueil\n", "content/a.md": "---\ntitre: A\ntags: [x]\n---\nTexte.\n",
    "content/a.br.md": "---\ntitre: A vrezhonek\n---\nTestenn.\n",
  ]

  @Test func publishesNoTranslationBeforeItsOriginal() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("---\ntitre: A\nbrouillon: oui\n---\nTexte.\n", to: "content/a.md")
    try await site.build()
    #expect(site.published("br/a/index.html") == nil)
    #expect(site.published("br/index.html") == nil)
    try await site.build { $0.options.includesDrafts = true }
    #expect(site.published("br/a/index.html") != nil)
  }

  @Test func publishesTheOriginalBeforeItsTranslationIsReady() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("---\ntitre: A\nbrouillon: oui\n---\nTestenn.\n", to: "content/a.br.md")
    try await site.build()
    #expect(site.published("a/index.html")?.contains("br/") == false)
    #expect(site.published("br/a/index.html") == nil)
  }

  @Test func doublesNothingInListsAndTags() async throws {
    let site = try SampleSite(Self.plain)
    try await site.build()
    #expect(site.published("etiquettes/x/index.html")?.contains("1 fiche<") == true)
    #expect(site.published("a-z/index.html")?.contains("A vrezhonek") == false)
    #expect(site.published("br/index.html")?.contains("A vrezhonek") == true)
    #expect(site.published("br/etiquettes/index.html") == nil)
  }

  @Test func saysWhatTranslatesWhatInTheCatalogueAndTheFeeds() async throws {
    let site = try SampleSite(Self.plain)
    try site.write(
      "---\ntitre: A vrezhonek\ndate: 2026-01-02\n---\nTestenn.\n", to: "content/a.br.md")
    try await site.build { $0.options.baseURL = "https://exemple.bzh/" }
    let catalogue = try #require(site.published("commons.json"))
    let entry = try #require(catalogue.split(separator: "\n").first { $0.contains("\"br/a\"") })
    #expect(entry.contains(#""id":"br/a","translation_of":"a""#))
    #expect(entry.contains(#""lang":"br""#))
    let atom = try #require(site.published("feed.xml"))
    #expect(atom.contains("<entry xml:lang=\"br\">"))
    #expect(
      atom.contains(
        #"<link rel="related" type="text/html" hreflang="fr" href="https://exemple.bzh/a/"/>"#))
    let json = try #require(site.published("feed.json"))
    #expect(json.contains("\"translation_of\": \"https://exemple.bzh/a/\""))
  }

  @Test func listsEveryVersionOfEveryPageInTheSiteMap() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("---\ntitre: A in English\n---\nText.\n", to: "content/a.en.md")
    try await site.build { $0.options.baseURL = "https://exemple.bzh/" }
    let map = try #require(site.published("sitemap.xml"))
    let pages = map.split(separator: "\n").filter { $0.contains("hreflang") }
    #expect(pages.count == 6)
    for path in ["", "br/", "en/"] {
      let versions = pages.filter { $0.contains("<loc>https://exemple.bzh/\(path)a/<") }
      #expect(versions.count == 1)
      for (language, other) in [("fr", ""), ("br", "br/"), ("en", "en/"), ("x-default", "")] {
        let link = "hreflang=\"\(language)\" href=\"https://exemple.bzh/\(other)a/\""
        #expect(versions.first?.contains(link) == true, "\(path) \(language)")
      }
    }
  }

  @Test func remarksPreventNothing() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("---\ntitre: A\nmis_a_jour: 2026-02-02\n---\nTexte.\n", to: "content/a.md")
    try site.write(
      "---\ntitre: A\nmis_a_jour: 2026-02-01\n---\nTestenn.\n", to: "content/a.br.md")
    let report = try await site.build { $0.options.isStrict = true }
    #expect(report.findings == ["translation.outdated content/a.br.md:3:13"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .remark })
    #expect(site.published("br/a/index.html")?.contains("2 a viz C’hwevrer 2026") == true)
  }

  @Test(arguments: ["content/br/b.md", "content/br/index.md", "content/br/plan.pdf"])
  func reportsAFolderWithTheNameOfALanguage(path: String) async throws {
    let site = try SampleSite(Self.plain)
    try site.write("# B\n", to: path)
    let report = try await site.build()
    #expect(report.findings.contains("site.language-folder \(path)"))
  }

  @Test func leavesAFolderWithTheNameOfALanguageToASiteWithoutTranslations() async throws {
    let site = try SampleSite(["content/index.md": "# A\n", "content/br/b.md": "# B\n"])
    #expect(try await site.build().findings == [])
    #expect(site.published("br/b/index.html") != nil)
  }

  @Test func leadsToTheVersionThatALinkNames() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("# B\n\n[breton](a.br.md) [français](a.md)\n", to: "content/b.md")
    try site.write("# B\n\n[a](a.md) [b](b.md) [[A]]\n", to: "content/c.md")
    try site.write("# C\n\n[a](a.md) [b](b.md) [[A]]\n", to: "content/c.br.md")
    try await site.build()
    let french = try #require(site.published("b/index.html"))
    #expect(french.contains("<a href=\"../br/a/\" hreflang=\"br\">breton</a>"))
    #expect(french.contains("<a href=\"../a/\">français</a>"))
    let breton = try #require(site.published("br/c/index.html"))
    #expect(breton.contains("<a href=\"../../br/a/\">a</a>"))
    #expect(breton.contains("<a href=\"../../b/\" hreflang=\"fr\">b</a>"))
    #expect(breton.contains("<a href=\"../../br/a/\">A vrezhonek</a>"))
  }

  @Test func namesTheLanguageOfATranslationInSearchResults() async throws {
    let site = try SampleSite(Self.plain)
    try await site.build()
    let index = site.files.filter { $0.key.hasPrefix("recherche-index/") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(index.contains(#""A vrezhonek","Page · Brezhoneg""#))
    #expect(index.contains(#""A","Page""#))
  }

  @Test func saysOnceWhatIsWrongWithATextThatATranslationTakesFromItsOriginal() async throws {
    let site = try SampleSite(Self.plain)
    try site.write("# C\n\n[A](a.md#nulle-part) et [rien](rien.md)\n", to: "content/c.md")
    for language in ["br", "en"] {
      try site.write("---\ntitre: C \(language)\n---\n", to: "content/c.\(language).md")
    }
    let findings = try await site.build().findings.filter { $0.hasPrefix("link.") }
    #expect(findings == ["link.anchor content/c.md:3:5", "link.dangling content/c.md:3:32"])
  }

  @Test func takesTheFileInTheLanguageOfTheSiteForTheOriginal() async throws {
    let site = try SampleSite([
      "archipel.yaml": "lang: en\n", "content/a.en.md": "# A\n", "content/a.fr.md": "# A\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("a/index.html") != nil)
    #expect(site.published("fr/a/index.html") != nil)
  }
}
