import Diagnostics
import Testing

@testable import BuildCache
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteLoading

/// Texts of other files, in sheets of a site.
@Suite struct IncludedFileTests {
  private func page(_ site: SampleSite, _ path: String) throws -> String {
    try #require(site.published(path))
  }

  @Test func followsAnIncludedFileFromOneBuildToTheNext() async throws {
    let site = try SampleSite([
      "content/a.md": "# A\n\n{{#include ../partage/b.txt}}\n\n{{#include ../perdu.txt}}\n",
      "content/c.md": "# C\n\nTexte.\n", "partage/b.txt": "premier texte\n",
    ])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site, "a/index.html").contains("premier texte"))
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    for (path, text) in [("partage/b.txt", "second texte\n"), ("perdu.txt", "retrouvé\n")] {
      try site.write(text, to: path)
      try await site.settle()
      #expect(try await Regeneration(site).differences == [])
    }
    let page = try page(site, "a/index.html")
    #expect(page.contains("second texte") && page.contains("retrouvé"))
    try site.remove("partage/b.txt")
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(!(try self.page(site, "a/index.html")).contains("second texte"))
  }

  @Test func readsNothingOutsideOfTheSource() async throws {
    let site = try SampleSite([
      "content/a.md": """
      # A

      {{#include lien.txt}} {{#include lien/b.txt}} {{#include ../../dehors.txt}}
      {{#include .cache/c.txt}} {{#include ../.archipel/records}}
      """,
      "content/.cache/c.txt": "secret", "partage/b.txt": "secret",
    ])
    try site.write("secret", to: "../dehors.txt")
    try site.link("content/lien.txt", to: "../../dehors.txt")
    try site.link("content/lien", to: "../partage")
    let report = try await site.build()
    #expect(!(try page(site, "a/index.html")).contains("secret"))
    #expect(report.diagnostics.count { $0.id == "include.outside" } == 5)
  }

  @Test func leavesOutTheHeaderOfASheetThatIsIncluded() async throws {
    let site = try SampleSite([
      "content/a.md": "# A\n\n--8<-- \"b.md\"\n", "content/b.md": "---\ntitle: B\n---\nLe texte.\n",
    ])
    _ = try await site.build()
    let page = try page(site, "a/index.html")
    #expect(page.contains("<p>Le texte.</p>") && !page.contains("title: B"))
  }

  @Test func aTextThatASheetIncludesIsInItsArchive() async throws {
    let site = try SampleSite([
      "content/_types/outil.yaml": "libelle: Outil\ndossier: outils\nexporte: [paquet]\n",
      "content/outils/a.md": "---\ntitre: A\n---\n{{#include _partage/b.md}}\n",
      "content/outils/_partage/b.md": "Le texte partagé.\n",
    ])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    let archive = try #require(site.published("outils/a/a.zip"))
    #expect(archive.contains("a/_partage/b.md") && archive.contains("Le texte partagé."))
    #expect(archive.contains(#""outils/_partage/b.md":"_partage/b.md""#))
    try site.write("Un autre texte.\n", to: "content/outils/_partage/b.md")
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site, "outils/a/a.zip").contains("Un autre texte."))
  }

  /// FastAPI runs MkDocs two folders deeper than its texts lie here.
  @Test func takesTheEndOfAPathThatLeavesTheSource() async throws {
    let site = try SampleSite([
      "docs/avance/a.md": "# A\n\n```\n{!../../../code/x.py!}\n```\n",
      "docs/avance/b.md": "# B\n\n```\n{!../../../../y.py!}\n```\n",
      "code/x.py": "x = 1\n", "docs/avance/y.py": "y = 1\n", "docs/y.py": "y = 2\n",
      "docs/index.md": "# Lab\n", "mkdocs.yml": "site_name: Lab\n",
    ])
    try site.write("x = 2\n", to: "../code/x.py")
    try site.write("y = 3\n", to: "../y.py")
    let report = try await site.build()
    #expect(try page(site, "avance/a/index.html").contains("x = 1"))
    // Two files have this name: neither is taken.
    #expect(!(try page(site, "avance/b/index.html").contains("y = ")))
    #expect(report.diagnostics.count { $0.id == "include.outside" } == 1)
  }
}
