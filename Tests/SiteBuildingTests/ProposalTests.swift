import Foundation
import SiteBuilding
import Testing

/// Where readers propose a change of a sheet, or a sheet.
@Suite struct ProposalTests {
  private static let text =
    "---\ntitre: \"\"\nresume: \"\"\nbrouillon: oui\nbut: \"\"\nmesures: []\n---\n\n"

  /// The links of a page: where a change is proposed, where a sheet is.
  private func links(
    _ configuration: String, of page: String = "outils/pelle"
  ) async throws -> (change: String, sheet: String) {
    let site = try SampleSite([
      "archipel.yaml": configuration,
      "content/_types/outil.yaml":
        "libelle: Outil\ndossier: outils\nchamps:\n"
        + "  but: { libelle: But, requis: true }\n  prix: { libelle: Prix, type: entier }\n"
        + "  mesures: { libelle: Mesures, requis: true, plusieurs: true }\n",
      "content/outils/index.md": "---\ntitre: Outils\n---\n",
      "content/outils/pelle.md": "---\ntitre: Pelle\nbut: Creuser\nmesures: [a]\n---\nUn.",
      "content/ailleurs.md": "---\ntitre: Ailleurs\n---\nUn.",
      "themes/ti/langues/fr.yaml":
        "modifier_sujet: \"Modification : {titre}\"\nmodifier_message: \"{fichier}\\n\"\n"
        + "fiche_sujet: \"Fiche : {type}\"\nfiche_message: \"Voici :\\n\"\nfiche_fichier: nouvelle\n",
      "themes/ti/templates/base.mustache": "[{{page.edit_url}}|{{page.propose_url}}]",
    ])
    #expect(try await site.build().findings == [])
    let text = try #require(site.published(page + "/index.html"))
    let parts = text.dropFirst().dropLast().replacing("&amp;", with: "&")
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return (parts.first ?? "", parts.last ?? "")
  }

  private func value(_ key: String, of address: String) -> String? {
    URLComponents(string: address)?.queryItems?.first { $0.name == key }?.value
  }

  @Test(arguments: [
    (
      "https://github.com/lab/site",
      "https://github.com/lab/site/edit/main/content/outils/pelle.md",
      "https://github.com/lab/site/new/main/content/outils?"
    ),
    (
      "https://codeberg.org/lab/site.git",
      "https://codeberg.org/lab/site/_edit/main/content/outils/pelle.md",
      "https://codeberg.org/lab/site/_new/main/content/outils?"
    ),
  ])
  func leadToTheForge(address: String, change: String, sheet: String) async throws {
    let links = try await links("forge: { adresse: \"\(address)\" }\n")
    #expect(links.change == change)
    #expect(links.sheet.hasPrefix(sheet))
    #expect(value("filename", of: links.sheet) == "nouvelle.md")
    #expect(value("value", of: links.sheet) == Self.text)
    #expect(
      try await self.links("forge: { adresse: \"\(address)\" }\n", of: "outils").sheet
        == links.sheet)
    #expect(
      try await self.links("forge: { adresse: \"\(address)\" }\n", of: "ailleurs").sheet == "")
  }

  @Test func leadToAnIssueOfGitLabWhoseEditorTakesNoText() async throws {
    let links = try await links(
      "forge: { adresse: https://gitlab.com/lab/site, branche: essai, dossier: un/site }\n")
    #expect(
      links.change == "https://gitlab.com/lab/site/-/edit/essai/un/site/content/outils/pelle.md")
    #expect(links.sheet.hasPrefix("https://gitlab.com/lab/site/-/issues/new?issue%5Btitle%5D="))
    #expect(value("issue[title]", of: links.sheet) == "Fiche : Outil")
    let text = try #require(value("issue[description]", of: links.sheet))
    #expect(text.hasPrefix("`un/site/content/outils/nouvelle.md`\n"))
    #expect(text.contains(Self.text))
  }

  @Test func prefersTheAddressThatTheSiteGivesForChanges() async throws {
    let links = try await links(
      "forge: { adresse: https://github.com/lab/site }\nedit_url: \"https://a.bzh/{path}\"\n")
    #expect(links.change == "https://a.bzh/content/outils/pelle.md")
  }

  @Test func prepareAMessageWhereNoForgeIsNamed() async throws {
    let links = try await links("report: lab@region.bzh\n")
    #expect(links.change.hasPrefix("mailto:lab@region.bzh?subject="))
    #expect(value("subject", of: links.change) == "Modification : Pelle")
    #expect(value("body", of: links.change) == "content/outils/pelle.md\n")
    #expect(value("subject", of: links.sheet) == "Fiche : Outil")
    #expect(value("body", of: links.sheet) == "Voici :\n" + Self.text)
  }

  @Test(arguments: ["title: A\n", "report: \"https://forge.bzh/new?title={title}\"\n"])
  func areAbsentWhereTheSiteNamesNeither(configuration: String) async throws {
    let links = try await links(configuration)
    #expect(links.change == "" && links.sheet == "")
  }

  @Test(arguments: [
    ("{ adresse: https://forge.bzh/lab/site }", "site.forge-kind archipel.yaml:1:10"),
    ("{ adresse: https://forge.bzh/lab }", "site.forge archipel.yaml:1:10"),
    ("{ adresse: \"javascript:alert(1)\" }", "site.forge archipel.yaml:1:10"),
    ("{ branche: main }", "site.forge archipel.yaml:1:8"),
    ("{ adresse: https://github.com/a/b, genre: svn }", "site.choice archipel.yaml:1:43"),
    ("{ adresse: https://github.com/a/b, branche: \"a b\" }", "site.branch archipel.yaml:1:43"),
    ("{ adresse: https://github.com/a/b, dossier: ../x }", "site.path archipel.yaml:1:43"),
  ])
  func refuseAForgeThatCannotBe(text: String, finding: String) async throws {
    let site = try SampleSite(["archipel.yaml": "forge: \(text)\n", "content/a.md": "Un."])
    #expect(try await site.build().findings.first == finding)
  }
}
