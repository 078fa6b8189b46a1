import Foundation
import SampleRepository
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// A sheet shows what git remembers of it where the configuration asks for it.
@Suite struct HistoryTests {
  private static let template = """
    {{<base}}{{$main}}<p>{{#page.updated}}changé {{iso}}{{/page.updated}} \
    {{#page.contributors}}par {{.}} {{/page.contributors}}\
    {{#page.edit_url}}<a href="{{page.edit_url}}">modifier</a>{{/page.edit_url}}</p>\
    {{/main}}{{/base}}
    """

  private static func site(_ configuration: String) async throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml": "base_url: https://exemple.fr/\n" + configuration,
      "themes/ti/templates/sheet.mustache": template,
      ".gitignore": "/output/\n/.output.archipel/\n",
    ])
    let repository = try await SampleRepository(at: site.source)
    try await repository.commit(
      [
        "content/sans-date.md": "Un.", "content/datee.md": "---\ndate: 2025-06-01\n---\nUn.",
        "content/écrite.md": "---\nupdated: 2025-01-01\n---\nUn.",
        "content/publiee-ensuite.md": "---\ndate: 2026-03-01\n---\nUn.",
      ], on: "2026-01-05T10:00:00+0100")
    try await repository.commit(
      ["content/datee.md": "---\ndate: 2025-06-01\n---\nDeux."],
      by: "Yann <yann@exemple.fr>", on: "2026-02-03T10:00:00+0100")
    return site
  }

  @Test func showsTheLastCommitOfSheetsThatGiveNoDay() async throws {
    let site = try await Self.site("history: git")
    #expect(try await site.build().findings.isEmpty)
    #expect(site.published("sans-date/index.html")?.contains("changé 2026-01-05") == true)
    #expect(site.published("datee/index.html")?.contains("changé 2026-02-03 par 2 ") == true)
    #expect(site.published("écrite/index.html")?.contains("changé 2025-01-01") == true)
    #expect(site.published("publiee-ensuite/index.html")?.contains("changé") == false)
  }

  @Test func tellsProgramsTheLastCommit() async throws {
    let site = try await Self.site("history: git")
    try await site.build()
    let map = try #require(site.published("sitemap.xml"))
    for (path, day) in [
      ("sans-date", "2026-01-05"), ("datee", "2026-02-03"), ("publiee-ensuite", "2026-03-01"),
    ] {
      #expect(map.contains("/\(path)/</loc><lastmod>\(day)</lastmod>"), "\(map)")
    }
    let feed = try #require(site.published("feed.xml"))
    // A commit gives a day to a sheet without one, and moves none that has one.
    #expect(feed.contains("sans-date"))
    let datee = try #require(feed.range(of: "datee"))
    let sansDate = try #require(feed.range(of: "sans-date"))
    #expect(sansDate.lowerBound < datee.lowerBound)
    #expect(!feed.contains("2026-02-03"))
  }

  @Test func namesContributorsOnlyWhereTheOwnerSaysSo() async throws {
    let counted = try await Self.site("history: git")
    try await counted.build()
    let published = counted.files.values.map { String(decoding: $0, as: UTF8.self) }
    #expect(!published.contains { $0.contains("Yann") })
    let named = try await Self.site("historique: git\ncontributeurs: noms")
    try await named.build()
    #expect(named.published("datee/index.html")?.contains("par Marie par Yann") == true)
  }

  @Test func isSilentUnlessAskedFor() async throws {
    let site = try await Self.site("title: Sans mémoire")
    try await site.build()
    #expect(site.published("sans-date/index.html")?.contains("changé") == false)
    #expect(site.published("datee/index.html")?.contains("par ") == false)
  }

  @Test func buildsTheSameFromACloneElsewhere() async throws {
    let site = try await Self.site("history: git\ncontributors: names")
    let other = try SampleSite()
    try other.remove("")
    let clone = try await SampleRepository(at: other.root)
    try await clone.git("clone", "--quiet", site.source, other.source)
    // What was not committed has no part in it.
    for path in ["content/sans-date.md", "content/datee.md"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)],
        ofItemAtPath: other.source + "/" + path)
    }
    try await site.build { $0.jobs = 1 }
    try await other.build { $0.jobs = 2 }
    #expect(site.files.count > 10)
    #expect(site.files == other.files)
  }

  @Test func leadsToWhereAChangeIsProposed() async throws {
    let site = try await Self.site("modifier: https://forge.exemple.fr/-/edit/main/{chemin}")
    try await site.build()
    let page = try #require(site.published("écrite/index.html"))
    #expect(
      page.contains("href=\"https://forge.exemple.fr/-/edit/main/content/%C3%A9crite.md\""))
  }

  @Test(arguments: ["https://forge.exemple.fr/", "javascript:{path}", "{chemin}"])
  func refusesAnAddressThatCannotLeadToAFile(_ address: String) async throws {
    let site = try SampleSite(["archipel.yaml": "edit_url: \"\(address)\"", "content/a.md": "Un."])
    #expect(try await site.build().findings == ["site.edit-url archipel.yaml:1:1"])
  }

  @Test func saysOnceWhyThereIsNoHistory() async throws {
    let site = try SampleSite([
      "archipel.yaml": "strict: true\nhistory: git", "content/a.md": "Un.", "content/b.md": "Un.",
    ])
    #expect(try await site.build().findings == ["history.repository archipel.yaml"])
    #expect(site.published("a/index.html") != nil)
  }
}
