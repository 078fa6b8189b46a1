import ContentModel
import Diagnostics
import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

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
    "https://exemple.fr/lab/a/un/", "https://exemple.fr/lab/a/un/?q=1#haut", "un", "Un", "[[Un]]",
  ])
  func findsAPageByAnyOfItsNames(name: String) async throws {
    let text = try await Self.explanation(of: name, try Self.site())
    #expect(text.hasPrefix("a/un/index.html\n"))
    #expect(text.contains("content/a/un.md, de type « page »"))
    #expect(text.contains("  titre : ligne 2\n"))
    #expect(text.contains("  ligne 4 : deux.md → content/a/deux.md\n"))
    #expect(text.contains("  cette fiche : son en-tête, "))
    #expect(text.contains("les fiches qui la citent"))
    #expect(text.contains("tout sera fait"))
  }

  @Test func saysWhatHasChangedSinceTheLastBuild() async throws {
    let site = try Self.site()
    try await site.build()
    #expect(try await Self.explanation(of: "a/un", site).contains("rien de ce qu’elle lit"))
    try site.write("---\ntitre: Deux\n---\nAutre chose.\n", to: "content/a/deux.md")
    let before = try await Self.explanation(of: "a/deux", site)
    #expect(before.contains("  cette fiche : son titre et son résumé, son texte\n"))
    try site.write("---\ntitre: Deux fois\n---\nRien.\n", to: "content/a/deux.md")
    let after = try await Self.explanation(of: "a/un", site)
    #expect(after.contains("car ceci a changé"))
    #expect(after.contains("  le titre et le résumé de content/a/deux.md\n"))
  }

  @Test(arguments: [
    ("feed.xml", "les dernières fiches du site"), ("a/", "les fiches du dossier « a »"),
    ("etiquettes/oral/", "les fiches de l’étiquette « oral »"),
    ("a/plan.txt", "content/a/plan.txt, tel quel"), ("vieux/", "une ancienne adresse de la fiche"),
    ("404.html", "à une adresse qui n’existe pas"),
    ("a/trois/", "  titre : « Trois », de son premier"),
    ("a/un/index.html", "  etiquettes : ligne 3"),
  ])
  func saysInWordsWhatAFileIsMadeFrom(name: String, words: String) async throws {
    let site = try Self.site()
    try site.write(
      "---\ntitle: Un\netiquettes: [oral]\n---\n[p](plan.txt)\n", to: "content/a/un.md")
    try site.write("---\nalias: vieux\n---\n# Trois\n", to: "content/a/trois.md")
    try site.write("Plan.\n", to: "content/a/plan.txt")
    let text = try await Self.explanation(of: name, site)
    #expect(text.contains(words), "\(text)")
  }

  @Test(arguments: ["a/attend", "content/a/attend.md", "Attend"])
  func saysThatADraftHasNoPage(name: String) async throws {
    let site = try Self.site()
    try site.write("---\ntitre: Attend\nbrouillon: oui\n---\n", to: "content/a/attend.md")
    guard case .unpublished(.draft) = try await SiteBuilder(site.request()).explain(name) else {
      Issue.record("does not say that the sheet is a draft")
      return
    }
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

  @Test(arguments: ["a/deu", "content/a/deu.md", "b/deux.md", "/a/deus/", "dezux"])
  func proposesTheClosestPage(name: String) async throws {
    let site = try Self.site()
    let explanation = try await SiteBuilder(site.request()).explain(name)
    guard case .noPage(let suggestion) = explanation else {
      Issue.record("found a page that is not there")
      return
    }
    #expect(suggestion == "a/deux")
  }
}
