import Diagnostics
import SamplePictures
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// `budget` of `archipel.yaml`, held by the build.
@Suite struct BudgetTests {
  /// A site whose pages load 1,000 bytes of style, 500 of a font and 100 of script.
  private func site(budget: String) throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml": "theme: lourd\nbudget: { \(budget) }\n",
      "content/index.md": "Bonjour.\n", "content/fiche.md": "![Une tasse](tasse.svg)\n",
      "themes/lourd/templates/base.mustache": """
      <!doctype html><html lang="fr"><head><title>{{page.head_title}}</title>
      <link rel="icon" href="{{assets.icone_svg}}">
      <link rel="stylesheet" href="{{assets.lourd_css}}">
      <script src="{{assets.lourd_js}}" defer data-moteur="{{assets.plus_tard_js}}"></script>
      <body><h1>{{page.title}}</h1>{{$main}}{{/main}}<img src="{{assets.image_svg}}" alt="">
      """,
      "themes/lourd/assets/police.woff2": String(repeating: "p", count: 500),
      "themes/lourd/assets/fond.svg": String(repeating: "f", count: 5_000),
      "themes/lourd/assets/lourd.js": String(repeating: "j", count: 100),
      "themes/lourd/assets/plus-tard.js": String(repeating: "j", count: 9_000),
      "themes/lourd/assets/icone.svg": String(repeating: "i", count: 9_000),
      "themes/lourd/assets/image.svg": String(repeating: "i", count: 20_000),
    ])
    let faces = "@font-face{src:url(police.woff2)}b{background:url(fond.svg)}"
    try site.write(
      faces + String(repeating: "c", count: 1_000 - faces.utf8.count),
      to: "themes/lourd/assets/lourd.css")
    let tea = String(repeating: "t", count: 50_000)
    try site.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>\(tea)</desc></svg>", to: "content/tasse.svg"
    )
    return site
  }

  @Test func publishesPagesWithinTheirBudget() async throws {
    let budget = "sheet: 3 kB, sheet_requests: 4, home: 29 kB, home_requests: 6, page: 4 kB"
    #expect(try await site(budget: budget).build().findings == [])
  }

  @Test func publishesNothingWhenAPageIsTooHeavy() async throws {
    let site = try site(budget: "sheet: 2 ko")
    let report = try await site.build()
    #expect(report.findings == ["budget.weight content/fiche.md"])
    #expect(site.files.isEmpty)
    let found = try #require(report.diagnostics.first)
    #expect(found.message.french.contains("« fiche/index.html » pèse 2,"))
    #expect(
      found.message.french.contains("css 1\u{A0}ko, js 0,1\u{A0}ko, polices 0,5\u{A0}ko"))
    #expect(found.expected?.french == "au plus 2\u{A0}ko (« sheet » de « budget »)")
    #expect(found.suggestion?.english.contains("assets/lourd.") == true)
  }

  @Test func countsRequestsWithoutImages() async throws {
    let report = try await site(budget: "sheet_requests: 3").build()
    #expect(report.findings == ["budget.requests content/fiche.md"])
    #expect(report.diagnostics.first?.message.english.contains("asks for 4 files: itself") == true)
  }

  @Test func countsTheImagesOfTheHomePage() async throws {
    let report = try await site(budget: "home: 20 kB, home_requests: 5").build()
    #expect(
      report.findings == ["budget.requests content/index.md", "budget.weight content/index.md"])
  }

  @Test func countsThePicturesMadeForTheHomePage() async throws {
    let site = try site(budget: "home_requests: 6")
    try site.write("![Une salle](salle.png)\n", to: "content/index.md")
    try site.write(
      SamplePictures.png(width: 1_200, height: 30, colour: (31, 111, 139)), to: "content/salle.png")
    let report = try await site.build()
    #expect(report.findings == ["budget.requests content/index.md"])
    #expect(report.diagnostics.first?.message.english.contains("asks for 7 files: itself") == true)
  }

  /// A file that a page asks for in raw HTML, and that comes or grows after the page was published.
  @Test func countsFilesThatChangeBesideAPage() async throws {
    let site = try site(budget: "sheet: 4 kB")
    try site.write("theme: lourd\nhtml: allow\nbudget: { sheet: 4 kB }\n", to: "archipel.yaml")
    try site.write("<script src=\"jeu.js\"></script>\n", to: "content/fiche.md")
    #expect(try await site.build().findings == ["link.dangling content/fiche.md:1:14"])
    for (length, findings) in [(10, []), (9_000, ["budget.weight content/fiche.md"])] {
      try site.write(String(repeating: "j", count: length), to: "content/jeu.js")
      #expect(try await site.build().findings == findings)
    }
  }

  @Test func locatesTheLimitOfAPageThatNoSheetMakes() async throws {
    let report = try await site(budget: "page: 1 kB").build()
    #expect(Set(report.findings) == ["budget.weight archipel.yaml:2:11"])
    #expect(report.diagnostics.contains { $0.message.french.contains("« recherche/index.html »") })
  }

  @Test func isCheckedWithoutWriting() async throws {
    let site = try site(budget: "sheet: 2 ko")
    #expect(try await SiteBuilder(site.request()).check().findings.count == 1)
  }
}
