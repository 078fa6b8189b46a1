import Foundation
import Testing

/// What the program makes of fields, whatever a lab calls them.
@Suite struct FieldRoleTests {
  private static func build(_ roles: String, sheet: String) async throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml": "theme: essai\nbase_url: https://exemple.bzh\n",
      "themes/essai/templates/fiche.mustache":
        "{{#fields.oeuvres}}<p>{{#items}}{{clock}} {{/items}}= {{total}}</p>{{/fields.oeuvres}}\n",
      "content/_types/fiche.yaml": """
      libelle: Fiche
      dossier: fiches
      exporte: [donnees]
      champs:
        oeuvres:
          libelle: Œuvres
          type: objet
          plusieurs: true
          \(roles)
          champs: { nom: { libelle: Nom }, par: { libelle: Par }, temps: { libelle: T, type: entier } }

      """,
      "content/fiches/a.md": "---\n\(sheet)\n---\n",
    ])
    try await site.build()
    return site
  }

  @Test func worksOfOthersAreCreditedByTheNamesThatTheTypeGives() async throws {
    let sheet = "oeuvres: [{ nom: Le World Café, par: J. Brown }]"
    let declared = try await Self.build("oeuvre: { titre: nom, auteur: par }", sheet: sheet)
    let catalogue = try #require(declared.published("commons.json"))
    #expect(catalogue.contains(#""credits":[{"title":"Le World Café","author":"J. Brown"}]"#))
    let silent = try await Self.build("requis: false", sheet: sheet)
    #expect(try #require(silent.published("commons.json")).contains(#""credits":[]"#))
  }

  @Test(arguments: [
    ("[{ temps: 30 }, { temps: 60 }]", "<p>0 h 0 h 30 = 1 h 30</p>"),
    ("[{ temps: 9223372036854775807 }, { temps: 2 }]", "<p>0 h "),
  ])
  func minutesAddUpWhereTheTypeSaysSo(list: String, shown: String) async throws {
    let site = try await Self.build("cumul: temps", sheet: "oeuvres: \(list)")
    let page = try #require(site.published("fiches/a/index.html"))
    #expect(page.contains(shown))
  }
}
