import SiteBuilding
import Testing

/// Where readers report a mistake.
@Suite struct ReportTests {
  private func link(_ configuration: String) async throws -> String {
    let site = try SampleSite([
      "archipel.yaml": configuration,
      "content/ete-hiver.md": "---\ntitle: Été & hiver\n---\nUn.",
      "themes/ti/langues/fr.yaml":
        "signaler_sujet: \"Erreur : {titre}\"\nsignaler_message: \"Adresse : {adresse}\\n\"\n",
      "themes/ti/templates/base.mustache": "[{{page.report_url}}]",
    ])
    #expect(try await site.build().findings == [])
    return try #require(site.published("ete-hiver/index.html"))
  }

  @Test func writesToAnAddressWithTheTitleAndTheAddressOfThePage() async throws {
    let page = try await link("report: erreurs@lab.bzh\nbase_url: https://lab.bzh/\n")
    #expect(page.hasPrefix("[mailto:erreurs@lab.bzh?subject="))
    #expect(page.contains("%C3%89t%C3%A9%20%26%20hiver"))
    #expect(page.contains("https%3A%2F%2Flab.bzh%2Fete-hiver%2F"))
    #expect(page.contains("%0A"))
  }

  @Test func leadsToAForgeWithTheTitleAndTheAddressOfThePage() async throws {
    let page = try await link(
      "signaler: \"https://forge.bzh/new?title={titre}&body={adresse}\"\nbase_url: https://lab.bzh/\n"
    )
    #expect(
      page == "[https://forge.bzh/new?title=%C3%89t%C3%A9%20%26%20hiver&amp;body="
        + "https%3A%2F%2Flab.bzh%2Fete-hiver%2F]")
  }

  @Test func offersNothingWhereNoAddressIsNamed() async throws {
    #expect(try await link("title: A\n") == "[]")
  }
}
