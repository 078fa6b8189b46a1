import Testing

@testable import MarkdownRendering

/// Drawn tables, properties and references of Pandoc, Quarto and Logseq.
@Suite struct NoteDialectTests {
  private static let plain = MarkdownOptions(typography: .none)

  @Test func readsDrawnTables() {
    let grid = """
      Avant.
      +---------+:-----:+
      | Qui     | Quoi  |
      +=========+=======+
      | Nous    | a et  |
      | tous    | b     |
      +---------+-------+
      | - un    | **2** |
      | - deux  |       |
      +---------+-------+
      : Les gens {#tbl:gens}
      Après.
      """
    let table = "| Qui | Quoi |\n| - | - |\n| Nous tous | a et b |\n| • un<br>• deux | **2** |\n"
    let safe = MarkdownOptions(typography: .none, rawHTML: .safe)
    #expect(
      html(grid, safe) == html("Avant.\n\n\(table)\nLes gens\nAprès.\n", safe))
    #expect(render(grid, safe).findings == [])
  }

  @Test func readsADrawnTableWithoutAHeaderAndItsAlignments() {
    let text = "+:---+---:+\n| é  | 日 |\n+----+----+\n"
    #expect(html(text, Self.plain) == html("| | |\n|:-|-:|\n| é | 日 |\n", Self.plain))
    #expect(!html("+---+---+\n| a | b |\n", Self.plain).contains("<table"))
  }

  @Test(arguments: [
    ("+---+---+\n| a | b |\n+---+---+\n| c     |\n+---+---+\n", "1:1"),
    ("Voir @fig:plan ici.\n", "1:6"), ("Voir (@tbl-gens) ici.\n", "1:7"),
    ("Selon [@dupont2020, p. 3].\n", "1:8"), ("auteur:: Nous\n", "1:1"),
    ("Voir ((64b0c0e2-0000-4000-8000-000000000000)).\n", "1:6"),
    ("#+BEGIN_EXPORT html\nTexte.\n#+END_EXPORT\n", "1:1"),
    ("```{toctree}\na\n```\n", "1:1"),
  ])
  func tellsWhatStaysForeign(_ text: String, _ place: String) {
    let found = render(text).findings.filter { $0.contains("foreign") }
    #expect(
      found == ["markdown.foreign-tag \(place) 1"] || found.first?.contains(" \(place) ") == true)
    #expect(found.count == 1)
  }

  @Test func tellsEachKindOfALine() {
    let found = render("{{ a }} {{ b }} @fig:plan {% c %}\n").findings
    #expect(found.filter { $0.contains("foreign") }.count == 3)
  }

  @Test(arguments: [
    "Écrire à a@b.fr ou à @figaro.\n", "std::vector, a :: Int et Note :: texte\n",
    "((a)) et (b)\n", "| a |\n| - |\n\nTable: rien\n", "`@fig:a` et `a:: b`\n",
  ])
  func saysNothingOfWhatIsAlike(_ text: String) {
    #expect(render(text).findings.filter { $0.contains("foreign") } == [])
  }

  @Test(arguments: [
    (":::{note}\nA\n:::\n", true), ("::: {.callout-tip}\nA\n:::\n", true),
    ("::: {.colonne}\nA\n:::\n", false), ("::: {#fig-plan}\nA\n:::\n", false),
  ])
  func readsBlocksNamedInBraces(_ text: String, _ isAlert: Bool) {
    let document = render(text, Self.plain)
    #expect(document.findings == [])
    #expect(document.htmlText.contains("class=\"alerte") == isAlert)
    #expect(document.htmlText.contains("<p>A</p>") && !document.htmlText.contains(":::"))
  }

  @Test func takesTheCaptionOfATable() {
    let text = "| a |\n| - |\n| b |\n\n: Les *gens* {#tbl:gens}\n\nTable: Autre {#tbl:b}\n"
    #expect(
      html(text, Self.plain)
        == html("| a |\n| - |\n| b |\n\nLes *gens*\n\nAutre\n", Self.plain))
  }

  @Test(arguments: [
    "import X from './x'\n", "import {\n  A,\n  B,\n} from 'b'\n",
    "export const a = {\n  b: 1,\n\n  c: 2,\n}\n",
    "import A from 'a'\nimport B from 'b'\n\nexport default 1\n", "export const a = '{'\n",
    "export const a = \"\\\"{\"\n", "export const a = `{{`\n", "export const a = {\n  b: '}',\n}\n",
  ])
  func leavesLinesOfProgramOut(_ text: String) {
    let document = render(text + "\nTexte.\n", Self.plain)
    #expect(document.htmlText == "<p>Texte.</p>\n")
    #expect(document.findings == ["markdown.foreign-tag 1:1 1"])
    #expect(html("import {\n\nTexte.\n", Self.plain).contains("Texte."))
    #expect(html("Un\nimport X from './x'\n", Self.plain).contains("import X"))
  }

  @Test func tellsTheTagsInAddressesOfHTML() {
    let safe = MarkdownOptions(typography: .none, rawHTML: .safe)
    let document = render("Un <a href=\"{{ a.b }}\">lien</a>.\n", safe)
    #expect(document.findings.map { $0.prefix { $0 != " " } } == ["markdown.foreign-tag"])
    #expect(document.htmlText == "<p>Un <a>lien</a>.</p>\n")
    let known = render("<a href=\"{{ site.baseurl }}/guide/\">lien</a>\n", safe)
    #expect(known.htmlText.contains("href=\"/guide/\""))
  }

  @Test func hidesThePropertiesOfBlocks() {
    let text = "- Un\n  id:: 64b0\n  collapsed:: true\n- Deux\n"
    #expect(html(text, Self.plain) == html("- Un\n- Deux\n", Self.plain))
    #expect(render(text).findings == [])
    #expect(html("`id:: x`\n\n    id:: y\n").contains("id:: y"))
  }
}
