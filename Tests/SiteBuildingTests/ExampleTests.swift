import Calendars
import Diagnostics
import Foundation
import MarkdownRendering
import SearchIndexing
import SiteBuilding
import SiteLoading
import Testing
import Theming

/// The examples with which the documentation of types starts compile, do what they say, and are those
/// that stand here.
struct ExampleTests {
  private static let repository = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent()

  // Example: SiteBuilding/Build/SiteBuilder.swift
  private func build(
    _ source: String, _ output: String, _ themes: String, _ today: CalendarDate
  ) async throws -> BuildReport {
    let request = BuildRequest(
      source: source, output: output, builtInThemes: themes, today: today)
    let report = try await SiteBuilder(request) { event in
      if case .phase(let name) = event { print(name.english) }
    }.build()
    for diagnostic in report.diagnostics { print(diagnostic.message.english) }
    return report
  }

  // Example: Theming/Theme.swift
  private func page() -> [UInt8]? {
    let file = ThemeFile(
      path: "templates/sheet.mustache", shownAs: "themes/lab/templates/sheet.mustache",
      bytes: Array("<h1>{{title}}</h1>".utf8))
    let (theme, problems) = Theme.load(layers: [[file]])
    var diagnostics = problems
    guard let template = theme.template(for: ["methode", "sheet"]) else { return nil }
    let page = theme.render(
      template, ["title": .text("Forum ouvert")], contentPath: "content/forum.md",
      diagnostics: &diagnostics)  // <h1>Forum ouvert</h1>
    return page
  }

  // Example: MarkdownRendering/MarkdownRenderer.swift
  private func html(_ links: any LinkProvider) -> [UInt8] {
    let source = MarkdownSource(path: "content/forum.md", text: "Un *forum* ouvert.")
    let document = MarkdownRenderer().render(source, links: links)
    let html = document.html  // <p>Un <em>forum</em> ouvert.</p>
    return html
  }

  // Example: SearchIndexing/Indexing/SearchIndex.swift
  private func names() -> [String] {
    var analyzer = TextAnalyzer()
    analyzer.add(
      SearchDocument(
        url: "methodes/forum/", title: "Forum ouvert",
        type: SearchTerm(id: "methode", label: "Méthode")))
    let index = SearchIndex([analyzer.finish()])
    let names = index.files.map(\.name)  // root.js, and the files that it leads to
    return names
  }

  private struct NoLinks: LinkProvider {
    func resolve(
      _ request: LinkRequest, diagnostics: inout [Diagnostic]
    ) -> ResolvedLink { .unresolved }
  }

  @Test func doWhatTheySay() async throws {
    let site = try SampleSite(["content/a.md": "Un."])
    let report = try await build(site.source, site.output, Fixtures.themes, Fixtures.today)
    #expect(report.diagnostics == [] && report.pageCount > 1)
    #expect(page().map { String(decoding: $0, as: UTF8.self) } == "<h1>Forum ouvert</h1>")
    #expect(
      String(decoding: html(NoLinks()), as: UTF8.self) == "<p>Un <em>forum</em> ouvert.</p>\n")
    #expect(names().contains(SearchIndex.rootName))
  }

  @Test(arguments: [
    "SiteBuilding/Build/SiteBuilder.swift", "Theming/Theme.swift",
    "MarkdownRendering/MarkdownRenderer.swift", "SearchIndexing/Indexing/SearchIndex.swift",
  ])
  func areThoseOfTheDocumentation(path: String) throws {
    let source = Self.repository.appending(path: "Sources/" + path)
    let documented = try String(contentsOf: source, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.hasPrefix("///     ") }.map { $0.dropFirst("///     ".count) }
    let here = try String(contentsOfFile: #filePath, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "  // Example: \(path)" }.prefix { $0 != "  }" }.map { $0.dropFirst(4) }
    #expect(documented.count > 2)
    #expect(here.count > documented.count)
    #expect(here.indices.contains { here[$0...].starts(with: documented) })
  }
}
