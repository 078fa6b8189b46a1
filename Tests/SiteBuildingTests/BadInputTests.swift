import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// What people write by mistake: each gets a message at its place, and none touches the published
/// site.
@Suite struct BadInputTests {
  @Test(arguments: errors)
  func publishesNothingWithAnError(input: BadInput) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    if !input.files.contains(where: { $0.path == "archipel.yml" }) {
      try site.write("title: Lab\n", to: "archipel.yaml")
    }
    try await site.build()
    let before = try FolderContent.stamps(of: site.output)
    try input.write(to: site)
    let report = try await site.build()
    #expect(report.findings.sorted() == input.expected)
    #expect(report.diagnostics.contains { $0.severity == .error })
    expect(report, says: input.says)
    #expect(try FolderContent.stamps(of: site.output) == before)
  }

  @Test(arguments: warnings)
  func publishesTheRestWithAWarning(input: BadInput) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try input.write(to: site)
    let report = try await site.build()
    #expect(report.findings.sorted() == input.expected)
    #expect(report.diagnostics.allSatisfy { $0.severity != .error })
    expect(report, says: input.says)
    let page = site.published("fiche/index.html") ?? site.published("essais/fiche/index.html")
    #expect(page != nil)
  }

  @Test(arguments: warnings)
  func publishesNothingWithAWarningWhenStrict(input: BadInput) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try input.write(to: site)
    let report = try await site.build { $0.options.isStrict = true }
    #expect(report.findings.sorted() == input.expected)
    #expect(report.diagnostics.allSatisfy { $0.severity != .warning })
    #expect(site.files.isEmpty)
  }

  @Test(arguments: [
    "\u{FEFF}---\ntitle: T\n---\n\nTexte.\n", "---\r\ntitle: T\r\n---\r\n\r\nTexte.\r\n",
    "\u{FEFF}---\r\ntitle: T\r\n---\r\nTexte.", "---\ntitle: T\n...\nTexte.\n", "# T\n\nTexte.\n",
  ])
  func acceptsWhatEditorsWrite(text: String) async throws {
    let site = try SampleSite(["content/fiche.md": text])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("fiche/index.html"))
    #expect(page.contains("<h1>T</h1>"))
    #expect(page.contains("<p>Texte.</p>"))
    #expect(!page.contains("\r"))
  }

  @Test func saysEveryMistakeOfARunInTheOrderOfTheFiles() async throws {
    let site = try SampleSite([
      "content/b.md": "---\ndate: hier\nupdated: demain\n---\n", "content/a.md": "[x](y.md)\n",
      "archipel.yaml": "page_size: 0\n", "themes/ti/templates/home.mustache": "{{#a}}",
    ])
    let report = try await site.build()
    #expect(
      report.findings.prefix(4) == [
        "front-matter.bounds archipel.yaml:1:1", "link.dangling content/a.md:1:5",
        "front-matter.date content/b.md:2:7", "front-matter.date content/b.md:3:10",
      ])
    #expect(report.findings.contains("theme.syntax themes/ti/templates/home.mustache:1:1"))
  }

  @Test func refusesASheetOfFiftyMegabytes() async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n"])
    let line = Array("Une ligne de texte, parmi beaucoup d'autres, sans fin ni cesse.\n".utf8)
    var bytes: [UInt8] = []
    while bytes.count < 50 << 20 { bytes += line }
    try site.write(bytes, to: "content/fiche.md")
    let report = try await site.build()
    #expect(report.findings == ["sheet.size content/fiche.md"])
    #expect(report.diagnostics.first?.message.french == "fiche de 50 Mo")
    #expect(site.files.isEmpty)
  }

  @Test(arguments: [
    String(repeating: "> ", count: 10_000) + "a", String(repeating: "- ", count: 10_000) + "a",
    String(repeating: "*a **b ", count: 5_000) + "c" + String(repeating: " d** e*", count: 5_000),
  ])
  func refusesTextNestedTenThousandDeep(text: String) async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n", "content/fiche.md": text])
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["markdown.nesting"])
    #expect(report.diagnostics.first?.location.path == "content/fiche.md")
    #expect(site.files.isEmpty)
  }

  @Test(arguments: [
    String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
    (0..<10_000).map { String(repeating: " ", count: $0 % 2_000) + "a:" }.joined(separator: "\n"),
  ])
  func refusesFrontMatterNestedTenThousandDeep(yaml: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/fiche.md": "---\nliste: \(yaml)\n---\n",
    ])
    let report = try await site.build()
    #expect(report.hasErrors)
    #expect(report.diagnostics.allSatisfy { $0.location.path == "content/fiche.md" })
    #expect(site.files.isEmpty)
  }

  @Test func refusesInvalidUTF8WhereItStarts() async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n"])
    try site.write(
      Array("---\ntitle: été\n---\n\nÉt".utf8) + [0xE9] + Array(".".utf8), to: "content/a.md")
    #expect(try await site.build().findings == ["sheet.encoding content/a.md:5:3"])
    #expect(site.files.isEmpty)
  }

  /// Expects a message to say these things, and every message to say what to do.
  private func expect(_ report: BuildReport, says parts: [String]) {
    #expect(report.diagnostics.allSatisfy { $0.expected != nil || $0.suggestion != nil })
    let text = report.diagnostics.map {
      [$0.message.french, $0.expected?.french ?? "", $0.suggestion?.french ?? ""].joined(
        separator: " ")
    }.joined(separator: "\n")
    for part in parts { #expect(text.contains(part)) }
  }
}
