import Diagnostics
import Testing

@testable import SiteBuilding

@Suite struct ExplainTests {
  private static func site() throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": "base_url: https://exemple.fr/lab/\n", "content/index.md": "Bonjour.\n",
      "content/a/un.md": "---\ntitre: Un\n---\nVoir [deux](deux.md).\n",
      "content/a/deux.md": "---\ntitre: Deux\n---\nRien.\n",
    ])
  }

  private static func explanation(of name: String, _ site: SampleSite) async throws -> String {
    guard case .page(let page) = try await SiteBuilder(site.request()).explain(name) else {
      return ""
    }
    return page.text(in: .french)
  }

  @Test(arguments: [
    "a/un", "/a/un/", "a/un/index.html", "content/a/un.md", "a/un.md",
    "https://exemple.fr/lab/a/un/", "https://exemple.fr/lab/a/un/?q=1#haut",
  ])
  func findsAPageByAnyOfItsNames(name: String) async throws {
    let text = try await Self.explanation(of: name, try Self.site())
    #expect(text.hasPrefix("a/un/index.html\n"))
    #expect(text.contains("content/a/un.md, de type « page »"))
    #expect(text.contains("title : content/a/un.md:2:8"))
    #expect(text.contains("deux.md (content/a/un.md:4:13) → content/a/deux.md"))
    #expect(text.contains("les liens vers : content/a/un.md"))
    #expect(text.contains("tout sera fait"))
  }

  @Test func saysWhatHasChangedSinceTheLastBuild() async throws {
    let site = try Self.site()
    try await site.build()
    #expect(try await Self.explanation(of: "a/un", site).contains("rien de ce qu’elle lit"))
    try site.write("---\ntitre: Deux\n---\nAutre chose.\n", to: "content/a/deux.md")
    let before = try await Self.explanation(of: "a/deux", site)
    #expect(before.contains("  le texte : content/a/deux.md"))
    try site.write("---\ntitre: Deux fois\n---\nRien.\n", to: "content/a/deux.md")
    let after = try await Self.explanation(of: "a/un", site)
    #expect(after.contains("car ceci a changé"))
    #expect(after.contains("le titre et le résumé : content/a/deux.md"))
  }

  @Test func saysThatAPublishedFileIsNoLongerThere() async throws {
    let site = try Self.site()
    try await site.build()
    try site.write("gribouillis", to: "output/a/un/index.html")
    #expect(try await Self.explanation(of: "a/un", site).contains("a été changé ou supprimé"))
    #expect(try await Self.explanation(of: "a/deux", site).contains("rien de ce qu’elle lit"))
    try site.remove("output")
    #expect(try await Self.explanation(of: "a/deux", site).contains("a été changé ou supprimé"))
  }

  @Test func proposesTheClosestPage() async throws {
    let site = try Self.site()
    let explanation = try await SiteBuilder(site.request()).explain("a/deu")
    guard case .noPage(let suggestion) = explanation else {
      Issue.record("found a page that is not there")
      return
    }
    #expect(suggestion == "a/deux")
  }
}
