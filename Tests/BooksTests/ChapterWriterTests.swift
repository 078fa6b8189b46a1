import Formats
import Testing

@testable import Books

struct ChapterWriterTests {
  /// A book of a page of methods and one of rules, of a site with or without an address.
  private struct SmallBook: BookLinks {
    var baseURL: BaseURL?

    func address(ofPage path: String, fragment: String) -> String? {
      guard path == "methodes/vote/index.html" else { return nil }
      return "fiche-2.xhtml" + (fragment.isEmpty ? "" : "#f2-\(fragment)")
    }

    mutating func picture(at path: String) -> String? {
      path == "images/plan.svg" ? "images/1.svg" : nil
    }
  }

  private func chapter(_ markup: String, address: String? = nil, shift: Int? = 0) -> String {
    let text = body("<main>\(markup)</main>", address: address, shift: shift)
    return String(text.dropFirst("<div>".count).dropLast("</div>".count))
  }

  private func body(
    _ markup: String, address: String? = nil, shift: Int? = 0, foot: String = ""
  ) -> String {
    let page = BookPage(
      Array("<!doctype html><html><body>\(markup)</body></html>".utf8),
      path: "methodes/cafe/index.html", prefix: "f1")
    var writer = ChapterWriter(
      page, headingShift: shift, foot: Array(foot.utf8),
      links: SmallBook(baseURL: address.flatMap(BaseURL.init)))
    writer.write()
    return String(decoding: writer.output, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>Un<br>deux &amp; <b>trois</p>", "<p>Un<br/>deux &amp; <b>trois</b></p>"),
    ("<ul><li>un<li>deux</ul>", "<ul><li>un</li><li>deux</li></ul>"),
    ("<p>a<span>b<i>c</i>d</span>e</p>", "<p>a<span>b<i>c</i>d</span>e</p>"),
    ("<p title='a\"b'>x</p>", "<p title=\"a&quot;b\">x</p>"),
    ("<p>a\u{B}b</p>", "<p>a\u{FFFD}b</p>"),
  ])
  func writesWellFormedXML(markup: String, expected: String) {
    #expect(chapter(markup) == expected)
  }

  @Test(arguments: [
    "<nav>menu</nav>", "<button>Imprimer</button>", "<script>alert(1)</script>",
    "<style>p { color: red }</style>", "<p hidden>vide</p>", "<div data-hors-livre>à voir</div>",
    "<select><option>un</option></select>", "<input type=\"number\">",
  ])
  func leavesOutWhatIsForTheScreen(markup: String) {
    #expect(chapter("<p>a</p>\(markup)<p>b</p>") == "<p>a</p><p>b</p>")
  }

  @Test func runsNothing() {
    #expect(
      chapter("<p onclick=\"x()\" style=\"color:red\" data-x=\"1\">a</p>") == "<p>a</p>")
    #expect(chapter("<a href=\"javascript:x()\">a</a>") == "<span>a</span>")
    #expect(
      chapter("<svg onload=\"x()\"><script>x()</script><path d=\"M0 0\"/></svg>")
        == "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
        + "<path d=\"M0 0\"></path></svg>")
  }

  @Test func keepsTheBoxesOfAQuestion() {
    let markup =
      "<form><fieldset><legend>Prêt ?</legend><label><input type=\"radio\"> Oui</label>"
      + "<label><input type=\"checkbox\" checked> Vu</label></fieldset></form>"
    #expect(
      chapter(markup)
        == "<div><div><div class=\"legend\">Prêt ?</div><span>☐\u{A0} Oui</span>"
        + "<span>☑\u{A0} Vu</span></div></div>")
  }

  @Test func opensWhatWasFoldedAway() {
    #expect(
      chapter("<details><summary>Plus</summary><p>Tout.</p></details>")
        == "<div><div class=\"summary\">Plus</div><p>Tout.</p></div>")
  }

  @Test func leadsToTheSheetsOfTheBook() {
    let link = "<a href=\"../vote/#regles\" target=\"_blank\">le vote</a>"
    #expect(chapter(link) == "<a href=\"fiche-2.xhtml#f2-regles\">le vote</a>")
  }

  @Test func leadsToTheSiteForTheOthers() {
    let link = "<a href=\"../../le-lab/r%C3%A8gles/#un\">les règles</a>"
    #expect(
      chapter(link, address: "https://exemple.bzh/ti/")
        == "<a href=\"https://exemple.bzh/ti/le-lab/r%C3%A8gles/#un\">les règles</a>")
    #expect(chapter(link) == "<span>les règles</span>")
  }

  @Test func givesNamesToPlacesThatXMLTakes() {
    #expect(
      chapter("<h2 id=\"1 étape\">Étape</h2><p aria-describedby=\"1 étape\">a</p>")
        .hasPrefix("<h2 id=\"f1-1___tape\">"))
    #expect(
      chapter("<p id=\"é\">a</p><p id=\"è\">b</p>")
        == "<p id=\"f1-__\">a</p><p id=\"f1-__-2\">b</p>")
  }

  @Test func embedsPicturesOrTheirWords() {
    #expect(
      chapter("<img src=\"../../images/plan.svg\" alt=\"Le plan\" loading=\"lazy\" width=\"7\">")
        == "<img width=\"7\" src=\"images/1.svg\" alt=\"Le plan\"/>")
    #expect(
      chapter("<p><img src=\"../../images/autre.svg\" alt=\"Un autre\"></p>") == "<p>Un autre</p>")
  }

  @Test func marksLanguagesForBothReaders() {
    #expect(
      chapter("<i lang=\"br\">kemer perzh</i>") == "<i lang=\"br\" xml:lang=\"br\">kemer perzh</i>")
  }

  @Test func keepsTheLettersOfNamesInDrawings() {
    let drawing =
      "<svg viewBox=\"0 0 4 4\"><linearGradient id=\"a\"></linearGradient><path fill=\"url(#a)\"/></svg>"
    #expect(
      chapter(drawing).contains(
        "viewBox=\"0 0 4 4\"><linearGradient id=\"f1-a\"></linearGradient><path fill=\"url(#f1-a)\">"
      ))
  }

  @Test func sinksHeadingsBelowThePart() {
    #expect(chapter("<h1>A</h1><h6>B</h6>", shift: 1) == "<h2>A</h2><h6>B</h6>")
    #expect(chapter("<h4>A</h4><p>B</p>", shift: nil) == "<p class=\"intertitre\">A</p><p>B</p>")
  }

  @Test func saysWhereAFilmIs() {
    #expect(
      chapter("<iframe src=\"https://films.exemple/1\" title=\"Le film\"></iframe>")
        == "<a href=\"https://films.exemple/1\">Le film</a>")
  }

  @Test(arguments: [
    ("<article><p>a</p></article>", "<article><p>a</p><hr/></article>"),
    (
      "<article><div><p>a</p>fin<nav>menu</nav></div> </article>",
      "<article><div><p>a</p>fin</div> <hr/></article>"
    ),
    (
      "<article><ul><li><article>a</article></li></ul></article>",
      "<article><ul><li><article>a</article></li></ul><hr/></article>"
    ),
    ("<article>a</article><p>b", "<article>a</article><p>b</p><hr/>"),
    ("a", "a<hr/>"),
  ])
  func endsTheArticleWithItsCredits(markup: String, expected: String) {
    let drawing = "<div data-livre><img src=\"../../images/plan.svg\" alt=\"\"></div>"
    let written = body("<main>\(markup)</main>\(drawing)", foot: "<hr/>")
    #expect(
      written == "<div>\(expected)</div><div><img src=\"images/1.svg\" alt=\"\"/></div>")
  }

  @Test func creditsAPageWithoutText() {
    #expect(body("", foot: "<hr/>").hasSuffix("<hr/>"))
  }

  @Test func nestsAsDeepAsPagesDo() {
    let deep =
      String(repeating: "<div>", count: 900) + "x" + String(repeating: "</div>", count: 900)
    #expect(chapter(deep) == deep)
  }
}
