import Diagnostics
import Testing

@testable import ContentModel

/// YAML that is broken, or made to break.
struct YAMLTests {
  @Test(arguments: [
    ("titre: \"ouvert\n", "yaml.syntax 2:8+1"), ("titre: a: b\n", "yaml.syntax 2:9+1"),
    ("titre: \"a\nb: \"c\"\n", "yaml.syntax 2:8+1"),
    ("l:\n  - \"a\n  - \"b\"\n", "yaml.syntax 3:5+1"),
    ("a: \"b\n  c\"\nd: e: f\n", "yaml.syntax 4:5+1"),
    ("titre: [a, b\n", "yaml.syntax 2:8+1"), ("a: 1\n\tb: 2\n", "yaml.syntax 3:1+1"),
    ("a: 1\nb\n", "yaml.syntax 3:1+1"), ("titre: @nom\n", "yaml.syntax 2:8+1"),
    ("titre: *nom\n", "yaml.syntax 2:8+1"), ("é: *nom\n", "yaml.syntax 2:4+1"),
    ("a: &a [*a]\n", "yaml.syntax 2:8+1"), ("a: \u{1}\n", "yaml.syntax 2:4+1"),
    ("a: b\né: \u{1}\n", "yaml.syntax 3:4+1"),
    ("titre: A\ndate: x\ntitre: B\n", "yaml.duplicate-key 4:1+1"),
    ("- a\n- b\n", "yaml.mapping 2:1+1"), ("seulement du texte\n", "yaml.mapping 2:1+1"),
  ])
  func locatesWhatIsBroken(frontMatter: String, finding: String) {
    let reading = SmallSite().read("---\n\(frontMatter)---\nCorps\n")
    #expect(reading.findings == [finding])
    #expect(reading.sheet == nil)
  }

  @Test(arguments: [
    ("titre:\"Fiche F\"\nresume: x\n", "2:7", "il manque une espace après « titre: »"),
    ("resume: x\ntitre:Fiche\ndate: x\n", "3:7", "il manque une espace après « titre: »"),
    ("l:\n  - titre:Un\n    minutes: 2\n", "3:11", "il manque une espace après « titre: »"),
    ("titre:\u{A0}Fiche\nresume: x\n", "2:7", "espace insécable, que YAML prend pour une lettre"),
    ("l:\n\u{A0}\u{A0}- a\nb: x\n", "3:1", "espace insécable, que YAML prend pour une lettre"),
    ("l:\n\u{202F}\u{202F}a: 1\n", "3:1", "espace insécable, que YAML prend pour une lettre"),
    ("l:\n  - a\n \u{A0}- b\n", "4:2", "espace insécable, que YAML prend pour une lettre"),
    ("l:\n  -\u{A0}a: b\n  - c\n", "3:4", "espace insécable, que YAML prend pour une lettre"),
    ("duree:\n\tmin: 10\n", "3:1", "une tabulation décale le début de la ligne"),
    ("duree:\n  min: 10\n \tmax: 20\n", "4:2", "une tabulation décale le début de la ligne"),
    ("titre\nresume: x\n", "2:1", "cette ligne n’est pas de la forme « clé: valeur »"),
    ("a: b\r\ntitre\r\nresume: x\r\n", "3:1", "cette ligne n’est pas de la forme « clé: valeur »"),
    ("x: [\n", "2:4", "une liste s’ouvre ici et ne se referme pas"),
    ("x: [a, b\nresume: x\n", "2:4", "une liste s’ouvre ici et ne se referme pas"),
    ("x: {a: [1, 2]\nb: x\nc: x\n", "2:4", "un groupe de clés s’ouvre ici et ne se referme pas"),
    ("x: ]\n", "2:4", "YAML illisible : une valeur est attendue ici"),
    ("titre :\u{A0}\"F\"\na: b\n", "2:8", "espace insécable, que YAML prend pour une lettre"),
    ("titre\u{202F}: F: G\n", "2:6", "espace insécable, que YAML prend pour une lettre"),
    ("l:\n  – titre: \"A\"\n    minutes: 2\n", "3:3", "« – » ne commence pas un élément de liste"),
    ("l:\n  • un\n  • deux: x\n", "4:3", "« • » ne commence pas un élément de liste"),
    ("l:\n  -titre: \"A\"\n    minutes: 2\n", "3:3", "il manque une espace après le tiret"),
    (
      "r: 'Au début d'une rencontre'\n", "2:15",
      "cette apostrophe referme la valeur, ouverte par « ' »"
    ),
    (
      "r: \"La \"Fiche\" F\"\n", "2:8", "ce guillemet droit referme la valeur avant sa fin"
    ),
    (
      "l:\n  - a: x\n    b: \"2\"\n     c: 3\n", "5:6",
      "cette ligne ne commence pas dans la même colonne que ses voisines"
    ),
    (
      "titre: \"C:\\Users\"\n", "2:13",
      "YAML illisible : « \\ » devant un caractère qui n’en veut pas"
    ),
    (
      "titre: ? x\n", "2:8",
      "YAML illisible : une valeur ne peut pas commencer par « ? » sans guillemets droits"
    ),
    (
      "a: b\n  c: \"d: [e\"\nf: g\n", "3:4",
      "YAML illisible : « : » au milieu d’une valeur qui n’est pas entre guillemets droits"
    ),
  ])
  func tellsTheCommonMistakesWhereTheyAre(frontMatter: String, place: String, message: String) {
    let reading = SmallSite().read("---\n\(frontMatter)---\nCorps\n")
    #expect(reading.findings == ["yaml.syntax \(place)+1"])
    #expect(reading.messages == [message])
    #expect(reading.diagnostics.allSatisfy { $0.expected != nil })
  }

  @Test(arguments: [
    ("titre: Fiche : F\n", "2:14", "« titre: \"Fiche : F\" »"),
    ("titre: @lab, le titre\n", "2:8", "« titre: \"@lab, le titre\" »"),
    ("titre: [Atelier] le titre\n", "2:8", "« titre: \"[Atelier] le titre\" »"),
    ("titre: *important*\n", "2:8", "« titre: \"*important*\" »"),
    ("titre: & co\n", "2:8", "« titre: \"& co\" »"),
    ("titre: > un texte\n", "2:8", "« titre: \"> un texte\" »"),
    (
      "titre: Dit \"oui\": non\n", "2:17",
      "« titre: \"…\" », et « \\\" » pour un guillemet droit au milieu"
    ),
    ("r: 'Au début d'un mot'\n", "2:15", "« r: \"Au début d'un mot\" »"),
  ])
  func writesTheValueAsItHasToBe(frontMatter: String, place: String, expected: String) {
    let reading = SmallSite().read("---\n\(frontMatter)---\nCorps\n")
    #expect(reading.findings == ["yaml.syntax \(place)+1"])
    #expect(reading.diagnostics.first?.expected?.french == expected)
  }

  @Test(arguments: [
    "titre: C'est l'été\n", "titre: \"a\" # dit-on\n", "tags: [a, b] # deux\n",
    "titre: 'l''eau'\n",
    "note: >\n  Titre:ceci\n  \u{A0}: cela\n", "x: [a,\n  b]\ny: 'l''eau [sel'\n",
    "titre: http://a.fr\nheure: 12:30\n", "l: [\n  a,\n  b\n]\n",
  ])
  func leavesAloneWhatOnlyLooksLikeAMistake(frontMatter: String) {
    #expect(SmallSite().read("---\n\(frontMatter)---\nCorps\n").findings == [])
  }

  @Test func saysTheMarksOfAConflictInADeclaration() {
    var diagnostics: [Diagnostic] = []
    _ = SiteConfiguration(
      path: "archipel.yaml",
      text: "title: A\n<<<<<<< HEAD\nlang: fr\n=======\nlang: br\n>>>>>>> b\n",
      reporting: &diagnostics)
    #expect(diagnostics.findings == ["source.conflict 2:1+1"])
  }

  @Test func speaksFrenchOfWhatNestsTooDeep() {
    let reading = SmallSite().read(
      "---\na: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        + "\n---\n")
    #expect(
      reading.messages == ["YAML illisible : trop de listes ou de clés les unes dans les autres"])
  }

  @Test func locatesTheSecondDocumentOfAFile() {
    var diagnostics: [Diagnostic] = []
    _ = SiteConfiguration(
      path: "archipel.yaml", text: "title: A\n---\ntitle: B\n", reporting: &diagnostics)
    #expect(diagnostics.findings == ["yaml.syntax 2:1+1"])
  }

  @Test func followsAliases() {
    let reading = SmallSite().read("---\ntags: &t [a, b]\nauthors: *t\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.authors == ["a", "b"])
  }

  /// Each level names the one before it many times over.
  private static func bomb(levels: Int, _ level: (Int) -> String) -> String {
    "---\na0: &a0 [x, x]\n" + (1...levels).map(level).joined(separator: "\n") + "\n---\n"
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: [
      bomb(levels: 9) {
        "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
      },
      bomb(levels: 40) { "a\($0): &a\($0) {*a\($0 - 1): 1, [*a\($0 - 1)]: 2}" },
      bomb(levels: 40) { "a\($0): &a\($0) [!!seq\u{85}*a\($0 - 1),\u{2028}*a\($0 - 1)]" },
      bomb(levels: 40) { "a\($0): &a\($0)\n  - *a\($0 - 1)\r  - *a\($0 - 1)" },
    ])
  func refusesAnAliasBombAtOnce(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.sheet == nil)
    #expect(reading.diagnostics.map(\.id) == ["yaml.aliases"])
  }

  @Test(.timeLimit(.minutes(30))) func boundsWhatTheAliasesOfADataFileStandFor() {
    // As many aliases as a document may hold, over a long list.
    let list = Array(repeating: "x", count: 10_000).joined(separator: ", ")
    let text =
      "a0: &a0 [\(list)]\n"
      + (1...8).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    var diagnostics: [Diagnostic] = []
    _ = DataFile.load(path: "a.yaml", text: text, reporting: &diagnostics)
    #expect(diagnostics.findings == ["yaml.size"])
  }

  @Test(arguments: [
    "---\ntitle: A\ntags: [\(String(repeating: "a, ", count: 100_000))b]\n---\n",
    "+++\ntitle = \"A\"\n\(String(repeating: "# a\n", count: 70_000))+++\n",
    "---\ntitle: \(String(repeating: "mot ", count: 70_000))\n---\n",
    "---\n\((0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined())\n---\n",
  ])
  func refusesAHeaderThatNobodyWrites(text: String) {
    let reading = SmallSite().read(text)
    #expect(reading.findings == ["yaml.length 2:1+1"])
    #expect(reading.sheet == nil)
  }

  @Test(.timeLimit(.minutes(30))) func looksOnceAtALineOfWordsToComplete() {
    let words = String(repeating: "À compléter ", count: 100_000)
    #expect(
      SmallSite().read("# A\n\n\(words)\nÀ compléter.\n").findings == ["check.to-complete 4:1+11"])
  }

  @Test func leavesTextsWithStarsAndAmpersandsAlone() {
    let stars = Array(repeating: "**gras** & *penché*", count: 40).joined(separator: " ")
    #expect(SmallSite().read("---\nsummary: \"\(stars)\"\n---\n").findings == [])
  }

  @Test(arguments: [
    "a: " + String(repeating: "[", count: 10_000), "a: " + String(repeating: "{x: ", count: 10_000),
    "a: " + String(repeating: "- ", count: 10_000),
    "a: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
  ])
  func refusesDeepNesting(frontMatter: String) {
    let reading = SmallSite().read("---\n\(frontMatter)\n---\n")
    #expect(reading.diagnostics.map(\.id) == ["yaml.syntax"])
    #expect(reading.sheet == nil)
  }

  @Test func survivesDepthBuiltFromAliases() {
    let (open, close) = (String(repeating: "[", count: 900), String(repeating: "]", count: 900))
    let text =
      "a0: &a0 \(open)x\(close)\n"
      + (1...24).map { "a\($0): &a\($0) \(open)*a\($0 - 1)\(close)\n" }.joined()
    var diagnostics: [Diagnostic] = []
    _ = DataFile.load(path: "a.yaml", text: text, reporting: &diagnostics)
    #expect(diagnostics.findings == ["yaml.size"])
  }
}
