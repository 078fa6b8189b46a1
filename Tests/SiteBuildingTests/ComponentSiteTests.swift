import Diagnostics
import Foundation
import Testing

@testable import BuildCache
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteLoading

/// Blocks that the site itself declares, in `_composants`.
@Suite struct ComponentSiteTests {
  private static let repository = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\" width=\"40\" height=\"30\">"
    + "<title>Salle</title><rect width=\"40\" height=\"30\"/></svg>"
  private static let configuration = "title: Essai\n"

  /// A component named `encart`, with a template below a declaration.
  private func component(_ template: String, fields: String = "titre: {}") -> String {
    "---\nchamps:\n  \(fields)\n---\n\(template)\n"
  }

  private func block(_ name: String, _ body: String) -> String {
    "# A\n\nTexte.\n\n````\(name)\n\(body)\n````\n"
  }

  private func page(_ site: SampleSite, _ path: String = "a/index.html") throws -> String {
    try #require(site.published(path))
  }

  private func findings(_ report: BuildReport) -> [String] {
    report.diagnostics.filter { $0.severity != .remark }.sortedByLocation().map {
      let place = $0.location.position
      return "\($0.severity.rawValue) \($0.id) \($0.location.path):\(place?.line ?? 0)"
        + ":\(place?.column ?? 0)"
    }
  }

  // MARK: The examples of the documentation

  /// The blocks of the documentation that are in a language, in order.
  private func examples(_ fence: String) throws -> [String] {
    let text = try String(
      contentsOf: Self.repository.appending(path: "docs/components.md"), encoding: .utf8)
    return text.components(separatedBy: "\n\(fence)\n").dropFirst().compactMap {
      let mark = String(fence.prefix { $0 == "`" })
      return $0.components(separatedBy: "\n\(mark)\n").first.map { $0 + "\n" }
    }
  }

  private func documentedSite() throws -> SampleSite {
    let templates = try examples("```html")
    let blocks = try examples("````markdown")
    try #require(templates.count == 3 && blocks.count == 3)
    let site = try SampleSite(["archipel.yaml": Self.configuration])
    for (name, template) in zip(["encart", "accordeon", "video"], templates) {
      try site.write(template, to: "content/_composants/\(name).mustache")
    }
    try site.write("# A\n\n" + blocks.joined(separator: "\n"), to: "content/a.md")
    try site.write("# Accès\n\nPar le bus.\n", to: "content/acces.md")
    try site.write(Self.drawing, to: "content/salle.svg")
    try site.write("images", to: "content/forum.mp4")
    try site.write("WEBVTT\n", to: "content/forum.vtt")
    return site
  }

  @Test func buildsTheExamplesOfTheDocumentation() async throws {
    let site = try documentedSite()
    let report = try await site.build()
    #expect(findings(report) == [])
    let page = try page(site)
    for part in [
      "<aside class=\"alerte\" aria-label=\"Avant de venir\">",
      "alt=\"Une salle claire, une table ronde.\"",
      "<strong>au rez-de-chaussée</strong>\u{202F}; <a href=\"https://lab.example/acces/\"",
      "<details class=\"alerte\" open>\n<summary class=\"alerte-titre\">Faut-il s’inscrire\u{202F}?",
      "<details class=\"alerte\">\n<summary class=\"alerte-titre\">Qui peut venir\u{202F}?",
      "<li>les agentes et agents,</li>",
      "<source src=\"../forum.mp4\">",
      "<track kind=\"captions\" src=\"../forum.vtt\" srclang=\"fr\" label=\"Français\" default>",
      "<summary>Transcription</summary>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    for file in ["forum.mp4", "forum.vtt"] { #expect(site.published(file) != nil) }
    let picture = try #require(page.firstMatch(of: /<img src="\.\.\/([^"]+)"/)?.output.1)
    #expect(site.published(String(picture)) != nil)
  }

  @Test func findsTheWordsOfAComponentInTheSearch() async throws {
    let site = try documentedSite()
    try await site.build()
    let index = site.files.filter { $0.key.hasPrefix("recherche-index/") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    // The words of a text below another in the block, and of one on a line of its own.
    #expect(index.contains("habitant"))
    #expect(index.contains("chaussee"))
  }

  @Test func areThoseOfTheLab() throws {
    let templates = try examples("```html")
    for (name, template) in zip(["encart", "accordeon", "video"], templates) {
      let file = Self.repository.appending(path: "content/_composants/\(name).mustache")
      #expect(try String(contentsOf: file, encoding: .utf8) == template)
    }
  }

  // MARK: What a block says

  @Test(arguments: [
    ("titre: a\ntire: b", ["warning front-matter.unknown-key content/a.md:7:1"]),
    ("nombre: 3", ["error front-matter.missing content/a.md:6:1"]),
    ("", ["error front-matter.missing content/a.md:6:1"]),
    ("titre: a\nnombre: beaucoup", ["error front-matter.integer content/a.md:7:9"]),
    ("titre: [a, b]", ["error front-matter.list content/a.md:6:8"]),
    ("- a", ["error yaml.mapping content/a.md:6:1"]),
    ("titre: \"a", ["error yaml.syntax content/a.md:6:8"]),
    (
      "titre: a\ntexte: |\n  Un [lien](perdu.md).\n\n  Un [autre](la.md).",
      ["warning link.dangling content/a.md:8:13", "warning link.dangling content/a.md:10:14"]
    ),
    ("titre: a\nimage: perdue.jpg", ["warning link.image content/a.md:7:8"]),
    ("titre: a\nfichier: perdu.pdf", ["warning link.dangling content/a.md:7:10"]),
    (
      "titre: a\nliens:\n  - { nom: b }\n  - { nm: c }",
      ["warning front-matter.unknown-key content/a.md:9:7"]
    ),
  ])
  func tellsWhatABlockSaysWrong(_ body: String, _ expected: [String]) async throws {
    let fields = """
      titre: { type: texte, requis: oui }
        nombre: { type: entier }
        texte: { type: markdown }
        image: { type: image }
        fichier: { type: fichier }
        liens: { type: objet, plusieurs: oui, champs: { nom: { type: texte, requis: oui } } }
      """
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component(
        "<p>{{titre}}{{nombre}}{{texte}}{{#image}}{{url}}{{/image}}{{#fichier}}{{url}}{{/fichier}}"
          + "{{#liens}}{{nom}}{{/liens}}</p>", fields: fields),
      "content/a.md": block("encart", body),
    ])
    let report = try await site.build()
    #expect(findings(report) == expected)
  }

  @Test func escapesTextsAndRendersMarkdown() async throws {
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component(
        "<section title=\"{{titre}}{{texte}}\">{{titre}}{{texte}}</section>",
        fields: "titre: {}\n  texte: { type: markdown }"),
      "content/a.md": block(
        "encart",
        "titre: '\"><script>alert(1)</script>'\ntexte: |\n  ## Un titre\n\n"
          + "  <script>x</script>\n\n  **gras**\n\n  ```figure\n  image: salle.svg\n  alt: Salle\n  ```"
      ),
      "content/salle.svg": Self.drawing,
    ])
    let report = try await site.build()
    #expect(!report.hasErrors)
    let page = try page(site)
    #expect(!page.contains("<script>alert") && !page.contains("<script>x"))
    #expect(page.contains("title=\"&quot;&gt;&lt;script&gt;"))
    #expect(page.contains("<h2 id=\"un-titre\""))
    #expect(page.contains("<strong>gras</strong>") && page.contains("<figure class=\"figure\">"))
  }

  // MARK: What a component says

  @Test(arguments: [
    ("{{#titre}}", "error theme.syntax", "5:1"), ("\n{{titer}}", "error theme.unknown-name", "6:1"),
    ("{{^titre}}{{autre}}{{/titre}}", "error theme.unknown-name", "5:11"),
    ("{{>page}}", "error theme.syntax", "5:1"),
    ("<p onclick=\"a()\">a</p>", "warning component.html", "5:4"),
    ("<iframe src=\"/a\"></iframe>", "warning component.html", "5:1"),
    ("<img alt=\"\" src=\"https://ailleurs.example/a.png\">", "warning component.html", "5:13"),
  ])
  func tellsOnceWhatATemplateSaysWrong(
    _ template: String, _ finding: String, _ place: String
  ) async throws {
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component(template),
      "content/a.md": block("encart", "titre: a"), "content/b.md": block("encart", "titre: b"),
    ])
    let report = try await site.build()
    #expect(findings(report) == ["\(finding) content/_composants/encart.mustache:\(place)"])
    for page in [site.published("a/index.html"), site.published("b/index.html")] {
      for harm in ["onclick", "iframe", "ailleurs.example"] {
        #expect(page?.contains(harm) != true)
      }
    }
  }

  @Test func tellsWhatADeclarationSaysWrong() async throws {
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component(
        "{{titre}}", fields: "titre: { type: txte }"),
      "content/a.md": "# A\n",
    ])
    let report = try await site.build()
    #expect(
      findings(report) == ["error type.kind content/_composants/encart.mustache:3:12"])
  }

  @Test func copiesEverythingWhereTheSiteAllowsHTML() async throws {
    let site = try SampleSite([
      "archipel.yaml": Self.configuration + "html: allow\n",
      "content/_composants/encart.mustache": component(
        "<form onsubmit=\"a()\"><input></form>{{titre}}"),
      "content/a.md": block("encart", "titre: a"),
    ])
    let report = try await site.build()
    #expect(findings(report) == [])
    #expect(try page(site).contains("<form onsubmit=\"a()\"><input></form>a"))
  }

  @Test func endsTemplatesThatGoThroughListsWithinLists() async throws {
    let loops = 12
    let template =
      String(repeating: "{{#liste}}", count: loops) + "x"
      + String(repeating: "{{/liste}}", count: loops)
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component(
        template, fields: "liste: { type: objet, plusieurs: oui, champs: { nom: {} } }"),
      "content/a.md": block(
        "encart", "liste:\n" + String(repeating: "  - { nom: a }\n", count: 30)),
    ])
    let report = try await site.build()
    #expect(findings(report) == ["error component.bounds content/a.md:5:1"])
  }

  // MARK: Other folders

  @Test func showsTheBlocksOfOtherToolsAsCodeInAPlainFolder() async throws {
    let chart = "type: bar\nlabels: [a, b]\nseries:\n  - title: T\n    data: [1, 2]"
    let plain = try SampleSite([
      "a.md": "# A\n\n```chart\n\(chart)\n```\n\n```chart\n\(chart)\n```\n", "b.md": "# B\n",
    ])
    let report = try await plain.build()
    #expect(findings(report) == ["warning component.foreign a.md:3:1"])
    #expect(try page(plain).contains("<pre><code class=\"language-chart\">"))
    // Who has made a site of the folder means the component.
    try plain.write(Self.configuration, to: "archipel.yaml")
    let declared = try await plain.build()
    #expect(declared.hasErrors)
  }

  @Test func leavesUnknownBlocksAsCode() async throws {
    let site = try SampleSite([
      "archipel.yaml": Self.configuration,
      "content/_composants/encart.mustache": component("{{titre}}"),
      "content/_composants/notes.md": "# Notes\n",
      "content/a.md": block("encarts", "titre: a"),
    ])
    let report = try await site.build()
    #expect(!report.hasErrors)
    #expect(try page(site).contains("<pre><code class=\"language-encarts\">titre: a"))
    #expect(site.published("_composants/notes/index.html") == nil)
    #expect(site.published("_composants/encart.mustache") == nil)
  }

  @Test func followsAComponentFromOneBuildToTheNext() async throws {
    let path = "content/_composants/encart.mustache"
    let site = try SampleSite([
      "archipel.yaml": Self.configuration, path: component("<p>un {{titre}}</p>"),
      "content/a.md": block("encart", "titre: a"), "content/b.md": "# B\n",
    ])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site).contains("<p>un a</p>"))
    try site.write(component("<p>deux {{titre}}</p>"), to: path)
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site).contains("<p>deux a</p>"))
    try site.remove(path)
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site).contains("<pre><code class=\"language-encart\">"))
  }

  @Test func saysTheWordsOfAThemeThatHasChanged() async throws {
    let words = "themes/ti/langues/fr.yaml"
    let site = try SampleSite([
      "archipel.yaml": Self.configuration, words: "date: \"le {jour}\"\n",
      "content/_composants/encart.mustache": component(
        "<p>{{jour}}</p>", fields: "jour: { type: date }"),
      "content/a.md": block("encart", "jour: 2026-03-14"),
    ])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site).contains("<p>le 14</p>"))
    try site.write("date: \"ce {jour}\"\n", to: words)
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try page(site).contains("<p>ce 14</p>"))
  }
}
