import Diagnostics
import Foundation
import SiteBuilding
import SiteLoading
import Testing

/// The terms of a site, of its sections, of its sheets and of what they reuse.
@Suite struct LicenceSiteTests {
  private static func site(_ sheet: String, _ others: KeyValuePairs<String, String> = [:]) throws
    -> SampleSite
  {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\nlicence: CC-BY-SA-4.0\nbase_url: https://lab.bzh\n",
      "content/index.md": "Bonjour.\n", "content/fiche.md": "---\ntitre: F\n\(sheet)---\nTexte.\n",
    ])
    for (path, text) in others { try site.write(text, to: path) }
    return site
  }

  private static func licences(_ site: SampleSite) throws -> [String: String] {
    struct Catalogue: Decodable {
      struct Sheet: Decodable {
        let id: String
        let licence: String?
      }
      let sheets: [Sheet]
    }
    let text = try #require(site.published("commons.json"))
    let catalogue = try JSONDecoder().decode(Catalogue.self, from: Data(text.utf8))
    return Dictionary(uniqueKeysWithValues: catalogue.sheets.map { ($0.id, $0.licence ?? "") })
  }

  @Test func aFolderGivesItsLicenceToItsSheets() async throws {
    let site = try Self.site(
      "",
      [
        "content/donnees/index.md": "---\ntitre: Données\nlicence: etalab-2.0\n---\n",
        "content/donnees/a.md": "A.\n", "content/donnees/2025/b.md": "B.\n",
        "content/donnees/c.md": "---\nlicence: CC0-1.0\n---\nC.\n",
      ])
    #expect(try await site.build().findings == [])
    #expect(
      try Self.licences(site) == [
        "": "CC-BY-SA-4.0", "fiche": "CC-BY-SA-4.0", "donnees": "etalab-2.0",
        "donnees/a": "etalab-2.0", "donnees/2025/b": "etalab-2.0", "donnees/c": "CC0-1.0",
      ])
  }

  @Test func pagesFollowTheLicenceOfTheirFolder() async throws {
    let site = try Self.site(
      "", ["content/d/index.md": "---\ntitre: D\n---\n", "content/d/a.md": "A.\n"])
    try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(try #require(site.published("d/a/index.html")).contains("by-sa/4.0/deed.fr\">CC BY-SA"))
    try await site.settle()
    try site.write("---\ntitre: D\nlicence: CC-BY-4.0\n---\n", to: "content/d/index.md")
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == [])
    let page = try #require(site.published("d/a/index.html"))
    #expect(
      page.contains(
        "<a rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/deed.fr\">"))
    #expect(page.contains("<q>A, Lab, https://lab.bzh/d/a/, CC\u{A0}BY\u{A0}4.0</q>"))
  }

  @Test(
    arguments: [
      // An adaptation, which its original's terms allow or not.
      ("credits: [{ titre: T, licence: CC-BY-4.0, modifications: coupée }]", nil),
      ("credits: [{ titre: T, licence: CC-BY-NC-4.0, modifications: coupée }]", "usage commercial"),
      (
        "credits: [{ titre: T, licence: CC-BY-ND-4.0, modifications: coupée }]",
        "interdit d’adapter"
      ),
      ("credits: [{ titre: T, licence: GPL-FDL, modifications: coupée }]", "partage à l’identique"),
      ("credits: [{ titre: T, licence: CC-BY-SA-3.0, modifications: coupée }]", nil),
      (
        "licence: CC-BY-SA-3.0\ncredits: [{ titre: T, licence: CC-BY-SA-4.0, modifications: coupée }]",
        "même version"
      ),
      (
        "licence: CC0-1.0\ncredits: [{ titre: T, licence: etalab-2.0, modifications: coupée }]",
        "le crédit"
      ),
      // What is quoted stands beside.
      ("credits: [{ titre: T, licence: CC-BY-NC-4.0 }]", nil),
      ("credits: [Une œuvre sans licence connue]", nil),
      // A sheet taken as it is keeps its licence.
      (
        "derive_de: { url: \"https://a.bzh/x/\" }\ncredits: [{ titre: T, source: \"https://a.bzh/x/\", licence: CC-BY-SA-4.0 }]",
        nil
      ),
      (
        "derived_from: \"https://a.bzh/x/\"\ncredits: [{ title: T, source: \"https://a.bzh/x/\", license: LAL-1.3 }]",
        nil
      ),
      (
        "derive_de: \"https://a.bzh/x/\"\ncredits: [{ titre: T, source: \"https://a.bzh/x/\", licence: GFDL-1.3-only }]",
        "partage à l’identique"
      ),
    ] as [(String, String?)])
  func mixesAreCheckedByTheirTerms(sheet: String, rule: String?) async throws {
    let site = try Self.site(sheet + "\n")
    let report = try await site.build()
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id) == (rule == nil ? [] : ["licence.adaptation"]))
    if let rule {
      let message = try #require(errors.first).message.french
      #expect(message.contains("« T »") && message.contains(rule), "\(message)")
      #expect(errors.first?.location.position?.line == (sheet.contains("\n") ? 4 : 3))
      #expect(try Self.place(of: #require(errors.first), in: site).hasPrefix("licence: "))
    }
  }

  /// The key before the place of a message on its line, and what stands there.
  private static func place(of diagnostic: Diagnostic, in site: SampleSite) throws -> String {
    let location = diagnostic.location
    let position = try #require(location.position)
    let file = URL(filePath: site.source + "/" + location.path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let line = Array(
      text.split(separator: "\n", omittingEmptySubsequences: false)[position.line - 1])
    let before = String(line[..<(position.column - 1)])
    let key = before.split { "{,".contains($0) }.last.map(String.init) ?? before
    let end = min(line.count, position.column - 1 + location.length)
    return key.trimmingCharacters(in: CharacterSet.whitespaces) + " "
      + String(line[(position.column - 1)..<end])
  }

  @Test func eachCreditThatIsAtFaultIsToldAtItsPlace() async throws {
    let site = try Self.site(
      """
      credits:
        - titre: Ceci
          licence: CC-BY-4.0
          modifications: coupé
        - { titre: Cela, modifications: coupé, licence: CC-BY-NC-4.0 }
        - titre: Autre
          license: GFDL-1.3-only
          changes: coupé

      """)
    let report = try await site.build()
    #expect(
      report.findings == [
        "licence.adaptation content/fiche.md:7:51", "licence.adaptation content/fiche.md:9:14",
      ])
    #expect(
      try report.diagnostics.map { try Self.place(of: $0, in: site) } == [
        "licence: CC-BY-NC-4.0", "license: GFDL-1.3-only",
      ])
  }

  @Test func whatATranslationHasOfItsOriginalIsToldThere() async throws {
    let site = try Self.site(
      """
      licence: CC-BY-NC-4.0
      credits: [{ titre: T, licence: CC-BY-ND-4.0, modifications: coupé }]

      """, ["content/fiche.en.md": "---\ntitle: T\n---\nText.\n"])
    try site.write(
      "title: Lab\nlicence: CC-BY-SA-4.0\nlanguages: [fr, en]\n", to: "archipel.yaml")
    #expect(
      try await site.build().findings == [
        "site.licence content/fiche.md:3:10", "licence.adaptation content/fiche.md:4:32",
      ])
    try site.write("---\ntitle: T\nlicence: CC-BY-ND-4.0\n---\n", to: "content/fiche.en.md")
    #expect(try await site.build().findings.contains("site.licence content/fiche.en.md:3:10"))
  }

  /// A type may name the members of its credits, and hold the licence as a text.
  @Test func aCreditThatDoesNotKnowThePlaceOfItsLicenceIsToldAtItsField() async throws {
    let site = try Self.site(
      "oeuvres: [{ quoi: T, sous: CC-BY-NC-4.0, change: coupé }]\n",
      [
        "content/_types/fiche.yaml":
          """
        libelle: Fiche
        dossier: f
        champs:
          oeuvres:
            type: objet
            plusieurs: oui
            oeuvre: { titre: quoi, licence: sous, modifications: change }
            champs: { quoi: {}, sous: {}, change: {} }
        """,
        "content/f/a.md":
          "---\ntitre: A\noeuvres: [{ quoi: T, sous: CC-BY-NC-4.0, change: c }]\n---\n",
      ])
    #expect(try await site.build().findings.contains("licence.adaptation content/f/a.md:3:10"))
  }

  @Test func aPictureOfOtherTermsIsRefusedWhereTheyForbidIt() async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>"
    let site = try Self.site(
      "credits: [{ titre: T, auteur: A, licence: CC-BY-NC-4.0, image: plan.svg }]\n",
      ["content/plan.svg": drawing])
    let report = try await site.build()
    #expect(report.findings == ["licence.picture content/fiche.md:3:64"])
    #expect(
      report.diagnostics.contains { $0.message.french.contains("« plan.svg » (CC-BY-NC-4.0)") })
  }

  @Test func aSheetTellsWhatItIsMadeFrom() async throws {
    let digest = String(repeating: "0a", count: 32)
    let site = try Self.site(
      """
      derive_de: { url: "https://a.bzh/x/", version: "1.2", empreinte: \(digest) }
      credits:
        - { titre: Le café, auteur: Lab A, source: "https://a.bzh/x/", licence: CC-BY-SA-4.0, modifications: Coupé }
        - { titre: "<b>Livre</b>", auteur: Une équipe, source: un rayon, licence: CC-BY-4.0 }

      """)
    let report = try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
    #expect(report.findings == [])
    let page = try #require(site.published("fiche/index.html"))
    #expect(
      page.contains(
        "<li>Fiche adaptée de\u{A0}: <cite><a href=\"https://a.bzh/x/\">Le café</a></cite>, Lab A "
          + "(<span class=\"insecable\">CC BY-SA 4.0</span>). Coupé.</li>"))
    #expect(page.contains("<cite>&lt;b&gt;Livre&lt;/b&gt;</cite>, Une équipe, un rayon ("))
    let catalogue = try #require(site.published("commons.json"))
    #expect(
      catalogue.contains(
        #""derived_from":{"url":"https://a.bzh/x/","version":"1.2","sha256":"\#(digest)"}"#))
    #expect(catalogue.contains(#"{"title":"Le café","author":"Lab A","source":"https://a.bzh/x/""#))
  }

  @Test func keysOfCreditsThatNobodyKnowsAreTold() async throws {
    let site = try Self.site("credits: [{ titre: T, licenc: CC-BY-4.0 }]\n")
    #expect(try await site.build().findings == ["front-matter.unknown-key content/fiche.md:3:23"])
  }
}
