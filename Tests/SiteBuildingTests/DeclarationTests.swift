import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// The declaration of accessibility, and what the foot of every page says after it.
@Suite struct DeclarationTests {
  private static let keys = ", referentiel: RGAA 4.1.2, auditeur: Cabinet, date: 2026-03-01"

  private func pages(_ keys: String) async throws -> (declaration: String, other: String) {
    let site = try SampleSite([
      "archipel.yaml":
        "accessibility: declaration\nbudget: { page: 900 ko, home_requests: 40 }\n",
      "content/declaration.md":
        "---\ntitre: Accessible ?\nvue: { genre: conformite\(keys) }\n---\n",
      "content/autre.md": "---\ntitre: Autre\nvue: { genre: budget }\n---\n",
    ])
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.diagnostics == [])
    return (
      try #require(site.published("declaration/index.html")),
      try #require(site.published("autre/index.html"))
    )
  }

  @Test(arguments: [
    ("", "non conforme"),
    (keys + ", taux: 49, criteres: [1.1]", "non conforme"),
    (keys + ", taux: '87,5', criteres: [1.1]", "partiellement conforme"),
    (keys + ", taux: 100", "totalement conforme"),
  ])
  func saysTheSameStateInTheDeclarationAndAtTheFoot(keys: String, state: String) async throws {
    let pages = try await pages(keys)
    #expect(pages.declaration.contains("<strong>\(state)</strong>"))
    #expect(pages.declaration.contains("87,5\u{202F}%") == keys.contains("87"))
    #expect(pages.other.contains("Accessibilité\u{00A0}: \(state)</a>"))
  }

  @Test func showsTheBudgetThatTheBuildHolds() async throws {
    let page = try await pages("").other
    #expect(page.contains("900\u{00A0}ko"))
    #expect(page.contains("Accueil, avec ses images"))
    #expect(!page.contains("Fiche, sans ses images"))
  }
}
