import Diagnostics
import Testing

@testable import ContentModel

/// Lists, objects, defaults, required fields and keys.
struct FieldStructureTests {
  @Test(arguments: [
    ("[1, 2]", [1, 2]), ("3", [3]), ("[]", []), ("[4, ~]", [4]), ("[5, cinq]", [5]),
  ])
  func readsListsAndKeepsWhatIsRight(text: String, numbers: [Int]) {
    let reading = FieldReading(text, as: "type: entier, plusieurs: true")
    #expect(reading.value == .list(numbers.map(FieldValue.integer)))
  }

  @Test(arguments: [
    ("[5, cinq]", "", "integer 2:12+4"),
    ("[5, [6]]", "", "yaml.scalar 2:12+1"),
    ("[1]", ", min_elements: 2", "count 2:8+1"),
    ("[1, 2, 3]", ", max_elements: 2", "count 2:8+1"),
  ])
  func locatesWhatIsWrongInAList(text: String, bounds: String, finding: String) {
    let reading = FieldReading(text, as: "type: entier, plusieurs: true\(bounds)")
    let id = finding.hasPrefix("yaml") ? finding : "front-matter.\(finding)"
    #expect(reading.findings == [id])
  }

  @Test func readsNestedObjects() {
    let reading = FieldReading(
      "[{ nom: Feutres, tailles: { min: 1 } }]",
      as: """
        type: objet, plusieurs: true, champs: { nom: {}, tailles: { type: objet, champs: {
        min: { type: entier }, max: { type: entier, defaut: 9 } } } }
        """)
    #expect(reading.findings == [])
    #expect(
      reading.value
        == .list([
          .object([
            "nom": .text("Feutres"), "tailles": .object(["min": .integer(1), "max": .integer(9)]),
          ])
        ]))
  }

  @Test(arguments: [
    ("{ minutes: x }", ["front-matter.integer 2:19+1"]),
    ("{ titre: a }", ["front-matter.missing 2:8+1"]),
    ("{ titre: a, minutes: }", ["front-matter.missing 2:20+7"]),
    ("{ titre: a, minute: 2 }", ["front-matter.unknown-key 2:20+6"]),
    ("{ minutes: 1, minute: 2 }", ["front-matter.unknown-key 2:22+6"]),
    ("{ minutes: { a: 1 } }", ["yaml.scalar 2:19+1"]),
  ])
  func locatesWhatIsWrongInAnObject(text: String, findings: [String]) {
    let reading = FieldReading(
      text, as: "type: objet, champs: { titre: {}, minutes: { type: entier, requis: true } }")
    #expect(reading.findings == findings)
  }

  private static let site = SmallSite(types: [
    "methode": """
    libelle: Méthode
    dossier: methodes
    champs:
      intention: { requis: true, aide: { fr: En une phrase., en: In a sentence. } }
      niveau: { type: entier, defaut: 2 }
    """
  ])

  private func read(_ frontMatter: String) -> Reading {
    Self.site.read("---\n\(frontMatter)---\n", at: "methodes/a.md")
  }

  @Test func fillsInDefaults() {
    let sheet = read("intention: a\n").sheet
    #expect(sheet?.fields["niveau"] == .integer(2))
    #expect(sheet?.locations["niveau"] == nil)
    #expect(read("intention: a\nniveau: 3\n").sheet?.fields["niveau"] == .integer(3))
    #expect(read("intention: a\nniveau: ~\n").sheet?.fields["niveau"] == .integer(2))
  }

  @Test(arguments: [
    ("niveau: 1\n", "2:1+1"), ("niveau: 1\nintention:\n", "3:1+9"), ("intention: ~\n", "2:1+9"),
    ("intention: null\n", "2:1+9"),
  ])
  func reportsMissingFieldWithItsHelp(frontMatter: String, place: String) {
    let reading = read(frontMatter)
    #expect(reading.findings == ["front-matter.missing \(place)"])
    let french = "une ligne « intention: … » – En une phrase."
    #expect(reading.diagnostics.map(\.expected?.french) == [french])
    #expect(
      reading.diagnostics.map(\.expected?.english) == ["a line “intention: …” – In a sentence."])
  }

  @Test func reportsAWrongRequiredFieldOnce() {
    #expect(read("intention: [a]\n").findings == ["front-matter.list 2:12+1"])
  }

  @Test(arguments: [
    ("intension", ["vouliez-vous dire « intention » ?"]),
    ("etiquette", ["vouliez-vous dire « etiquettes » ?"]),
    ("rien_de_tel", []),
  ])
  func warnsOfUnknownKeyInADeclaredType(key: String, suggestions: [String]) {
    let reading = read("intention: a\n\(key): b\n")
    #expect(reading.findings == ["front-matter.unknown-key 3:1+\(key.count)"])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.suggestions == suggestions)
  }

  @Test func leavesUnknownKeysOfPlainPagesAlone() {
    #expect(SmallSite().read("---\nlayout: post\nshow_comments: true\n---\n").findings == [])
  }

  @Test(arguments: [
    ("title: A\ntitre: B\n", 5), ("tags: [a]\netiquettes: [b]\n", 10),
    ("summary: A\nresume: B\n", 6), ("description: A\nresume: B\n", 6),
    ("draft: true\nbrouillon: non\n", 9), ("licence: CC0-1.0\nlicense: CC0-1.0\n", 7),
    ("weight: 1\npoids: 2\n", 5), ("lang: fr\nlangue: br\n", 6),
  ])
  func refusesBothSpellingsOfACoreKey(frontMatter: String, length: Int) {
    let reading = SmallSite().read("---\n\(frontMatter)---\n")
    #expect(reading.findings == ["front-matter.same-key 3:1+\(length)"])
  }

  @Test func refusesKeysThatAreNotText() {
    #expect(read("intention: a\n? [x, y]\n: b\n").findings == ["yaml.key 3:3+1"])
  }

  @Test func letsATypeTakeACoreKeyForItself() {
    let site = SmallSite(types: [
      "ressource": "libelle: R\ndossier: r\nchamps: { poids: {}, resume: { type: markdown } }"
    ])
    let reading = site.read(
      "---\npoids: 2 Mo\nweight: 4\nresume: Un *texte*\n---\n", at: "r/a.md")
    #expect(reading.findings == [])
    #expect(reading.sheet?.fields["poids"] == .text("2 Mo"))
    #expect(reading.sheet?.weight == 4)
    #expect(reading.sheet?.summary == "Un texte")
  }
}
