import Diagnostics
import Testing

@testable import ContentModel

struct ContentCheckTests {
  private static let site = SmallSite(types: [
    "methode": """
    libelle: M
    dossier: m
    champs:
      duree: { type: objet, champs: { min: { type: duree }, max: { type: duree } } }
      groupe:
        type: objet
        champs: { min: { type: entier }, ideal: { type: entier }, max: { type: entier } }
      etapes: { type: objet, plusieurs: true, champs: { minutes: { type: entier } } }
      phases: { type: objet, plusieurs: true, champs: { duree: { type: duree } } }
      debut: { type: date_heure }
      fin: { type: date_heure }
    controles:
      - { somme: etapes.minutes, entre: [duree.min, duree.max] }
      - { somme: phases.duree, entre: [duree.min, duree.max] }
      - { ordre: [groupe.min, groupe.ideal, groupe.max] }
      - { ordre: [debut, fin] }
    """
  ])

  private func findings(_ frontMatter: String) -> [String] {
    Self.site.read("---\n\(frontMatter)\n---\n", at: "m/a.md").findings
  }

  @Test(arguments: [
    "duree: { min: 1 h, max: 1 h 30 }\netapes: [{ minutes: 30 }, { minutes: 45 }]",
    "duree: { min: 1 h, max: 1 h 30 }\netapes: [{ minutes: 60 }]",
    "duree: { min: 1 h, max: 1 h 30 }\netapes: [{ minutes: 90 }]",
    "duree: { min: 1 h, max: 1 h 30 }\nphases: [{ duree: 30 min }, { duree: 45 min }]",
    "duree: { min: 1 h, max: 1 h 30 }\nphases: [{ duree: 20 – 30 min }, { duree: 35 – 70 min }]",
    "duree: { min: 1 h, max: 1 h 30 }", "etapes: [{ minutes: 500 }]",
    "duree: { min: 1 h }\netapes: [{ minutes: 5 }]",
    "groupe: { min: 4, ideal: 12, max: 30 }", "groupe: { min: 4, max: 4 }", "groupe: { min: 4 }",
    "debut: 2026-03-14T09:30\nfin: 2026-03-14T09:30", "fin: 2026-03-14",
  ])
  func acceptsWhatHolds(frontMatter: String) {
    #expect(findings(frontMatter) == [])
  }

  @Test(arguments: [
    ("duree: { min: 1 h, max: 2 h }\netapes: [{ minutes: 30 }]", "check.sum 3:9+1"),
    ("duree: { min: 1 h, max: 2 h }\netapes: [{ minutes: 121 }]", "check.sum 3:9+1"),
    ("duree: { min: 1 h, max: 2 h }\nphases: [{ duree: 20 – 50 min }]", "check.sum 3:9+1"),
    ("duree: { min: 1 h, max: 2 h }\nphases: [{ duree: 3 – 4 h }]", "check.sum 3:9+1"),
    (
      "duree: { min: 1 h, max: 2 h }\netapes: [{ minutes: 9223372036854775807 }]",
      "check.sum 3:9+1"
    ),
    ("groupe: { min: 31, max: 30 }", "check.order 2:9+1"),
    ("groupe: { min: 4, ideal: 40, max: 30 }", "check.order 2:9+1"),
    ("debut: 2026-03-14T09:30\nfin: 2026-03-14T09:29", "check.order 3:6+16"),
  ])
  func locatesWhatDoesNotHold(frontMatter: String, finding: String) {
    #expect(findings(frontMatter) == [finding])
  }

  @Test func saysNothingOfTheSumBetweenLimitsUpsideDown() {
    let reading = Self.site.read(
      "---\nduree: { min: 2 h, max: 10 min }\netapes: [{ minutes: 15 }]\n---\n", at: "m/a.md")
    #expect(reading.messages == ["« duree.min » dépasse « duree.max »"])
  }

  @Test(arguments: [
    ("etapes: [{ minutes: 30 }]", "la somme de « etapes.minutes » est 30"),
    ("phases: [{ duree: 20 – 50 min }]", "la somme de « phases.duree » est 50"),
  ])
  func saysTheSumAndItsBounds(frontMatter: String, message: String) {
    let text = "---\nduree: { min: 1 h, max: 2 h }\n\(frontMatter)\n---\n"
    let reading = Self.site.read(text, at: "m/a.md")
    #expect(reading.messages == [message])
    #expect(
      reading.diagnostics.map(\.expected?.french) == [
        "de 60 à 120, d’après « duree.min » et « duree.max »"
      ])
  }
}
