import Foundation
import SiteBuilding
import Testing

/// Files that hosts and programs ask for at the root of a site, hidden or not.
@Suite struct HostFileTests {
  private static let visible = ["CNAME", "ads.txt", "favicon.ico", "humans.txt", "robots.txt"]
  private static let all = visible + [".nojekyll", ".well-known/security.txt"]

  private static func site(in folder: String, _ files: KeyValuePairs<String, String>) throws
    -> SampleSite
  {
    let site = try SampleSite(files)
    for name in all { try site.write("Texte de \(name).\n", to: folder + name) }
    return site
  }

  private static func expectAll(_ site: SampleSite) {
    for name in all { #expect(site.published(name) == "Texte de \(name).\n", "\(name)") }
  }

  @Test func publishesThemFromTheContent() async throws {
    let site = try Self.site(
      in: "content/", ["archipel.yaml": "title: Lab\n", "content/index.md": "Bonjour.\n"])
    let report = try await site.build()
    #expect(report.findings == [])
    Self.expectAll(site)
    // A build after that one publishes the same, and what has changed.
    try await site.settle()
    try site.write("Autre.\n", to: "content/.well-known/security.txt")
    try await site.build()
    #expect(site.published(".well-known/security.txt") == "Autre.\n")
    #expect(site.published(".nojekyll") == "Texte de .nojekyll.\n")
  }

  @Test(arguments: ["", "docs/", "content/"])
  func publishesThemFromAPlainFolder(folder: String) async throws {
    let site = try Self.site(
      in: folder, ["mkdocs.yml": "docs_dir: docs\n", folder + "index.md": "Bonjour.\n"])
    try await site.build()
    Self.expectAll(site)
  }

  @Test func publishesThoseThatHugoKeepsBesideItsContent() async throws {
    let site = try Self.site(
      in: "static/", ["hugo.toml": "title = \"Lab\"\n", "content/index.md": "Bonjour.\n"])
    let report = try await site.build()
    #expect(report.findings == ["site.other-settings hugo.toml"])
    Self.expectAll(site)
  }

  @Test func leavesOutWhatAServerRunsUnlessTheSiteAllowsIt() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/index.md": "Bonjour.\n",
      "content/.htaccess": "Options -Indexes\n", "content/.well-known/page.html": "<p>A</p>\n",
    ])
    let report = try await site.build()
    #expect(
      report.findings == [
        "source.active content/.htaccess", "source.active content/.well-known/page.html",
      ])
    #expect(site.published(".htaccess") == nil)
    try site.write("title: Lab\nhtml: allow\n", to: "archipel.yaml")
    #expect(try await site.build().findings == [])
    #expect(site.published(".htaccess") == "Options -Indexes\n")
  }

  @Test func followsNoLinkInTheirPlace() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/index.md": "Bonjour.\n",
      "content/.git/config": "secret\n", "content/.env": "secret\n", "content/a/.nojekyll": "a\n",
      "content/.well-known/.git/config": "secret\n",
    ])
    try site.remove("content/.well-known")
    try site.link("content/.well-known", to: ".git")
    try site.link("content/.nojekyll", to: ".env")
    try await site.build()
    #expect(!site.files.keys.contains { $0.contains(".git") || $0.contains(".env") })
    #expect(site.published(".well-known/config") == nil && site.published(".nojekyll") == nil)
    #expect(site.published("a/.nojekyll") == nil)
  }
}
