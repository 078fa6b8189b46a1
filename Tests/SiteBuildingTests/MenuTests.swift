import SiteLoading
import Diagnostics
import Foundation
import SiteBuilding
import Testing

/// Menus: their addresses are resolved as links of sheets are, and their entries may be in groups.
@Suite struct MenuTests {
  private func site(_ menu: String, _ files: KeyValuePairs<String, String> = [:]) throws
    -> SampleSite
  {
    let site = try SampleSite([
      "archipel.yaml": menu, "content/index.md": "Bonjour.\n",
      "content/guide/index.md": "---\ntitre: Guide\n---\n\n## Venir\n\nPar le port.\n",
      "content/guide/page.md":
        "---\ntitre: Page\ntags: [accueil]\n---\n\n## Une partie\n\nUn texte.\n",
      "content/guide/plan.pdf": "%PDF-1.4\n", "content/attente.md": "---\ndraft: true\n---\n",
    ])
    for (path, text) in files { try site.write(text, to: path) }
    return site
  }

  /// Each address of a menu, and where it leads from `guide/page/`.
  @Test(arguments: [
    ("page: guide/page", "./"), ("page: guide/page#une-partie", "./#une-partie"),
    ("page: index", "../../"), ("url: /", "../../"), ("url: guide/", "../"),
    ("url: /guide/page.md", "./"), ("url: \"/guide/page/#une-partie\"", "./#une-partie"),
    ("url: /guide/plan.pdf", "../plan.pdf"), ("url: /recherche/", "../../recherche/"),
    ("url: \"recherche/?q=port\"", "../../recherche/?q=port"),
    ("url: /etiquettes/", "../../etiquettes/"),
    ("url: /etiquettes/accueil/", "../../etiquettes/accueil/"),
    ("url: plan-du-site/", "../../plan-du-site/"), ("url: /feed.xml", "../../feed.xml"),
    ("url: \"mailto:lab@exemple.fr\"", "mailto:lab@exemple.fr"),
    ("url: \"tel:+33299000000\"", "tel:+33299000000"), ("url: \"#contenu\"", "#contenu"),
    ("url: \"https://exemple.fr/a?b=1&c\"", "https://exemple.fr/a?b=1&amp;c"),
    ("url: //exemple.fr/", "//exemple.fr/"),
  ])
  func leadsToAnyAddress(entry: String, url: String) async throws {
    let site = try site("menu:\n  - label: Ici\n    \(entry)\n")
    let report = try await site.build()
    #expect(report.findings == [])
    let page = try #require(site.published("guide/page/index.html"))
    let links = page.matches(of: /<a href="([^"]*)"[^>]*>Ici<\/a>/).map { String($0.1) }
    #expect(links.map { Self.whole($0) } == [Self.whole(url)])
    // The same page by its own address, whatever the page that leads to it.
    let home = try #require(site.published("index.html"))
    #expect(home.contains(">Ici</a>"))
  }

  /// An address from `guide/page/`, from the root of the site.
  private static func whole(_ url: String) -> String {
    guard let base = URL(string: "https://lab.exemple/guide/page/"),
      let whole = URL(string: url.replacing("&amp;", with: "&"), relativeTo: base)
    else { return url }
    return whole.absoluteString
  }

  @Test(arguments: [
    ("url: /guide/pages.md", "site.menu", "« guide/page.md »"),
    ("url: /recherches/", "site.menu", "« recherche »"),
    ("url: /etiquettes/acueil/", "site.menu", nil), ("page: guides", "site.menu", "« guide »"),
    ("page: attente", "link.unpublished", nil), ("url: /attente.md", "link.unpublished", nil),
    ("url: \"javascript:alert(1)\"", "link.unsafe", nil),
    ("url: \"java\\tscript:alert(1)\"", "link.unsafe", nil),
    ("url: \"../../dehors.md\"", "link.outside", nil),
  ])
  func tellsWhereAnEntryLeadsNowhere(entry: String, id: String, suggestion: String?) async throws {
    let site = try site("menu:\n  - label: Ici\n    \(entry)\n")
    let report = try await site.build()
    let finding = try #require(report.diagnostics.first { $0.location.path == "archipel.yaml" })
    #expect(finding.id == id)
    #expect(finding.severity == .error)
    #expect(finding.location.position?.line == 3)
    if let suggestion { #expect(finding.suggestion?.french.contains(suggestion) == true) }
    #expect(site.published("index.html") == nil)
  }

  @Test func tellsAPlaceThatThePageDoesNotHave() async throws {
    let site = try site("menu:\n  - { label: Ici, page: guide/page#une-parti }\n")
    let report = try await site.build()
    #expect(report.findings == ["link.anchor archipel.yaml:2:19"])
    #expect(report.diagnostics.first?.suggestion?.french.contains("#une-partie") == true)
  }

  private static let groups = """
    menu:
      - label: Le lab
        page: guide
        children:
          - { label: Une page, page: guide/page }
          - { label: Écrire, url: "mailto:lab@exemple.fr" }
      - label: Ailleurs
        entrees: [{ label: Exemple, url: "https://exemple.fr" }]
      - { label: Chercher, url: /recherche/ }
    footer_menu:
      - { label: Bas, children: [{ label: Le port, url: "guide/#venir" }] }

    """

  @Test func showsGroupsWithTheirEntries() async throws {
    let site = try site(Self.groups)
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == [])
    let page = try #require(site.published("guide/page/index.html"))
    #expect(
      page.contains("<details name=\"menu\"><summary aria-current=\"true\">Le lab</summary>"))
    #expect(page.contains("<li><a href=\"../../guide/\">Le lab</a></li>"))
    #expect(
      page.contains("<li><a href=\"../../guide/page/\" aria-current=\"page\">Une page</a></li>"))
    #expect(page.contains("<summary>Ailleurs</summary>"))
    #expect(!page.contains(">Ailleurs</a>"))
    #expect(page.contains("<li>Bas\n<ul>\n<li><a href=\"../../guide/#venir\">Le port</a></li>"))
    #expect(page.contains("/assets/menus."))
    let home = try #require(site.published("index.html"))
    #expect(home.contains("<summary>Le lab</summary>"))
    #expect(site.published("404.html")?.contains("<summary>Le lab</summary>") == true)
  }

  @Test func aThemeWithoutGroupsLeadsToTheirFirstPage() async throws {
    let site = try site(Self.groups)
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("guide/page/index.html"))
    #expect(page.contains("<a href=\"../../guide/\" class=\"dedans\">Le lab</a>"))
    #expect(page.contains("<a href=\"https://exemple.fr\">Ailleurs</a>"))
    let plain = try self.site("theme: sobre\n" + Self.groups)
    let report = try await plain.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == [])
    let bare = try #require(plain.published("guide/page/index.html"))
    #expect(bare.contains("<a href=\"../../guide/page/\" aria-current=\"page\">Une page</a>"))
  }

  @Test func marksTheGroupOfEachPageOfOneDepth() async throws {
    let site = try site(
      """
      menu:
        - { label: A, page: a/un }
        - { label: B, children: [{ label: Deux, page: a/deux }] }

      """,
      [
        "content/a/un/x.md": "X.\n", "content/a/un/index.md": "Un.\n",
        "content/a/deux/x.md": "X.\n", "content/a/deux/index.md": "Deux.\n",
      ])
    #expect(try await site.build().findings == [])
    let first = try #require(site.published("a/un/x/index.html"))
    #expect(first.contains("class=\"dedans\">A</a>") && !first.contains("class=\"dedans\">B</a>"))
    let second = try #require(site.published("a/deux/x/index.html"))
    #expect(!second.contains("class=\"dedans\">A</a>"))
    #expect(second.contains("class=\"dedans\">B</a>"))
  }

  @Test func followsWhatAnEntryLeadsToFromOneBuildToTheNext() async throws {
    let site = try site("menu: [{ label: Ici, url: \"/guide/page.md#une-partie\" }]\n")
    #expect(try await site.build().findings == [])
    try await site.settle()
    try site.write(
      "---\ntitre: Page\nslug: ailleurs\n---\n\n## Une partie\n", to: "content/guide/page.md")
    #expect(try await site.build().findings == [])
    let home = try #require(site.published("index.html"))
    #expect(home.contains("<a href=\"guide/ailleurs/#une-partie\">Ici</a>"))
  }

  @Test func takesTheMenuOfHugoWithItsGroups() async throws {
    let site = try SampleSite([
      "hugo.toml": """
      title = "Lab"
      [[menus.main]]
      name = "Écrire"
      url = "mailto:lab@exemple.fr"
      weight = 3
      [[menus.main]]
      name = "Perdu"
      pageRef = "/perdu"
      [[menus.main]]
      name = "Nous"
      identifier = "nous"
      weight = 1
      [[menus.main]]
      name = "Guide"
      pageRef = "/guide"
      parent = "nous"
      """,
      "content/index.md": "Bonjour.\n", "content/guide.md": "Un guide.\n",
    ])
    let report = try await site.build()
    #expect(
      Set(report.findings) == ["site.menu hugo.toml", "site.other-settings hugo.toml"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .remark })
    let home = try #require(site.published("index.html"))
    #expect(!home.contains("Perdu"))
    let labels = home.matches(of: /<a href="([^"]*)"[^>]*>(Nous|Écrire)<\/a>/).map { String($0.1) }
    #expect(labels == ["guide/", "mailto:lab@exemple.fr"])
  }
}
