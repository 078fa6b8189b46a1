import Calendars
import ContentModel
import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// `archipel check --output`: what is wrong with pages as they would be published, told where people
/// wrote it.
@Suite struct OutputAuditTests {
  /// A layout without a fault.
  private static let layout = """
    <!doctype html>
    <html lang="{{page.lang}}">
    <head><title>{{page.head_title}}</title></head>
    <body><main id="contenu"><h1>{{page.title}}</h1>
    {{$main}}{{/main}}
    </main></body>
    </html>
    """

  private func audit(_ files: [(path: String, text: String)]) async throws -> [Diagnostic] {
    let site = try SampleSite(["archipel.yaml": "html: allow\n", "content/index.md": "Bonjour.\n"])
    for (path, text) in files { try site.write(text.replacing("¦", with: ""), to: path) }
    let report = try await SiteBuilder(site.request()).check(auditsOutput: true)
    #expect(site.files.isEmpty)
    return report.diagnostics
  }

  /// A fault in the text of a sheet, and what is to be said at its `¦`.
  @Test(arguments: [
    ("Avant.\n\n¦{{< figure src=\"a.png\" >}}\n", "markdown.foreign-tag"),
    ("<p>\n<a href=\"¦https://exemple.org/page\"></a></p>\n", "output.wordless-link"),
    ("Voir\n[ici](¦https://exemple.org/page).\n", "output.vague-link"),
    ("## Étape\n\n<h4>¦L'un d'eux : « quoi »</h4>\n", "output.heading-order"),
    ("---\ntitre: A\n---\nAvant.\n\n<h1>¦Autre titre</h1>\n", "output.second-title"),
    ("<p id=\"un\">1</p>\n\n<p id=\"¦deux\">2</p>\n<p id=\"deux\">3</p>\n", "output.duplicate-id"),
    ("<a href=\"¦../absent.html\">Le guide</a>\n", "link.outside"),
    ("<a href=\"¦../../../ailleurs/\">Le guide</a>\n", "link.outside"),
    ("<a href=\"¦#absente\">La durée</a>\n", "link.anchor"),
    ("<img src=\"¦https://exemple.org/a.png\" alt=\"Une tasse\">\n", "link.remote-image"),
    ("<script src=\"¦https://exemple.org/a.js\"></script>\n", "output.outside-request"),
    ("<img src=\"¦tasse.svg\">\n", "output.no-alternative"),
    ("<table aria-label=\"T\"><tr><td>¦Durée</td></tr></table>\n", "output.table-headers"),
    ("<p lang=\"¦breton\">ti</p>\n", "output.language"),
  ])
  func findsWhatASheetSaysInTheSheet(text: String, id: String) async throws {
    let files = [
      ("content/fiche.md", text),
      ("content/tasse.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ]
    let found = try await audit(files)
    #expect(found.map(\.summary) == ["\(id) content/fiche.md:\(Self.place(in: text))"])
  }

  /// A fault in the layout of a theme, and what is to be said at its `¦`.
  @Test(arguments: [
    ("<a href=\"{{site.home}}\">", "<a href=\"{{site.home}}\">", ""),
    (
      "<main id=\"contenu\">", "<nav>\n  ¦<a href=\"{{site.home}}\"></a></nav><main>",
      "wordless-link"
    ),
    (
      "<main id=\"contenu\">", "<main id=\"c\"><a href=\"#c\">Aller</a>¦<a href=\"#d\">Venir</a>",
      "dead-anchor"
    ),
    ("<main id=\"contenu\">", "<main>\n¦<a href=\"{{site.root}}rien/\">Rien</a>", "dead-link"),
    ("lang=\"{{page.lang}}\"", "", "no-language"),
    ("<title>{{page.head_title}}</title>", "¦<title>{{page.canonical}}</title>", "no-page-title"),
    (
      "</head>", "¦<link rel=\"stylesheet\" href=\"https://exemple.org/a.css\"></head>",
      "outside-request"
    ),
    ("<h1>", "¦<h1 class=\"\">", "empty-attribute"),
    ("</main>", "¦<input name=\"q\"></main>", "unlabelled-field"),
    ("</main>", "¦<button></button></main>", "wordless-button"),
    ("</main>", "¦<p style=\"color: red\">Mot</p></main>", "inline-code"),
    ("</main>", "¦<p aria-labelledby=\"absent\">Mot</p></main>", "missing-id"),
    ("</main>", "<p title=\"x\">¦undefined</p></main>", "placeholder"),
    ("</main>", "¦<svg></svg></main>", "no-alternative"),
  ])
  func findsWhatATemplateSaysInTheTemplateOnce(
    part: String, replacement: String, id: String
  ) async throws {
    let layout = Self.layout.replacing(part, with: replacement)
    let path = "themes/ti/templates/base.mustache"
    let found = try await audit([(path, layout)])
    guard !id.isEmpty else {
      #expect(found == [])
      return
    }
    let place = id == "no-language" ? "2:1" : Self.place(in: layout)
    #expect(found.map(\.summary) == ["output.\(id) \(path):\(place)"])
    #expect(found.allSatisfy { $0.message.french.contains("(page « ") })
    #expect(found.allSatisfy { $0.message.french.contains(" autres)") })
  }

  /// Every page that a template writes is audited, whatever asks for the template.
  @Test func auditsTheHomePageOfALanguageAsItDoesSections() async throws {
    let section = """
      {{<base}}{{$main}}
      <p id="deux">1</p>
      <p id="deux">2</p>
      {{/main}}{{/base}}
      """
    let found = try await audit([
      ("content/notes/a.md", "---\ntitle: Une note\n---\nA.\n"),
      ("content/notes/a.br.md", "---\ntitle: Un notenn\n---\nA.\n"),
      ("themes/ti/templates/section.mustache", section),
    ])
    let doubled = found.filter { $0.id == "output.duplicate-id" }
    // That of the folder, and the home page of Breton, which the template of folders writes too.
    #expect(doubled.map { $0.message.french.hasSuffix(" et 1 autre)") } == [true])
  }

  @Test func comparesTheTitlesOfPages() async throws {
    let found = try await audit([
      ("content/a.md", "---\ntitle: Même\n---\nA.\n"),
      ("content/b.md", "---\ntitre: Même\n---\nB.\n"),
    ])
    #expect(found.map(\.summary) == ["output.shared-title content/b.md:2:8"])
    #expect(found.first?.message.french.contains("« a/index.html »") == true)
  }

  @Test func allowsTheImagesThatTheSiteAllows() async throws {
    let text = "<img src=\"https://exemple.org/a.png\" alt=\"Une tasse\">\n"
    let allowed = "html: allow\nremote_images: allow\n"
    #expect(try await audit([("archipel.yaml", allowed), ("content/fiche.md", text)]) == [])
  }

  @Test func auditsAStrictSiteThatHasWarnings() async throws {
    let found = try await audit([
      ("archipel.yaml", "html: allow\nstrict: true\n"),
      ("content/fiche.md", "[Lien](absent.md)\n\n<p id=\"\">Mot</p>\n"),
    ])
    #expect(found.map(\.id) == ["output.empty-attribute", "link.dangling"])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: ["atelier", "carnet"], [1, 4])
  func saysTheSameWithAnyNumberOfWorkers(name: String, jobs: Int) async throws {
    let site = try SampleSite()
    func audit(jobs: Int) async throws -> [Diagnostic] {
      let request = site.request {
        $0.source = Fixtures.folder + "/" + name
        $0.jobs = jobs
      }
      return try await SiteBuilder(request).check(auditsOutput: true).diagnostics
    }
    #expect(try await audit(jobs: jobs) == audit(jobs: 2))
  }

  /// The site of this repository, with the theme that it is published with.
  @Test func findsNothingInTheSiteOfTheLab() async throws {
    let repository = URL(filePath: Fixtures.folder).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let site = try SampleSite()
    let request = site.request {
      $0.source = repository
      $0.options.builtInThemes = repository + "/themes"
      // Late enough for every sheet to be published.
      $0.today = CalendarDate(secondsSince1970: 4_102_444_800)
      $0.jobs = 2
    }
    let report = try await SiteBuilder(request).check(auditsOutput: true)
    #expect(report.pageCount > 200)
    #expect(report.findings == [])
  }

  private static func place(in text: String) -> String {
    let before = text.prefix { $0 != "¦" }
    let line = before.filter { $0 == "\n" }.count + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    return "\(line):\(column)"
  }
}
