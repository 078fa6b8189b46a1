import Diagnostics
import Testing

@testable import MarkdownRendering

@Suite struct LinkTests {
  @Test(arguments: [
    ("[a](guide.md)", "<p><a href=\"guide/\">a</a></p>\n"),
    ("[a][b]\n\n[b]: guide.md 'T'", "<p><a href=\"guide/\" title=\"T\">a</a></p>\n"),
    ("[*a* b](perdu.md) c", "<p><em>a</em> b c</p>\n"),
    (
      "[a](https://ailleurs.example/é?b&c)",
      "<p><a href=\"https://ailleurs.example/%C3%A9?b&amp;c\">a</a></p>\n"
    ),
    (
      "https://ailleurs.example/l'été?",
      """
      <p><a \
      href="https://ailleurs.example/l&#x27;%C3%A9t%C3%A9">https://ailleurs.example/l'été</a>\u{202F}?</p>\n\

      """
    ),
    (
      "Voir https://a.example/b\u{A0}! puis « https://a.example/c », www.a.example…",
      "<p>Voir <a href=\"https://a.example/b\">https://a.example/b</a>\u{202F}! puis «\u{A0}"
        + "<a href=\"https://a.example/c\">https://a.example/c</a>\u{A0}», "
        + "<a href=\"http://www.a.example\">www.a.example</a>…</p>\n"
    ),
    ("[a](<b c>)", "<p><a href=\"b%20c\">a</a></p>\n"), ("[a]()", "<p>a</p>\n"),
    ("[a](<\"'>)", "<p><a href=\"%22&#x27;\">a</a></p>\n"),
  ])
  func writesWhatTheProviderSays(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    (
      "[ voir https://ex.org/a (fiche)",
      "<p>[ voir <a href=\"https://ex.org/a\">https://ex.org/a</a> (fiche)</p>\n"
    ),
    (
      "[*un* http://ex.org/a_(b), et\nftp://ex.org/c.",
      "<p>[<em>un</em> <a href=\"http://ex.org/a_(b)\">http://ex.org/a_(b)</a>, et\n"
        + "<a href=\"ftp://ex.org/c\">ftp://ex.org/c</a>.</p>\n"
    ),
    (
      "[https://ex.org/a]", "<p>[<a href=\"https://ex.org/a\">https://ex.org/a</a>]</p>\n"
    ),
    (
      "[ `https://ex.org/a` http:// xhttps://b",
      "<p>[ <code>https://ex.org/a</code> http:// xhttps://b</p>\n"
    ),
    ("[[Inconnu https://ex.org/a]]", "<p>Inconnu https://ex.org/a</p>\n"),
    ("[\n\n\\https:// x", "<p>[</p>\n<p>\\https:// x</p>\n"),
    ("[https://ex.org/a](guide.md)", "<p><a href=\"guide/\">https://ex.org/a</a></p>\n"),
  ])
  func linksAddressesAfterAnOpenBracket(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("[[World café]]", "<p><a href=\"../world-cafe/\">World café</a></p>\n"),
    ("[[ World café | le *café* ]]", "<p>[[ World café | le <em>café</em> ]]</p>\n"),
    (
      "voir [[World café|l'autre]] !",
      "<p>voir <a href=\"../world-cafe/\">l’autre</a>\u{202F}!</p>\n"
    ),
    (
      "[[Inconnu]] et [[World café]]",
      "<p>Inconnu et <a href=\"../world-cafe/\">World café</a></p>\n"
    ),
    ("[[Inconnu|texte]]", "<p>texte</p>\n"),
    ("[[https://exemple.fr Le site]]", "<p><a href=\"https://exemple.fr\">Le site</a></p>\n"),
    ("[[https://exemple.fr|Site]]", "<p><a href=\"https://exemple.fr\">Site</a></p>\n"),
    ("[[https://exemple.fr]]", "<p><a href=\"https://exemple.fr\">https://exemple.fr</a></p>\n"),
    ("[[Écrire|mailto:a@exemple.fr]]", "<p><a href=\"mailto:a@exemple.fr\">Écrire</a></p>\n"),
    ("[[mailto:a@exemple.fr|Écrire]]", "<p><a href=\"mailto:a@exemple.fr\">Écrire</a></p>\n"),
    ("[[mailto:a@exemple.fr Écrire]]", "<p><a href=\"mailto:a@exemple.fr\">Écrire</a></p>\n"),
    (
      "[[A|mailto:a@b.fr]], [[B|mailto:b@b.fr]], c@b.fr [[d@b.fr",
      "<p><a href=\"mailto:a@b.fr\">A</a>, <a href=\"mailto:b@b.fr\">B</a>, "
        + "<a href=\"mailto:c@b.fr\">c@b.fr</a> [[<a href=\"mailto:d@b.fr\">d@b.fr</a></p>\n"
    ),
    ("[[Site|https://exemple.fr]]", "<p><a href=\"https://exemple.fr\">Site</a></p>\n"),
    ("[[Dépôt|https://a@exemple.fr/x]]", "<p><a href=\"https://a@exemple.fr/x\">Dépôt</a></p>\n"),
    ("*[[Écrire|mailto:a@b.fr]]*", "<p><em><a href=\"mailto:a@b.fr\">Écrire</a></em></p>\n"),
    ("`[[World café]]`", "<p><code>[[World café]]</code></p>\n"),
    ("[[]] [[ ]] [[|a]] [[a", "<p>[[]] [[ ]] [[|a]] [[a</p>\n"),
    (
      "|a|\n|-|\n|[[World café\\|b]]|",
      """
      <table aria-label=\"Tableau\">\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a \
      href="../world-cafe/">b</a></td>\n</tr>\n</tbody>\n</table>\n
      """
    ),
    ("[un [[World café]]](guide.md)", "<p><a href=\"guide/\">un [[World café]]</a></p>\n"),
  ])
  func readsWikiLinks(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("[x](http://0.0.0.0:4000/x)", "link.preview"), ("[x](http://[::1]:8080/)", "link.preview"),
    ("[x](http://localhost:1313/)", "link.preview"), ("http://localhost:3000", "link.preview"),
    ("[x](http://127.0.0.1:8000/a)", "link.preview"), ("[](guide.md)", "link.text"),
    ("[x](https://)", "link.empty"), ("[x](mailto:)", "link.empty"), ("[x]()", "link.empty"),
    ("[x](http://localhost/wiki)", ""), ("http://localhost:5432/", ""), ("[](#suite)", ""),
  ])
  func tellsLinksThatLeadNowhereForReaders(_ text: String, _ id: String) {
    #expect(render(text).diagnostics.map(\.id) == (id.isEmpty ? [] : [id]))
  }

  @Test func reportsWhereDestinationsStand() {
    let text = """
      Été [a](perdu.md) et
      [b](perdu.md).

      > - c
      >   [d](perdu.md)

      | a | b |
      |---|---|
      | é | [c](perdu.md) [d](perdu.md) |

      [ref]: /url

      fin [e][x]

      [x]: perdu.md
      """
    let document = render(text, firstLine: 5)
    #expect(
      document.findings == [
        "link.dangling 5:9 8", "link.dangling 6:5 8", "link.dangling 9:9 8",
        "link.dangling 13:11 8",
        "link.dangling 13:25 8", "link.dangling 17:6 1",
      ])
  }

  @Test func keepsTheLinksInsideTheSite() {
    let document = render(
      "[a](guide.md#la-suite) [b](#l%C3%A9) [[World café]] [c](https://ailleurs.example/)")
    #expect(document.links.map(\.destination) == ["guide.md#la-suite", "#l%C3%A9", "World café"])
    #expect(document.links.map(\.pageID) == [3, nil, 7])
    #expect(document.links.map(\.fragment) == ["la-suite", "lé", nil])
    #expect(document.links.map { $0.location.place } == ["1:5+17", "1:28+8", "1:38+12"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:a", "file:///etc/passwd",
    "data:text/html,a",
  ])
  func refusesAddressesThatRunPrograms(_ address: String) {
    let document = render("[a](\(address)) ![b](\(address))")
    #expect(document.htmlText == "<p>a b</p>\n")
    #expect(document.diagnostics.map(\.id) == ["markdown.unsafe-link", "markdown.unsafe-link"])
  }

  @Test(arguments: [
    (
      "![Une salle](salle.jpg)",
      """
      <p><img src="salle.jpg" alt="Une salle" width="640" height="480" decoding="async" /></p>\n
      """
    ),
    (
      "![Un *\"b\"* `c`](d.png 'T')",
      """
      <p><img src="d.png" alt="Un &quot;b&quot; c" title="T" decoding="async" /></p>\n
      """
    ),
    (
      "![Une vue](https://ailleurs.example/a.png)",
      "<p><a href=\"https://ailleurs.example/a.png\">Une vue</a></p>\n"
    ),
    (
      "[![Une vue](https://ailleurs.example/a.png)](guide.md)",
      "<p><a href=\"guide/\">Une vue</a></p>\n"
    ),
    ("![Perdue](perdue.png)", "<p>Perdue</p>\n"),
  ])
  func writesImages(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test func loadsImagesBelowTheFirstWhenTheyComeNear() {
    let figure = "```figure\nimage: b.png\nalt: b\n```\n"
    let page = html("![a](a.png)\n\n\(figure)\n![c](c.png)")
    let attributes = page.split(separator: "<img ").dropFirst().map {
      $0.contains("loading=\"lazy\"")
    }
    #expect(attributes == [false, true, true])
  }

  @Test func letsBrowsersChooseAWidth() {
    #expect(
      html("![Une photo](photo.jpg)") == """
        <p><img src="photo-960.webp" alt="Une photo" srcset="photo-480.webp 480w, \
        photo-960.webp 960w" sizes="\(ShownImage.sizes)" width="960" height="640" \
        data-teinte="#1f6f8b" decoding="async" /> \
        <a class="animation" href="photo.jpg">Voir l’animation</a></p>\n
        """)
  }

  @Test func reportsAnImageWithoutAlternative() {
    let document = render("texte ![](salle.jpg) ![a](salle.jpg)")
    #expect(document.findings == ["markdown.image-alt 1:11 9"])
    #expect(document.images.map(\.alternative) == ["", "a"])
  }

  @Test(arguments: [
    ("[[World café|le `café`]]", "<a href=\"../world-cafe/\">le café</a>"),
    ("\\[\\[World café\\]\\] et \\[[World café]]", "[[World café]] et [[World café]]"),
    // Nothing closes it.
    ("[[a b@c.fr d", "[[a <a href=\"mailto:b@c.fr\">b@c.fr</a> d"),
    ("[[a `b` c", "[[a <code>b</code> c"),
    ("[[1, `a`], [2, `b`]]", "[[1, <code>a</code>], [2, <code>b</code>]]"),
    ("`[[World café]]` et `\\[\\[x`", "<code>[[World café]]</code> et <code>\\[\\[x</code>"),
  ])
  func readsWikiLinksWithCodeAndNoneThatIsEscaped(text: String, expected: String) {
    for rawHTML in [MarkdownOptions.RawHTML.safe, .omit] {
      let options = MarkdownOptions(typography: .none, rawHTML: rawHTML)
      #expect(html(text, options) == "<p>\(expected)</p>\n")
    }
  }
}
