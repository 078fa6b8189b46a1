import Testing

@testable import MarkdownRendering
import TextEncoding

@Suite struct HeadingTests {
  @Test(arguments: [
    ("L’été à Brest", "l-ete-a-brest"), ("L'été à Brest", "l-ete-a-brest"),
    ("Cœur & âme", "coeur-ame"),
    ("  Deux   mots ! ", "deux-mots"), ("ÉCOLE", "ecole"), ("citoyen·nes", "citoyen-nes"),
    ("Lætitia Øresund Straße", "laetitia-oresund-strasse"), ("e\u{301}te\u{301}", "ete"),
    ("10 000 %", "10-000"), ("", ""), ("!?", ""), ("C'hoarioù", "c-hoariou"),
    ("Ŷŷ Žž ſ", "yy-zz-s"),
    ("Ελλάδα", "ελλαδα"), ("a\u{200B}b", "ab"),
  ])
  func foldsTitlesIntoIDs(_ title: String, _ id: String) {
    #expect(Slug.make(from: title) == id)
  }

  @Test func foldsEveryLetterOfTheLatinBlocks() {
    for value in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let id = Slug.make(from: String(scalar))
      #expect(id.utf8.allSatisfy { (97...122).contains($0) })
      #expect(id.isEmpty == (value == 0xD7 || value == 0xF7))
    }
  }

  @Test func writesIDsAndAnchors() {
    let expected = """
      <h2 id="l-ete">L’été <a class="ancre" href="#l-ete" \
      aria-label="Lien vers la section L’été">#</a></h2>

      """
    #expect(html("## L'été") == expected)
  }

  @Test(arguments: [
    ("## A\n## A\n## A", ["a", "a-2", "a-3"]), ("## A\n## A 2\n## A", ["a", "a-2", "a-3"]),
    ("## !\n## ?", ["section", "section-2"]), ("## A\n## B {#a}", ["a-2", "a"]),
    ("## A {#mon-id}", ["mon-id"]), ("## A\n\nb[^1]\n\n## Fn 1\n\n[^1]: note", ["a", "fn-1-2"]),
    ("## Recherche", ["recherche-2"]), ("## A {#1a}", ["1a"]),
    ("## A { #b }", ["b"]), ("## A {: #b .c}", ["b"]), ("## A {.c #b}", ["b"]),
    ("## A {: id=\"b\" data-search-exclude }", ["b"]), ("## A {#0.14.2}", ["0.14.2"]),
    ("## A {#1560-june}", ["1560-june"]), ("## A\n{: id=\"b\" }", ["b"]),
    ("## A {.c}", ["a"]), ("## A {b}", ["a-b"]), ("## A {#été}", ["été"]),
    ("## A <a href=\"#b\" id=\"b\"></a>\n## B", ["b", "b-2"]),
    ("## <a name=\"b\"></a>A", ["b"]), ("## A <small>x</small> { #b }", ["b"]),
    ("## A <!-- note -->", ["a"]), ("## **A** \\<b>", ["a-b"]),
    ("## Voir [[World café|le café]]", ["voir-le-cafe"]),
  ])
  func givesEachIDOnce(_ text: String, _ ids: [String]) {
    let document = MarkdownRenderer(options: MarkdownOptions(rawHTML: .safe)).render(
      MarkdownSource(path: "a.md", text: text, reservedIDs: ["recherche"]), links: SampleLinks())
    #expect(document.headings.map(\.id) == ids)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func reportsAnExplicitIDGivenTwice() {
    let document = render("## A {#a}\n\n## B {#a}")
    #expect(document.headings.map(\.id) == ["a", "a-2"])
    #expect(document.headings.map(\.text) == ["A", "B"])
    #expect(document.findings == ["markdown.heading-id 3:1 1"])
  }

  @Test(arguments: [
    ("## A <a href=\"#b\" id=\"b\"></a>", "A"), ("## A<br>b", "A b"), ("## A <!-- x -->", "A"),
    ("## A { .b }", "A"), ("## `A` **b** ![c](d.png)", "A b c"), ("## [[A|b]] c", "b c"),
  ])
  func readsTheWordsAlone(text: String, words: String) {
    for rawHTML in [MarkdownOptions.RawHTML.omit, .safe, .allow] {
      #expect(render(text, MarkdownOptions(rawHTML: rawHTML)).headings.map(\.text) == [words])
    }
  }

  @Test func leavesNoSecondPlaceInAHeading() {
    let text = "## A <a href=\"#b\" id=\"b\"></a>"
    let anchor = "<a class=\"ancre\" href=\"#b\" aria-label=\"Lien vers la section A\">#</a></h2>\n"
    #expect(
      html(text, MarkdownOptions(rawHTML: .safe)) == "<h2 id=\"b\">A  \(anchor)")
    #expect(
      html(text, MarkdownOptions(rawHTML: .allow))
        == "<h2 id=\"b\">A <a href=\"#b\"></a> \(anchor)")
  }

  @Test func takesTheLeadingTitleOut() {
    let document = render("# Le *titre*\n\nTexte")
    #expect(document.leadingTitle == "Le titre")
    #expect(document.htmlText == "<p>Texte</p>\n")
    #expect(document.headings.isEmpty)
    #expect(document.searchText.map { String(decoding: $0.text, as: UTF8.self) } == ["Texte\n"])
  }

  @Test func leavesALaterTitleAtLevelTwo() {
    let document = render("Texte\n\n# Titre")
    #expect(document.leadingTitle == nil)
    #expect(document.headings.map(\.level) == [2])
    #expect(document.findings == ["markdown.second-title 3:1 1"])
  }

  /// Renders a text of a page that has a title.
  private func titled(
    _ text: String, _ title: String, line: Int? = nil,
    _ options: MarkdownOptions = MarkdownOptions(rawHTML: .safe)
  ) -> RenderedDocument {
    MarkdownRenderer(options: options).render(
      MarkdownSource(
        path: "a.md", text: text, firstLine: 4, title: MarkdownSource.Title(title, line: line)),
      links: SampleLinks())
  }

  @Test(arguments: [
    ("[TOC]\n\n# Le titre\n\nTexte", 6), ("Le\n*titre*\n===\n\nTexte", 4),
    ("<!-- c -->\n# Le titre\nTexte", 5), ("#\tLe titre\n\nTexte", 4),
    ("<h1 align=\"center\">Le <b>titre</b></h1>\n\nTexte", 4),
    ("import X from './x'\n\n# Le titre\n\nTexte", 6),
  ])
  func takesTheTitleOutWhereItWasRead(text: String, line: Int) {
    let document = titled(text, "Le titre", line: line)
    #expect(document.leadingTitle == "Le titre")
    #expect(document.htmlText.trimmed == "<p>Texte</p>")
    #expect(document.headings.isEmpty)
  }

  @Test func takesOutAHeadingThatSaysTheTitleOfTheFrontMatter() {
    let document = titled("Avant.\n\n# L'ete a Brest !\n\n# Suite", "L’été à Brest")
    #expect(document.leadingTitle != nil)
    #expect(document.headings.map(\.text) == ["Suite"])
  }

  @Test(arguments: ["# Autre\n\nTexte", "Autre\n===\n\nTexte"])
  func keepsAHeadingThatIsNotTheTitle(text: String) {
    let document = titled(text, "Le titre")
    #expect(document.leadingTitle == nil)
    #expect(document.headings.map(\.level) == [2])
    #expect(document.headings.map(\.text) == ["Autre"])
    #expect(document.findings == ["markdown.second-title 4:1 1"])
  }

  @Test func keepsTheLeadingTitleWhenAsked() {
    let document = render("# Titre\n\n## A", MarkdownOptions(dropsLeadingTitle: false))
    #expect(document.headings.map(\.level) == [1, 2])
    #expect(document.diagnostics.isEmpty)
  }

  @Test func shiftsLevels() {
    let document = render(
      "# A\n\n## B\n\n###### C", MarkdownOptions(headingShift: 1, dropsLeadingTitle: false))
    #expect(document.headings.map(\.level) == [2, 3, 6])
  }

  @Test func reportsASkippedLevel() {
    let document = render("## A\n\n#### B\n\n## C", firstLine: 11)
    #expect(document.findings == ["markdown.heading-level 13:1 1"])
    #expect(document.headings.map { $0.location.place } == ["11:1+1", "13:1+1", "15:1+1"])
  }

  @Test func listsAsManyHeadingsAsSomebodyReads() {
    let count = DocumentWriter.maxHeadings
    let text = String(repeating: "## A\n\nB\n\n", count: count + 3)
    let document = render(text)
    #expect(document.headings.count == count)
    #expect(document.findings == ["markdown.headings \(count * 4 + 1):1 1"])
    #expect(document.htmlText.hasSuffix("<h2>A</h2>\n<p>B</p>\n"))
    #expect(document.searchText.count == count)
  }
}
