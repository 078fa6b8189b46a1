import Diagnostics
import Testing

@testable import MarkdownRendering

/// Marks, formulas, comments, attributes and definitions of other tools.
@Suite struct InlineDialectTests {
  private static let plain = MarkdownOptions(typography: .none)

  @Test(arguments: [
    ("==un **deux** trois==", "<mark>un <strong>deux</strong> trois</mark>"),
    ("++ajouté++ ici", "<ins>ajouté</ins> ici"),
    ("^^ajouté *ici*^^ et `^^là^^`", "<ins>ajouté <em>ici</em></ins> et <code>^^là^^</code>"),
    (
      "++ctrl+alt+f4++, ++esc++",
      "<code>ctrl</code>+<code>alt</code>+<code>f4</code>, <code>esc</code>"
    ),
    ("++un+deux++", "<ins>un+deux</ins>"),
    ("`#!python a = 1` et `#!/bin/sh x`", "<code>a = 1</code> et <code>#!/bin/sh x</code>"),
    (
      "\\(_in English_\\) et \\(a\\_1\\)",
      "(<em>in English</em>) et <span class=\"math\">a\\_1</span>"
    ),
    ("\\([lien](guide/#a=1)\\)", "(<a href=\"guide/#a=1\">lien</a>)"),
    ("Signe ^^ seul, ou ^^ entouré ^^ d’espaces", "Signe ^^ seul, ou ^^ entouré ^^ d’espaces"),
    ("H~2~O, 2^e^ et m^2^", "H<sub>2</sub>O, 2<sup>e</sup> et m<sup>2</sup>"),
    ("~~barré~~", "<del>barré</del>"),
    ("10~20 personnes, 30~40 minutes", "10~20 personnes, 30~40 minutes"),
    ("C++ et G++, i++, a==b ou c==d", "C++ et G++, i++, a==b ou c==d"),
    ("~/a et ~/b", "~/a et ~/b"), ("a %%caché%% b", "a  b"), ("100%% de 50%%", "100%% de 50%%"),
    ("[lien](guide/){:target=\"_blank\"} et", "<a href=\"guide/\">lien</a> et"),
    ("`code`{.py} et mot{: .rouge }", "<code>code</code> et mot"),
    ("[ti]{lang=br} et {x}", "<span lang=\"br\">ti</span> et {x}"),
    ("$a \\\\ b_1*c*$ et 5 $ ou 6 $", "<span class=\"math\">a \\\\ b_1*c*</span> et 5 $ ou 6 $"),
    ("coûte 5$ et $HOME/$USER", "coûte 5$ et $HOME/$USER"),
    ("Fait :white\\_check\\_mark: ici", "Fait ✅ ici"), (":pas\\_un\\_nom:", ":pas_un_nom:"),
    ("__un__{ title=\"Dit\" } et *deux*{.a}", "<strong>un</strong> et <em>deux</em>"),
    ("__[lien](guide/)__{title=\"Aller\"}", "<strong><a href=\"guide/\">lien</a></strong>"),
    ("5 *{a=b}* et \\*{a=b}", "5 <em>{a=b}</em> et *{a=b}"),
    ("\\$a$ et `$b$`", "$a$ et <code>$b$</code>"),
  ])
  func readsMarks(_ text: String, _ expected: String) {
    #expect(html(text, Self.plain) == "<p>\(expected)</p>\n")
  }

  @Test func hidesAttributesOfImages() {
    #expect(!html("![Un plan](salle.jpg){ width=300 .centre }").contains("{"))
    #expect(
      html("Un.\n{: .note }\n\nDeux.\n\n{:.no_toc}\n", Self.plain) == "<p>Un.</p>\n<p>Deux.</p>\n")
  }

  @Test(arguments: [
    ("$$\na \\\\ b\n= c\n$$\n", "a \\\\ b\n= c\n"), ("$$ a_1 $$\n", " a_1 \n"),
    ("```math\nx^2\n```\n", "x^2\n"),
  ])
  func keepsFormulasWhole(_ text: String, _ formula: String) {
    let document = render(text)
    #expect(document.htmlText == "<div class=\"math\">\(formula)</div>\n")
    #expect(document.findings == ["markdown.foreign-tag 1:1 1"])
  }

  @Test func readsDefinitions() {
    #expect(
      html("Pomme\n: Fruit **mûr**\n: Marque\n\nPoire\n:   Fruit\n\n    Suite\n", Self.plain)
        == """
        <dl>
        <dt>Pomme</dt>
        <dd>Fruit <strong>mûr</strong></dd>
        <dd>Marque</dd>
        <dt>Poire</dt>
        <dd>
        <p>Fruit</p>
        <p>Suite</p>
        </dd>
        </dl>

        """)
  }

  @Test func readsDefinitionsInAList() {
    let written = html("1. Un\n\n   Terme\n   : définition\n\n2. Deux\n", Self.plain)
    #expect(written.contains("<dl>\n<dt>Terme</dt>\n<dd>définition</dd>\n</dl>\n</li>"))
    let item = html("- Terme\n  : définition\n- Autre\n", Self.plain)
    #expect(
      item.contains("<li>\n<dl>\n<dt>Terme</dt>\n<dd>définition</dd>\n</dl>\n</li>\n<li>Autre"))
  }

  @Test(arguments: [
    ("> Terme\n> : définition\n", "<blockquote>\n@</blockquote>\n"),
    ("> Un\n>\n>Terme\n>: définition\n", "<blockquote>\n<p>Un</p>\n@</blockquote>\n"),
    (
      "- a\n\n  > Terme\n  > : définition\n\nb\n",
      "<ul>\n<li>\n<p>a</p>\n<blockquote>\n@</blockquote>\n</li>\n</ul>\n<p>b</p>\n"
    ),
    (
      "> Terme\n> : définition\n\n> b\nc\n",
      "<blockquote>\n@</blockquote>\n<blockquote>\n<p>b\nc</p>\n</blockquote>\n"
    ),
    (
      "> Terme\n\n> : b\n",
      "<blockquote>\n<p>Terme</p>\n</blockquote>\n<blockquote>\n<p>: b</p>\n</blockquote>\n"
    ),
    (
      "> ```\n> a\n> : b\n> ```\n",
      "<blockquote>\n<pre><code>a\n: b\n</code></pre>\n</blockquote>\n"
    ),
    (
      "> > a\n> b\n>\n> Terme\n> : définition\n",
      "<blockquote>\n<blockquote>\n<p>a\nb</p>\n</blockquote>\n@</blockquote>\n"
    ),
    ("> ::: note\n> a\n", "<blockquote>\n<p>::: note\na</p>\n</blockquote>\n"),
  ])
  func readsDefinitionsInAQuotation(_ text: String, _ expected: String) {
    let list = "<dl>\n<dt>Terme</dt>\n<dd>définition</dd>\n</dl>\n"
    #expect(html(text, Self.plain) == expected.replacing("@", with: list))
  }

  @Test(arguments: ["> Un[^1].\n>\n> [^1]: La note.\n", "Un[^1].\n\n> [^1]: La note.\n"])
  func readsNotesInAQuotation(_ text: String) {
    let document = render(text)
    #expect(document.htmlText.contains("La note."))
    #expect(document.htmlText.contains("class=\"footnotes\""))
    #expect(document.findings == [])
  }

  @Test func tellsOfANoteInAQuotationThatNothingCalls() {
    #expect(render("> Un.\n>\n> [^1]: A\n").findings == ["markdown.uncalled-note 3:3 1"])
    #expect(render("> ^[Dans les mots] a.\n").htmlText.contains("Dans les mots"))
  }

  @Test(arguments: [
    "Voici un texte\nsur deux lignes\n: la suite\n", ": seul\n", "- a\n: b\n", "# Titre\n: b\n",
  ])
  func leavesColonsAlone(_ text: String) { #expect(!html(text).contains("<dl>")) }

  @Test(arguments: [
    "%% caché %%\n", "%%\ncaché\n\ncaché\n%%\n", "[TOC]\n", "{% comment %}\na\n{% endcomment %}\n",
  ])
  func hidesWhatIsForTheWriter(_ text: String) {
    #expect(html("Avant.\n\n\(text)\nAprès.\n", Self.plain) == "<p>Avant.</p>\n<p>Après.</p>\n")
  }

  @Test func namesEmoji() {
    #expect(
      html("Bravo :tada: et :pas_un_nom: à 10:30:20", Self.plain)
        == "<p>Bravo 🎉 et :pas_un_nom: à 10:30:20</p>\n")
    #expect(render("## Bravo :tada:").headings.first?.text == "Bravo 🎉")
    #expect(html("`:tada:`", Self.plain) == "<p><code>:tada:</code></p>\n")
    // The icons of Material say nothing of their own.
    #expect(
      html("Un :octicons-heart-fill-24:{ .coeur } deux :material-pen:\n", Self.plain)
        == "<p>Un  deux </p>\n")
  }

  @Test(arguments: ["thumbsup", "punch", "satisfied", "poop", "collision", "window", "heart_hands"])
  func knowsTheOtherNamesOfEmoji(_ name: String) {
    #expect(!html(":\(name):", Self.plain).contains(":"))
    #expect(html("\\:\(name): et `:\(name):`", Self.plain).contains("<p>:\(name): et"))
  }

  @Test(arguments: [
    ("Les agent*es et les citoyen*nes.", "Les agent*es et les citoyen*nes."),
    ("Les étudiant*e*s du lab", "Les étudiant*e*s du lab"), ("3*4*5 carreaux", "3*4*5 carreaux"),
    ("*Les agent*es du lab*", "<em>Les agent*es du lab</em>"), ("*mot*s ici", "<em>mot</em>s ici"),
    ("l’*agente* et d’*elle*", "l’<em>agente</em> et d’<em>elle</em>"),
    ("un*tout*petit", "un<em>tout</em>petit"),
    (
      "`agent*es` agent*es [a](b*es*c.md)",
      "<code>agent*es</code> agent*es <a href=\"b*es*c.md\">a</a>"
    ),
  ])
  func leavesTheAsterisksOfWordsAlone(_ text: String, _ expected: String) {
    #expect(html(text, Self.plain) == "<p>\(expected)</p>\n")
    let inline = MarkdownRenderer(options: Self.plain).renderInline(
      text, at: SourceLocation(path: "a.md"), lang: "fr", links: SampleLinks())
    #expect(String(decoding: inline.html, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("a\n\n{% include x.html %} {% b %}\n", "3:1"), ("Voir {{ page.title }}\n", "1:6"),
    ("{{< figure src=\"x.png\" >}}\n", "1:1"), ("```js\n<<< @/a.js\n```\n", "2:1"),
    ("a\n\n<<< @/a.js\n", "3:1"), ("import X from './x'\n", "1:1"),
    ("```mermaid\ngraph\n```\n", "1:1"), ("[x]({{ site.url }}/a b)\n", "1:5"),
    ("::: a.b.c\n", "1:1"),
  ])
  func tellsOnceWhatStaysForeign(_ text: String, _ place: String) {
    #expect(
      render(text).findings.filter { $0.contains("foreign") } == ["markdown.foreign-tag \(place) 1"]
    )
    #expect(!render(text).findings.contains { $0.contains("unread") })
  }

  @Test(arguments: ["`{{ x }}` et `{% y %}`\n", "```\n{{ x }}\n{% y %}\n```\n", "{x} et {y}\n"])
  func saysNothingOfCode(_ text: String) { #expect(render(text).findings == []) }

  @Test func tellsNotesThatNothingCalls() {
    #expect(render("Un[^1].\n\n[^1]: A\n[^Deux]: B\n").findings == ["markdown.uncalled-note 4:1 1"])
    #expect(!render("Un.\n\n[^a b]: Deux\n").findings.contains { $0.contains("uncalled") })
    #expect(render("Un[^É].\n\n[^é]: A\n\n```\n[^x]: B\n```\n").findings == [])
  }
}
