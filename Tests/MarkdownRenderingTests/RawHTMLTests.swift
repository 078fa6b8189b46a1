import Testing
import TextEncoding

@testable import MarkdownRendering

/// HTML that people write in Markdown.
@Suite struct RawHTMLTests {
  private static let safe = MarkdownOptions(rawHTML: .safe)
  private static let allow = MarkdownOptions(rawHTML: .allow)

  @Test(arguments: [
    ("un<br>deux", "<p>un<br />\ndeux</p>\n"), ("un<br/>deux", "<p>un<br />\ndeux</p>\n"),
    ("m<sup>2</sup>", "<p>m<sup>2</sup></p>\n"), ("a <b>b", "<p>a <b>b</b></p>\n"),
    ("a </b> b </main>", "<p>a  b </p>\n"), ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>\n"),
    ("<abbr title=\"A & B\">x</abbr>", "<p><abbr title=\"A &amp; B\">x</abbr></p>\n"),
    ("<a href=\"guide.md\">x</a>", "<p><a href=\"guide/\">x</a></p>\n"),
    ("<a href='guide.md#la-suite'>x</a>", "<p><a href=\"guide/#la-suite\">x</a></p>\n"),
    ("<a href=\"perdu.md\">x</a>", "<p><a>x</a></p>\n"),
    ("[a <a href=\"guide.md\">x</a>](guide.md)", "<p><a href=\"guide/\">a x</a></p>\n"),
    ("<a name=\"x\"></a>y", "<p><a id=\"x\"></a>y</p>\n"),
    ("<div align=\"center\">Un</div>", "<div>Un</div>\n"),
    (
      "<details>\n<summary>Plus</summary>\n\n*a*\n\n</details>",
      "<details>\n<summary>Plus</summary>\n<p><em>a</em></p>\n</details>\n"
    ),
    ("<div>\n\na\n", "<div>\n<p>a</p>\n</div>"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>\n"),
    ("<script>alert(1)</script>\n\na", "<p>a</p>\n"),
    ("<style>a{}</style>b", "b\n"), ("<!-- a <b> -->\n\nc", "<p>c</p>\n"),
    (
      "<img src=\"salle.jpg\" alt=\"Salle\" onerror=\"x()\">",
      "<img src=\"salle.jpg\" alt=\"Salle\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\" />\n"
    ),
    (
      "<img src=\"salle.jpg\" alt=\"\" width=\"30\">",
      "<img src=\"salle.jpg\" alt=\"\" width=\"30\" loading=\"lazy\" decoding=\"async\" />\n"
    ),
    (
      "<img src=\"https://ailleurs.example/a.png\" alt=\"Une vue\">",
      "<a href=\"https://ailleurs.example/a.png\">Une vue</a>\n"
    ),
    (
      "<video src=\"https://ailleurs.example/a.png\" title=\"Un film\"></video>",
      "<p><a href=\"https://ailleurs.example/a.png\">Un film</a></p>\n"
    ),
    (
      "<audio><source src=\"https://ailleurs.example/a.png\"></audio> b",
      "<p><audio></audio> <a href=\"https://ailleurs.example/a.png\">"
        + "https://ailleurs.example/a.png</a> b</p>\n"
    ),
    (
      "<video src=\"guide.md\"><track src=\"https://ailleurs.example/a.png\" label=\"Textes\">",
      "<p><video src=\"guide/\"></video> <a href=\"https://ailleurs.example/a.png\">Textes</a></p>\n"
    ),
    ("a <script>alert(1)</script> b <style>*c*</style>", "<p>a  b </p>\n"),
    ("a <script>b *c*", "<p>a b <em>c</em></p>\n"),
    ("<img src=\"perdue.png\" alt=\"Un plan\">", "Un plan\n"),
    ("a <source srcset=\"x (1).svg\">", "<p>a <source srcset=\"x%20(1).svg\" /></p>\n"),
    (
      "a <source srcset=\"x.svg 1x, y z.svg 2x\">",
      "<p>a <source srcset=\"x.svg 1x, y%20z.svg 2x\" /></p>\n"
    ),
    ("a <source srcset=\"perdu.md\" media=\"print\">b", "<p>a b</p>\n"),
    ("<form><input name=\"a\">Dites</form>", "Dites\n"), ("<div", "&lt;div\n"),
    ("x <span onclick=\"a()\" style=\"color:red\">y</span>", "<p>x <span>y</span></p>\n"),
  ])
  func keepsWhatIsSafe(text: String, expected: String) {
    #expect(html(text, Self.safe) == expected)
  }

  @Test(arguments: [
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" java\tscript:alert(1)\">x</a>",
    "<a href=\"javascript&colon;alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"vbscript:a\">x</a>", "<a href=\"data:text/html,a\">x</a>",
    "<a href=\"blob:a\">x</a>", "<a href=\"view-source:https://a.example\">x</a>",
    "<a href=javascript:alert(1)>x</a>",
  ])
  func leadsNowhereUnsafe(text: String) {
    #expect(html(text, Self.safe) == "<p><a>x</a></p>\n")
  }

  @Test func saysWhatIsLeftOut() {
    #expect(
      render("a <iframe src=\"x\"></iframe> <b onclick=\"x()\">c</b>", Self.safe).findings == [
        "markdown.raw-html 1:3 16", "markdown.html-attribute 1:29 17",
      ])
    #expect(
      render("a\n\n<form>\nb\n</form>", Self.safe).findings == ["markdown.raw-html 3:1 1"])
    #expect(render("<a href=\"perdu.md\">x</a>", Self.safe).findings == ["link.dangling 1:10 8"])
  }

  @Test(arguments: [
    ("<div align=\"center\">Centré <b>ici</b></div>", "<p>Centré ici</p>\n"),
    (
      "<details>\n<summary>Plus</summary>\nDu <i>texte</i> &amp; co\n</details>",
      "<p>Plus</p>\n<p>Du texte &amp; co</p>\n"
    ),
    ("<table><tr><td>a<td>b</table>", "<p>a</p>\n<p>b</p>\n"),
    (
      "| A |\n|---|\n| un<br>deux |",
      "<table aria-label=\"Tableau\">\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>un<br />\ndeux</td>\n</tr>\n</tbody>\n</table>\n"
    ),
  ])
  func keepsTheWordsOfWhatIsLeftOut(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test func keepsTheWordsForTheSearch() {
    for options in [MarkdownOptions(), Self.safe, Self.allow] {
      let document = render("<div>\nL&#39;été <b>ici</b>\n</div>", options)
      let words = document.searchText.map { String(decoding: $0.text, as: UTF8.self).trimmed }
      #expect(words == ["L'été ici"])
    }
  }

  @Test(arguments: [
    ("<a href=\"guide.md\" class=\"x\">x</a>", "<p><a href=\"guide/\" class=\"x\">x</a></p>\n"),
    ("<a href=perdu.md>x</a>", "<p><a href=perdu.md>x</a></p>\n"),
    (
      "<video src=\"guide.md\" poster='salle.jpg'></video>",
      "<p><video src=\"guide/\" poster='salle.jpg'></video></p>\n"
    ),
    (
      "<img src=\"https://ailleurs.example/a.png\" alt=\"Une vue\">",
      "<a href=\"https://ailleurs.example/a.png\">Une vue</a>\n"
    ),
    ("<a href=\"{{ site.url }}/a\">x</a>", "<p><a href=\"/a\">x</a></p>\n"),
    ("<a href=\"{{ a.b }}\">x</a>", "<p><a href=\"{{ a.b }}\">x</a></p>\n"),
  ])
  func resolvesTheLinksOfWhatIsCopied(text: String, expected: String) {
    #expect(html(text, Self.allow) == expected)
  }

  @Test func keepsThePlacesThatItMakes() {
    for options in [Self.safe, Self.allow] {
      let document = render("<a id=\"x\"></a> <span id=\"y\">z</span>\n\n## X", options)
      #expect(document.anchors == ["x", "y"])
      #expect(document.headings.map(\.id) == ["x-2"])
    }
  }

  @Test func isReadOnce() {
    for text in ["<a ", "<div><!-- ", "<script>", "<a b=\"", "<b></i>", "<!", "</"] {
      let document = render("<div>\n" + String(repeating: text, count: 100_000), Self.safe)
      #expect(!document.html.isEmpty || !document.diagnostics.isEmpty)
    }
  }

  @Test(arguments: [
    (
      "<a href=\"https://a.fr/b\">https://a.fr/b</a>",
      "<a href=\"https://a.fr/b\">https://a.fr/b</a>"
    ),
    (
      "<a href=\"mailto:x@y.fr\">x@y.fr</a> z@y.fr",
      "<a href=\"mailto:x@y.fr\">x@y.fr</a> <a href=\"mailto:z@y.fr\">z@y.fr</a>"
    ),
    ("<a href=\"guide.md\">**[x](guide.md)**</a>", "<a href=\"guide/\"><strong>x</strong></a>"),
    ("<a name=\"x\">https://a.fr</a>", "<a id=\"x\"></a><a href=\"https://a.fr\">https://a.fr</a>"),
  ])
  func holdsNoLinkInALink(text: String, expected: String) {
    #expect(html(text, Self.safe) == "<p>\(expected)</p>\n")
    // An anchor is copied as it is.
    if !text.contains("name=") { #expect(html(text, Self.allow) == "<p>\(expected)</p>\n") }
  }

  @Test(arguments: [
    ("<ul><li>un</li><li>deux</li></ul>", "<ul><li>un</li><li>deux</li></ul>", "un<br />\ndeux"),
    (
      "<p>trois</p><p>*quatre*</p>", "<p>trois</p><p><em>quatre</em></p>",
      "trois<br />\n<em>quatre</em>"
    ),
    ("a<div>b</div> <div>c</div>", "a<br />\nb <br />\nc", "a<br />\nb <br />\nc"),
    ("<li>a</li><li>b</li>", "a<br />\nb", "a<br />\nb"), ("a <b>b</b>c", "a <b>b</b>c", "a bc"),
  ])
  func keepsTheBlocksOfCellsApart(cell: String, safe: String, omitted: String) {
    let table = "| A |\n|---|\n| \(cell) |\n"
    #expect(html(table, Self.safe).contains("<td>\(safe)</td>"))
    #expect(html(table).contains("<td>\(omitted)</td>"))
  }

  @Test func keepsTheWordsOfALineApart() {
    #expect(html("un<div>deux</div>trois", Self.safe) == "<p>un<br />\ndeux<br />\ntrois</p>\n")
  }

  @Test(arguments: [
    (
      "<LinkCard title=\"Le *guide*\" href=\"guide.md\" description=\"Tout\" icon=\"x\" />",
      "<p><a href=\"guide/\">Le *guide*</a><br />\nTout</p>\n"
    ),
    (
      "<Button\n  link=\"/qualite/\"\n  text=\"Comment faire\"\n/>",
      "<p><a href=\"/qualite/\">Comment faire</a></p>\n"
    ),
    (
      "Un <VPButton to='guide.md' label='Lire'/> deux",
      "<p>Un <a href=\"guide/\">Lire</a> deux</p>\n"
    ),
    ("<Card title=\"Un titre\">\n\n*a*\n\n</Card>", "<p>Un titre</p>\n<p><em>a</em></p>\n"),
    ("<Listing caption=\"Une liste\">\n\na\n\n</Listing>", "<p>Une liste</p>\n<p>a</p>\n"),
    ("<Step title=\"Un\">\n\na\n\n</Step>", "<p>Un</p>\n<p>a</p>\n"),
    ("<LinkCard title=\"Perdu\" href=\"perdu.md\" />", "<p>Perdu</p>\n"),
    ("<Card :title=\"titre\" text=\"a\" label=\"b\" />", ""),
    ("<Button href={lien} title=\"Lire\" />", "<p>Lire</p>\n"),
  ])
  func keepsTheWordsOfComponents(text: String, expected: String) {
    let document = render(text, MarkdownOptions(typography: .none, rawHTML: .safe))
    #expect(document.htmlText == expected)
    #expect(document.findings.contains { $0.hasPrefix("markdown.raw-html") })
  }

  @Test func leavesTheHiddenColumnsOfCardsOut() {
    let text =
      "<table data-view=\"cards\"><thead><tr><th></th><th>B</th><th data-hidden></th>"
      + "<th data-hidden data-card-target data-type=\"content-ref\"></th></tr></thead><tbody>"
      + "<tr><td><strong>Le guide</strong></td><td>b</td><td>caché</td>"
      + "<td><a href=\"guide.md\">guide.md</a></td></tr><tr><td>Sans</td><td>c</td><td></td><td></td>"
      + "</tr></tbody></table>\n"
    #expect(
      html(text, Self.safe)
        == "<table><thead><tr><th></th><th>B</th></tr></thead><tbody><tr>"
        + "<td><a href=\"guide/\"><strong>Le guide</strong></a></td><td>b</td></tr>"
        + "<tr><td>Sans</td><td>c</td></tr></tbody></table>\n")
    #expect(!html(text).contains("caché") && html(text).contains("<p>Le guide</p>"))
  }

  /// Whoever copies HTML from elsewhere brings the same elements many times over.
  @Test func tellsOfAKindOfElementOnce() {
    let frames = "a <iframe src=\"x\"></iframe>\n\n<iframe src=\"y\"></iframe>\n\n"
    let text = frames + "<form>\nb\n</form>\n"
    #expect(
      render(text, Self.safe).findings == ["markdown.raw-html 1:3 16", "markdown.raw-html 5:1 1"])
  }
}
