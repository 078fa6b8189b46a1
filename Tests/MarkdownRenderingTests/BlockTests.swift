import Diagnostics
import Testing

@testable import MarkdownRendering

@Suite struct BlockTests {
  @Test(arguments: [
    ("NOTE", "fr", "note", "Note"), ("tip", "fr", "tip", "Astuce"),
    ("IMPORTANT", "br", "important", "Pouezus"), ("WARNING", "en", "warning", "Warning"),
    ("CAUTION", "fr-FR", "caution", "Mise en garde"),
  ])
  func writesAlerts(_ marker: String, _ lang: String, _ name: String, _ title: String) {
    #expect(
      html("> [!\(marker)]\n> *a*\n>\n> b", lang: lang)
        == """
        <div class="alerte alerte-\(name)" role="note">
        <p class="alerte-titre">\(title)</p>
        <p><em>a</em></p>
        <p>b</p>
        </div>

        """)
  }

  @Test(arguments: [
    (
      "> [!NOTE]\n>\n> b",
      """
      <div class="alerte alerte-note" role="note">\n<p \
      class="alerte-titre">Note</p>\n<p>b</p>\n</div>\n
      """
    ),
    (
      "> [!NOTE]",
      """
      <div class="alerte alerte-note" role="note">\n<p class="alerte-titre">Note</p>\n</div>\n
      """
    ),
    (
      "> [!NOTE] a",
      "<div class=\"alerte alerte-note\" role=\"note\">\n<p class=\"alerte-titre\">a</p>\n</div>\n"
    ),
    ("> a\n> [!NOTE]", "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>\n"),
    (
      "> [!NOTE]\n> > [!TIP]\n> > b",
      """
      <div class="alerte alerte-note" role="note">\n<p class="alerte-titre">Note</p>\n<div \
      class="alerte alerte-tip" role="note">\n<p \
      class="alerte-titre">Astuce</p>\n<p>b</p>\n</div>\n</div>\n
      """
    ),
  ])
  func readsAlertsAtTheStartOfQuotations(_ text: String, _ expected: String) {
    #expect(html(text, MarkdownOptions(typography: .none)) == expected)
  }

  @Test func suggestsTheAlertThatWasMeant() {
    let document = render("> [!NOTES]\n> a")
    #expect(document.findings == ["markdown.alert 1:3 8"])
    #expect(document.diagnostics.first?.suggestion?.french == "vouliez-vous dire « NOTE » ?")
  }

  @Test func tiesHeadersToColumns() {
    #expect(
      html("| a | b | c |\n|:--|:-:|--:|\n| d | e | f |")
        == """
        <div class="tableau" role="group" tabindex="0" aria-label="Tableau">
        <table aria-label="Tableau">
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="centre">b</th>
        <th scope="col" class="droite">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>d</td>
        <td class="centre">e</td>
        <td class="droite">f</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func namesTablesAfterTheirHeading() {
    #expect(html("## Les faits\n\n| a |\n|---|").contains("<table aria-labelledby=\"les-faits\">"))
  }

  @Test func namesCheckBoxes() {
    #expect(
      html("- [x] a\n- [ ] b")
        == """
        <ul>
        <li class="tache"><input type="checkbox" checked="" disabled="" aria-label="fait" /> a</li>
        <li class="tache"><input type="checkbox" disabled="" aria-label="à faire" /> b</li>
        </ul>

        """)
  }

  @Test func tiesNotesToTheirCalls() {
    let expected = """
      <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup> \
      b<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" data-footnote-ref>2</a></sup> \
      c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" data-footnote-ref>1</a></sup></p>
      <section class="footnotes" data-footnotes aria-label="Notes">
      <ol>
      <li id="fn-1">
      <p>un <a href="#fnref-1" class="footnote-backref" data-footnote-backref \
      aria-label="Retour à l’appel de note 1">↩</a> \
      <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref \
      aria-label="Retour à l’appel de note 1-2">↩<sup class="footnote-ref">2</sup></a></p>
      </li>
      <li id="fn-2">
      <p>deux <a href="#fnref-2" class="footnote-backref" data-footnote-backref \
      aria-label="Retour à l’appel de note 2">↩</a></p>
      </li>
      </ol>
      </section>

      """
    #expect(html("a[^n] b[^m] c[^n]\n\n[^m]: deux\n[^n]: un") == expected)
  }

  @Test(arguments: [
    ("a <b>c</b> d", "<p>a c d</p>\n", ["markdown.raw-html 1:3 3"]),
    ("a\n\n<div class=\"x\">\nb\n</div>", "<p>a</p>\n<p>b</p>\n", ["markdown.raw-html 3:1 1"]),
    ("a <!-- b --> c", "<p>a  c</p>\n", []), ("<!-- b -->\n\nc", "<p>c</p>\n", []),
    ("&amp; &lt; &eacute;", "<p>&amp; &lt; é</p>\n", []),
  ])
  func leavesHTMLOut(_ text: String, _ expected: String, _ findings: [String]) {
    let document = render(text)
    #expect(document.htmlText == expected)
    #expect(document.findings == findings)
  }

  @Test func copiesHTMLWhenAllowed() {
    let document = render("a <b>c</b>\n\n<div>\n</div>", MarkdownOptions(rawHTML: .allow))
    #expect(document.htmlText == "<p>a <b>c</b></p>\n<div>\n</div>\n")
    #expect(document.diagnostics.isEmpty)
  }

  @Test func gathersTextForSearchBySection() {
    let document = render("Intro *un*.\n\nSuite `code`.\n\n## L'a\n\n- b\n- c ![d](e)\n\n## F")
    let passages = document.searchText
    #expect(passages.map(\.headingID) == [nil, "l-a", "f"])
    #expect(passages.map(\.headingText) == ["", "L’a", "F"])
    let texts = passages.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(texts == ["Intro un.\nSuite code.\n", "b\nc d\n", ""])
    #expect(document.firstParagraph == "Intro un.")
    #expect(document.wordCount == 9)
  }

  @Test func rendersALineOfText() {
    let location = render("## a").headings.first?.location
    guard let location else {
      Issue.record("no heading")
      return
    }
    let renderer = MarkdownRenderer()
    for (text, expected) in [
      ("*a* !", "<em>a</em>\u{202F}!"), ("1. a", "1. a"), ("# a", "# a"), ("- a\n- b", "- a - b"),
      ("", ""), ("*", "*"), ("[a](guide.md)", "<a href=\"guide/\">a</a>"),
      ("```figure", "```figure"),
    ] {
      let line = renderer.renderInline(text, at: location, lang: "fr", links: SampleLinks())
      #expect(String(decoding: line.html, as: UTF8.self) == expected)
    }
    let line = renderer.renderInline(
      "[a](perdu.md)", at: location, lang: "fr", links: SampleLinks())
    #expect(line.diagnostics.map(\.location) == [location])
  }
}
