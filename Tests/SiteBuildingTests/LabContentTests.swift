import Calendars
import Authoring
import ContentModel
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// The lab's own content: what its documents name has its pages, and its types start good sheets.
@Suite struct LabContentTests {
  @Test func publishesAPageForEveryThingThatTheSeedsName() async throws {
    let rows = try SeedTable(markdown: Lab.text(of: "docs/seeds.md")).rows
    #expect(rows.count >= 30)
    let site = try SampleSite()
    let report = try await site.build {
      Lab.prepare(&$0)
      $0.source = Lab.folder
    }
    #expect(report.findings == [])
    for row in rows {
      #expect(!row.pages.isEmpty, "\(row.name)")
      for page in row.pages {
        let text = try #require(site.published(page.file), "\(row.name): \(page.file)")
        #expect(text.contains(">\(page.title)</h1>"), "\(row.name): \(page.file)")
      }
    }
  }

  @Test func startsASheetOfEveryTypeThatPassesTheChecks() async throws {
    let site = try SampleSite()
    try FileManager.default.copyItem(
      atPath: Lab.folder + "/content", toPath: site.source + "/content")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: site.source + "/content/_types")
    let types = files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("_") }
      .map { String($0.dropLast(".yaml".count)) }.sorted()
    #expect(types.count >= 12)
    for type in types {
      let outcome = try Archetype(
        source: site.source, builtInThemes: Lab.folder + "/themes"
      ).write(type: type, title: "Essai \(type)", isWhole: true)
      guard case .written = outcome else {
        Issue.record("\(type): \(outcome)")
        continue
      }
    }
    let request = site.request { request in
      Lab.prepare(&request)
      request.options.includesDrafts = true
    }
    #expect(try await SiteBuilder(request).check().findings == [])
  }
}

/// Where the lab's own site is.
private enum Lab {
  static let folder = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// Strict, with the built-in theme, on 31 December 2026: after the date of every sheet.
  static func prepare(_ request: inout BuildRequest) {
    request.options.builtInThemes = folder + "/themes"
    request.today = CalendarDate(secondsSince1970: 1_798_675_200)
    request.options.isStrict = true
  }

  static func text(of path: String) throws -> String {
    try String(contentsOf: URL(filePath: folder + "/" + path), encoding: .utf8)
  }
}

/// The second table of `docs/seeds.md`: what the documents name, and the pages that carry it.
private struct SeedTable {
  struct Row {
    let name: String
    /// The published file and the title of each page, read from links to the sheets.
    let pages: [(file: String, title: String)]
  }

  let rows: [Row]

  init(markdown: String) {
    let lines = markdown.split(separator: "\n")
      .drop { !$0.hasPrefix("| in the documents") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    rows = lines.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      let name = cells.count > 1 ? cells[1].trimmingCharacters(in: .whitespaces) : ""
      let links =
        cells.count > 2
        ? String(cells[2]).matches(of: /\[([^\]]+)\]\(\.\.\/content\/([^)]*)\.md\)/) : []
      return Row(name: name, pages: links.map { (Self.file(of: $0.2), String($0.1)) })
    }
  }

  /// Returns the published file of a sheet, by its path in the content without `.md`.
  private static func file(of sheet: Substring) -> String {
    sheet == "index" || sheet.hasSuffix("/index") ? "\(sheet).html" : "\(sheet)/index.html"
  }
}
