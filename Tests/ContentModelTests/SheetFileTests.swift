import Diagnostics
import Testing

@testable import ContentModel

/// Where front matter ends and the body starts.
struct SheetFileTests {
  @Test(arguments: [
    ("---\ntitle: A\n---\nCorps\n", "A", "Corps\n", 4),
    ("---\r\ntitle: A\r\n---\r\nCorps\r\n", "A", "Corps\r\n", 4),
    ("\u{FEFF}---\ntitle: A\n---\nCorps\n", "A", "Corps\n", 4),
    ("--- \ntitle: A\n---\t\nCorps", "A", "Corps", 4),
    ("---\ntitle: A\n...\nCorps", "A", "Corps", 4),
    ("---\ntitle: A\n---", "A", "", 4),
    ("\n\n---\ntitle: A\n---\nCorps", "A", "Corps", 6),
    ("\u{FEFF}\n<!-- modèle\nà copier -->\n---\ntitle: A\n---\nCorps", "A", "Corps", 7),
    ("{\n  \"title\": \"A } \\\"\"\n}\n\nCorps", "A } \"", "\nCorps", 4),
    ("---\n\nTexte sous un filet.\n", "Mon essai", "---\n\nTexte sous un filet.\n", 1),
    ("\n---\n\nTexte : rien\n\n---\n", "Mon essai", "\n---\n\nTexte : rien\n\n---\n", 1),
    ("{% raw %}\n", "Mon essai", "{% raw %}\n", 1),
    ("---\n---\n# Titre\n", "Titre", "# Titre\n", 3),
    ("---\n# rien\n---\n\n# Titre *net* ##\n", "Titre net", "\n# Titre *net* ##\n", 4),
    ("# Titre\n\n---\n", "Titre", "# Titre\n\n---\n", 1),
    ("----\nun: A\n----\n", "Mon essai", "----\nun: A\n----\n", 1),
    ("#pas un titre\n", "Mon essai", "#pas un titre\n", 1),
  ])
  func cutsFrontMatterFromBody(text: String, title: String, body: String, line: Int) {
    let reading = SmallSite().read(text, at: "mon-essai.md")
    #expect(reading.findings == [])
    #expect(reading.sheet?.title == title)
    #expect(reading.sheet.map { String(decoding: $0.body, as: UTF8.self) } == body)
    #expect(reading.sheet?.bodyFirstLine == line)
  }

  @Test(arguments: ["---\ntitle: A\n", "---\n", "---", "---\ntitle: A\n----\n", "---\r\na: b\r\n"])
  func refusesUnclosedFrontMatter(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.findings == ["front-matter.unclosed 1:1+3"])
    #expect(reading.sheet == nil)
  }

  private static let typed = SmallSite(types: [
    "essai": """
    libelle: Essai
    dossier: essais
    champs:
      resume: { libelle: Résumé, requis: true }
      duree: { libelle: Durée, type: duree, requis: true }
    """
  ])

  @Test(arguments: [
    ("titre: A\nresume: x\n---\nCorps\n", "1:1+8", "ajoutez une ligne « --- »"),
    ("----\ntitre: A\n---\n", "1:1+4", "remplacez « ---- »"),
    ("———\ntitre: A\n---\n", "1:1+3", "remplacez « ——— »"),
    ("\n\n---\n\nA\n", "1:1+1", "ôtez ce qui est au-dessus de « --- »"),
    ("", "1:1+1", "ajoutez une ligne « --- »"), ("# Titre\n", "1:1+7", "ajoutez une ligne « --- »"),
  ])
  func saysOnceThatATypedSheetHasNoFrontMatter(text: String, place: String, suggestion: String) {
    let reading = Self.typed.read(text, at: "essais/a.md")
    #expect(reading.findings == ["front-matter.none \(place)"])
    #expect(reading.suggestions.first?.hasPrefix(suggestion) == true)
    #expect(reading.sheet == nil)
    #expect(Self.typed.read(text, at: "a.md").sheet != nil)
  }

  @Test(arguments: [
    "---\ntitle: A\n<<<<<<< HEAD\nlang: fr\n=======\nlang: br\n>>>>>>> b\n---\n",
    "# A\n\n<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> b\n",
    "```` ``x`` ````\n\n<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> b\n",
    "<<<<<<< HEAD\r\n---\r\n=======\r\n>>>>>>> b\r\n",
  ])
  func saysTheMarksOfAConflict(text: String) {
    let line = text.hasPrefix("<") ? 1 : 3
    let reading = SmallSite().read(text)
    #expect(reading.findings == ["source.conflict \(line):1+7"])
    #expect(reading.sheet == nil)
  }

  @Test func saysEveryConflict() {
    let conflict = "<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> b\n"
    let reading = SmallSite().read(conflict + "\n" + conflict)
    #expect(reading.findings == ["source.conflict 1:1+7", "source.conflict 7:1+7"])
  }

  @Test(arguments: [
    "```\n<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> b\n```\n", "<<<<<<< x\n",
    "````\n```\n<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> b\n```\n````\n",
    "    <<<<<<< HEAD\n    >>>>>>> b\n", "Titre\n=======\n",
  ])
  func letsASheetShowTheMarksOfAConflict(text: String) {
    #expect(SmallSite().read(text).sheet != nil)
  }

  @Test func readsAHeaderInTOML() {
    let text = """
      +++
      title = "Atelier #3 du lab" # une remarque
      date = 2024-05-01T10:00:00+02:00
      draft = true
      weight = 1_0
      tags = [
        "un", # le premier
        'deux',
      ]
      aliases = ["/vieux/"]
      [params]
        couleur = "bleu"
      [[menu.main]]
        weight = 3
      +++
      Texte.
      """
    let reading = SmallSite().read(text)
    #expect(reading.findings == [])
    let sheet = reading.sheet
    #expect(sheet?.title == "Atelier #3 du lab")
    #expect(sheet?.isDraft == true)
    #expect(sheet?.tags == ["un", "deux"])
    #expect(sheet?.aliases.map(\.path) == ["vieux"])
    #expect(sheet?.bodyFirstLine == 16)
  }

  @Test func readsAHeaderInTOMLAsItsTwinInYAML() {
    let toml = SmallSite().read(
      "+++\ntitle = 'A'\ndate = 2024-05-01 10:00:00\nweight = 0x0A\n[taxonomies]\ntags = ['a']\n+++\n# B\n"
    )
    let yaml = SmallSite().read(
      "---\ntitle: A\ndate: 2024-05-01T10:00:00\nweight: 10\ntaxonomies: { tags: [a] }\n---\n# B\n")
    #expect(toml.findings == [] && yaml.findings == [])
    #expect(toml.sheet?.fields == yaml.sheet?.fields)
    #expect(toml.sheet?.tags == ["a"])
  }

  @Test(arguments: [
    ("+++\ntitle = Mon titre\n+++\n", "toml.syntax 2:9+9"),
    ("\n+++\na = 1\ndate = 2024-13-01\n+++\n", "toml.syntax 4:8+10"),
    ("+++\ntitle = \"A\"\ndate = \"hier\"\n+++\n", "front-matter.date 3:8+6"),
  ])
  func locatesWhatIsWrongInAHeaderInTOML(text: String, finding: String) {
    #expect(SmallSite().read(text).findings == [finding])
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\r\n\t"])
  func warnsOfAnEmptySheet(text: String) {
    let reading = SmallSite().read(text, at: "mon-essai.md")
    #expect(reading.findings == ["sheet.empty"])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.sheet?.title == "Mon essai")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], "1:2+1"), (Array("é\nà ".utf8) + [0xC3], "2:3+1"),
      (Array("---\ntitle: ".utf8) + [0xE9, 0x0A], "2:8+1"), ([0xED, 0xA0, 0x80], "1:1+1"),
    ] as [([UInt8], String)])
  func locatesTheFirstByteThatIsNotUTF8(bytes: [UInt8], place: String) {
    let reading = SmallSite().read(bytes)
    #expect(reading.findings == ["sheet.encoding \(place)"])
    #expect(reading.sheet == nil)
  }

  @Test func refusesAFileTooLargeWithoutReadingIt() {
    let bytes = [UInt8](repeating: 0x61, count: 50 << 20)
    let reading = SmallSite().read(bytes)
    #expect(reading.findings == ["sheet.size"])
    #expect(reading.messages == ["fiche de 50 Mo"])
    #expect(reading.sheet == nil)
  }

  @Test func readsTheLargestFile() {
    let bytes = [UInt8](repeating: 0x61, count: SheetFile.largestSize)
    #expect(SmallSite().read(bytes).sheet?.body.count == SheetFile.largestSize)
  }
}
