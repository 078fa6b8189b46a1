import SiteBuilding
import Diagnostics
import Foundation
import Testing

/// What a stranger's sheet may not cost.
@Suite struct HostileSheetTests {
  private static func tags(_ count: Int) -> String {
    "---\ntitle: A\ntags: [\((0..<count).map { "t\($0)" }.joined(separator: ", "))]\n---\n\nA.\n"
  }

  @Test func keepsTheFirstOfManyTags() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/a.md": Self.tags(10_000)])
    let report = try await site.build()
    #expect(report.findings == ["front-matter.tags content/a.md:3:7"])
    #expect(report.diagnostics.map(\.severity) == [.warning])
    let pages = site.files.keys.count {
      $0.hasPrefix("etiquettes/t") && $0.hasSuffix("/index.html")
    }
    #expect(pages == 200)
    try site.write("title: T\n", to: "archipel.yaml")
    #expect(try await site.build().hasErrors)
  }

  @Test func showsAFewTagsOnACardAndAllOnThePage() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/a.md": Self.tags(60)])
    try site.write("title: T\ntheme: propre\n", to: "archipel.yaml")
    try site.write(
      "{{#page.tags}}[{{label}}]{{/page.tags}}", to: "themes/propre/templates/sheet.mustache")
    try site.write(
      "{{#items}}{{#tags}}({{label}}){{/tags}}{{/items}}",
      to: "themes/propre/templates/tag.mustache")
    try await site.build()
    let page = try #require(site.published("a/index.html"))
    #expect(page.count { $0 == "[" } == 60)
    let card = try #require(site.published("etiquettes/t0/index.html"))
    #expect(card.count { $0 == "(" } == 24)
  }

  /// Their places are taken before any page is written.
  @Test(arguments: [
    ("sitemap.xml/x.pdf", "x"), ("commons.json/x/y.pdf", "x"),
  ])
  func publishesBesideWhatLiesInTheFolderOfAFileOfTheSite(path: String, text: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/\(path)": text])
    let report = try await site.build()
    #expect(report.findings == ["site.made content/\(path)"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    for name in ["robots.txt", "sitemap.xml", "commons.json", "index.html"] {
      #expect(site.published(name) != nil, "\(name)")
    }
    let before = site.files
    try await site.build()
    #expect(site.files == before)
  }

  @Test(arguments: ["sitemap.xml", ".archipel-manifest", "recherche-index/root.js"])
  func keepsAFormerAddressOffAFileOfTheSite(alias: String) async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/a.md": "---\naliases: [\(alias)]\n---\n# A\n",
    ])
    let report = try await site.build()
    #expect(report.findings == ["site.alias-taken content/a.md:2:10"])
    #expect(report.diagnostics.first?.message.french.contains("est celle de \(alias)") == true)
    #expect(site.published("a/index.html") != nil)
    #expect(site.published("sitemap.xml") != nil)
  }

  @Test func countsWhatItDoesNotTellOfASheet() async throws {
    let lines = (0..<1_500).map { "\($0) ![](b.svg)\n" }.joined(separator: "\n")
    let site = try SampleSite([
      "archipel.yaml": "title: T\n", "content/index.md": "Bonjour.\n", "content/a.md": lines,
      "content/b.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>",
    ])
    let report = try await site.build()
    let ids = Set(report.diagnostics.map(\.id))
    let more = try #require(report.diagnostics.first { $0.id == "findings.more" })
    #expect(more.message.french.contains("500 autres"))
    #expect(ids.count == 2)
    #expect(report.diagnostics.count == 1_001)
  }

  @Test func removesControlCharactersOfTheHeader() async throws {
    let site = try SampleSite([
      "content/index.md": "---\ntitle: \"Un\\x1Be \\u0001page\\uFFFE\"\n---\n\nA.\n"
    ])
    let report = try await site.build()
    #expect(report.findings == ["sheet.control-characters content/index.md:2:8"])
    #expect(site.published("index.html")?.contains("Une page") == true)
  }
}
