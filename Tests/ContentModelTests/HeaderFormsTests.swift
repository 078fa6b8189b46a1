import Calendars
import Diagnostics
import Testing

@testable import ContentModel

/// The headers of other tools: which are read, and which are told of.
struct HeaderFormsTests {
  @Test(arguments: [
    "---yaml\ntitre: Fiche\ndraft: true\n---\nTexte\n",
    "---toml\ntitle = \"Fiche\"\ndraft = true\n---\nTexte\n",
    "---json\n{\n  \"title\": \"Fiche\",\n  \"draft\": true\n}\n---\nTexte\n",
    "--- # en-tête\ntitre: Fiche\ndraft: true\n---\nTexte\n",
    "\u{A0}---\ntitre: Fiche\ndraft: true\n---\nTexte\n",
    "\u{200B}---\ntitre: Fiche\ndraft: true\n---\nTexte\n",
    "\u{FEFF}\u{FEFF}---\ntitre: Fiche\ndraft: true\n---\nTexte\n",
    "---\u{A0}\ntitre: Fiche\ndraft: true\n---\u{A0}\nTexte\n",
    "---\rtitre: Fiche\rdraft: true\r---\rTexte\r",
    " ---\n titre: Fiche\n draft: true\n ---\nTexte\n",
    ";;;\n\"title\": \"Fiche\",\n\"draft\": true\n;;;\nTexte\n",
    "Title: Fiche\nDraft: true\nauthor:\n    Ana\n\nTexte\n",
  ])
  func readsTheHeaderOfAnotherTool(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.findings == [])
    #expect(reading.sheet?.title == "Fiche")
    #expect(reading.sheet?.isDraft == true)
    let body = reading.sheet.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(body?.contains("Texte") == true)
    #expect(body?.contains("Fiche") == false)
  }

  @Test func tellsOfAHeaderThatIsAProgram() {
    let reading = SmallSite().read(
      "---js\n{ title: \"A\", date: new Date() }\n---\n# Un\n\nTexte\n")
    #expect(reading.findings == ["front-matter.program 1:1+5"])
    #expect(reading.sheet?.title == "Un")
    #expect(reading.sheet?.bodyFirstLine == 4)
  }

  /// The texts of a home page that no page shows.
  @Test(arguments: [
    ("layout: home\nhero:\n  name: A\n", true), ("features:\n- title: A\n  details: b\n", true),
    ("home: true\nheroText: A\n", true), ("hero: a.png\n", false),
    ("hero:\n  image: a.png\n", false), ("features: [a, b]\n", false),
  ])
  func tellsOfTheHomePageOfAnotherTool(header: String, isTold: Bool) {
    let reading = SmallSite().read("---\ntitle: A\n\(header)---\nTexte\n")
    #expect(reading.diagnostics.contains { $0.id == "front-matter.home" } == isTold)
  }

  @Test func readsTheTitleBlockOfPandoc() {
    let sheet = SmallSite().read("% Fiche *nette*\n% Ana Le Goff; Yann\n% 2024-05-01\n\nTexte\n")
      .sheet
    #expect(sheet?.title == "Fiche nette")
    #expect(sheet?.authors == ["Ana Le Goff", "Yann"])
    #expect(sheet?.date?.description == "2024-05-01")
    #expect(sheet?.bodyFirstLine == 4)
  }

  @Test(arguments: [
    ("---\nlang: fr\n---\n---\ntitre: x\ndraft: true\n---\n", 4),
    ("# Titre\n\n---\ntitre: x\ndraft: true\n---\n", 3), ("---js\ntitre: x\n---\n", 1),
  ])
  func tellsOfAHeaderThatIsText(text: String, line: Int) {
    #expect(SmallSite().read(text).places == ["front-matter.unopened \(line):1"])
  }

  @Test(arguments: [
    ("---\ntitre: A\n", "---"), ("+++\ntitle = \"A\"\n", "+++"), (";;;\n\"title\": \"A\"\n", ";;;"),
    ("{\n  \"title\": \"A\",\n  \"draft\": true\n\nTexte\n", "{"),
  ])
  func saysWhichSignOpensAHeaderThatNothingCloses(text: String, sign: String) {
    let reading = SmallSite().read(text)
    #expect(reading.places == ["front-matter.unclosed 1:1"])
    #expect(reading.messages == ["l’en-tête ouvert par « \(sign) » n’est pas fermé"])
  }

  @Test(arguments: [
    "---\n\nUn texte entre deux filets.\n\n---\n", "---\n\n# Titre\n\n---\n\nSuite\n",
    "Note : ceci\nsuite\n\nTexte\n", "Lieu: Brest\nHeure: 14 h\n\nTexte\n",
    "%% remarque %%\nTexte\n",
    "{ \"a\"\n",
  ])
  func leavesTextToThePage(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.findings == [])
    #expect(reading.sheet.map { String(decoding: $0.body, as: UTF8.self) } == text)
  }

  @Test(arguments: [
    "statut: brouillon", "etat: Brouillon", "état: draft", "permalink: false",
    "build: { render: never }", "_build:\n  render: false", "headless: true", "public: false",
    "private: true", "publie: non", "publié: non", "dg-publish: false", "published: false",
  ])
  func keepsADraftOfAnotherTool(line: String) {
    let reading = SmallSite().read("---\ntitre: A\n\(line)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isDraft == true)
  }

  @Test(arguments: [
    "permalink: /a/", "public: true", "private: false", "dg-publish: true", "statut: ouvert",
    "build: { render: always }",
  ])
  func publishesASheetThatIsNoDraft(line: String) {
    #expect(SmallSite().read("---\ntitre: A\n\(line)\n---\n").sheet?.isDraft == false)
  }

  @Test(arguments: [
    ("titre: A\nbrouilon: oui", "brouillon", 3), ("tite: Faute", "titre", 2),
    ("titre: A\ndraf: true", "draft", 3),
  ])
  func suggestsTheKeyThatIsMeant(head: String, key: String, line: Int) {
    let reading = SmallSite().read("---\n\(head)\n---\n")
    #expect(reading.places == ["front-matter.unknown-key \(line):1"])
    #expect(reading.suggestions == ["vouliez-vous dire « \(key) » ?"])
  }

  @Test(arguments: ["titles: A", "titre: A\ntite: B", "subtitle: A", "drafts: 3", "draft_of: x"])
  func leavesTheKeysOfOtherToolsAlone(head: String) {
    #expect(SmallSite().read("---\n\(head)\n---\n").findings == [])
  }

  @Test(arguments: [
    ("titre: !Alerte rouge", "front-matter.sign 2:8", "« titre: \"!Alerte rouge\" »"),
    ("resume: &co Co-construire", "front-matter.sign 2:9", "« resume: \"&co Co-construire\" »"),
    ("tags: [\"💡\", a]", "front-matter.tag 2:7", "un mot"),
    ("titre:Collé", "yaml.syntax 2:7", "« titre: Collé »"),
    ("titre= x", "yaml.syntax 2:6", "« titre: x »"),
    ("date: 2024-01-02\nlang= fr", "yaml.syntax 3:5", "« lang: fr »"),
    ("auteurs: [[Un tour]]", "front-matter.quotes 2:10", "« auteurs: \"[[Un tour]]\" »"),
    ("resume: [[Un tour]]", "front-matter.quotes 2:9", "« resume: \"[[Un tour]]\" »"),
  ])
  func tellsWhatToWriteInstead(line: String, place: String, expected: String) {
    let reading = SmallSite().read("---\n\(line)\n---\n# Titre\n")
    #expect(reading.places == [place])
    #expect(reading.diagnostics.compactMap(\.expected?.french) == [expected])
  }

  @Test(arguments: ["a: &x 1\nb: *x", "titre: Tom & Léa !", "titre: \"!x\"", "a: !!str 5"])
  func leavesTheSignsOfYAMLAlone(head: String) {
    #expect(SmallSite().read("---\n\(head)\n---\n").findings == [])
  }

  @Test(arguments: [
    ("a; b; c", ["a", "b", "c"]), ("\"#marche #accueil\"", ["marche", "accueil"]),
    ("a, b", ["a", "b"]), ("[\"#a\", C#]", ["a", "C#"]),
    ("sciences ouvertes", ["sciences ouvertes"]),
  ])
  func splitsTagsAsTheirToolsDo(value: String, tags: [String]) {
    #expect(SmallSite().read("---\ntags: \(value)\n---\n").sheet?.tags == tags)
  }

  @Test func splitsAliasesOnOneLine() {
    let sheet = SmallSite().read("---\nalias: vieux, autre\n---\n").sheet
    #expect(sheet?.aliases.map(\.path) == ["vieux", "autre"])
  }

  @Test func keepsTheTextBelowAHeaderThatCannotBeRead() {
    let text = "---\ntitre: Fiche\nresume: \"ouvert\ntags: [a\n---\nTexte\n"
    var found: [Diagnostic] = []
    let reader = SheetReader(types: ["page": .page], vocabularies: [:])
    let sheet = reader.read(
      path: "a.md", name: SheetName(path: "a.md"), bytes: Array(text.utf8), keepsText: true,
      reporting: &found)
    #expect(sheet?.title == "Fiche")
    #expect(sheet.map { String(decoding: $0.body, as: UTF8.self) } == "Texte\n")
    #expect(Set(found.map(\.id)) == ["yaml.syntax", "front-matter.unread"])
    #expect(SmallSite().read(text).sheet == nil)
  }

  @Test func keepsADraftWhoseHeaderCannotBeRead() {
    let text = "---\ntitre: \"Fiche\ndraft: true\n---\nTexte\n"
    var found: [Diagnostic] = []
    let reader = SheetReader(types: ["page": .page], vocabularies: [:])
    let sheet = reader.read(
      path: "a.md", name: SheetName(path: "a.md"), bytes: Array(text.utf8), keepsText: true,
      reporting: &found)
    #expect(sheet?.isDraft == true)
    #expect(!found.isEmpty)
  }
}
