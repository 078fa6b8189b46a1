import Diagnostics
import Testing

@testable import MarkdownRendering

/// What MyST, Pandoc, Obsidian, Logseq, docsify and kramdown write, by what it is the same as.
@Suite struct ForeignSyntaxTests {
  private static let plain = MarkdownOptions(typography: .none, rawHTML: .safe)

  @Test(arguments: [
    ("!!!note \"T\"\n    Un.\n", "> [!note] T\n> Un.\n"),
    ("??? \"T\"\n    Un.\n", "> [!details]- T\n> Un.\n"),
    ("???note\n    Un.\n", "> [!note]-\n> Un.\n"),
    ("> [!note]Titre collé\n> Un.\n", "> [!note] Titre collé\n> Un.\n"),
    ("```{note}\nUn **gras**.\n```\nFin.\n", "> [!note]\n> Un **gras**.\n\nFin.\n"),
    ("```{admonition} T\n:class: tip\nUn.\n```\n", "> [!tip] T\n> Un.\n"),
    (":::{admonition} T\n:class: tip\nUn.\n:::\n", "> [!tip] T\n> Un.\n"),
    ("````{tab-set}\n```{tab-item} Un\nDeux.\n```\n````\n", "=== \"Un\"\n    Deux.\n"),
    ("```{code-block} python\n:linenos:\nx = 1\n```\n", "```python\nx = 1\n```\n"),
    ("```{.python .x}\nx = 1\n```\n", "```python\nx = 1\n```\n"),
    ("```{r echo=FALSE}\nx\n```\n", "```r\nx\n```\n"),
    (
      "```{figure} salle.jpg\n:alt: Une salle\n:width: 200px\n\nLa *salle*\n```\n",
      "![Une salle|200](salle.jpg)\n\nLa *salle*\n"
    ),
    ("{kbd}`Ctrl` et {term}`mot`\n", "`Ctrl` et mot\n"),
    ("{doc}`World café`\n", "[[World café]]\n"),
    ("#+BEGIN_NOTE\nUn.\n#+END_NOTE\nFin.\n", "> [!note]\n> Un.\n\nFin.\n"),
    ("[texte]([[World café]]) `[a]([[b]])`\n", "[[World café|texte]] `[a]([[b]])`\n"),
    ("![Un plan](salle.jpg){:height 560, :width 960}\n", "![Un plan](salle.jpg)\n"),
    ("![Un plan](salle.jpg =300x200)\n", "![Un plan|300x200](salle.jpg)\n"),
    ("![Un plan](salle.jpg ':size=300')\n", "![Un plan|300](salle.jpg)\n"),
    ("[a](guide.md ':ignore')\n", "[a](guide.md)\n"), ("1. TOC\n{:toc}\n\nUn.\n", "Un.\n"),
    ("* Contents\n{:toc}\n\nUn.\n", "Un.\n"),
    ("[X]\n\n[X]: {% link guide.md %}\n", "[X](/guide.md)\n"),
    (
      "Texte^[Une *note*, [a](guide.md).] suite.\n",
      "Texte[^1] suite.\n\n[^1]: Une *note*, [a](guide.md).\n"
    ),
    ("Pomme\nPoire\n: Un fruit\n", "Pomme\n: Un fruit\n"),
    ("Un.\n\n{/* caché */}\n\nDeux.\n", "Un.\n\nDeux.\n"),
    ("L’aire \\( \\pi r^2 \\) et \\(non\\)\n", "L’aire $$ \\pi r^2 $$ et \\(non\\)\n"),
    ("$`x+y`$\n", "$x+y$\n"), ("\\[\nx\n\\]\n", "```math\nx\n```\n"),
    ("\\[1\\] x\n", "&#91;1&#93; x\n"),
    ("Un {% raw %}`{{ a }}`{% endraw %} et deux.\n", "Un `{{ a }}` et deux.\n"),
    ("{% raw %}`{{ a }}`{% endraw %} et deux\ntrois.\n", "`{{ a }}` et deux\ntrois.\n"),
    (
      "Un\n{% raw %}{{ a }}\nb{% endraw %} et {%- raw -%}c{%- endraw -%}.\n",
      "Un\n{{ a }}\nb et c.\n"
    ),
    ("- {% raw %}`{{ a }}`{% endraw %}\n- b\n", "- `{{ a }}`\n- b\n"),
    ("Un `{% raw %}{{ a }}{% endraw %}`, `{% raw %}`.\n", "Un `{{ a }}`, `{% raw %}`.\n"),
    ("{% raw %}\nUn.\n{% endraw %}\nDeux.\n", "Un.\n\nDeux.\n"),
    ("```\n{% raw %}\n{{ a }}\n{% endraw %}\n```\n", "```\n{{ a }}\n```\n"),
    (
      "- a\n\n  ~~~ html\n  <b>{% raw %}{{ a }}{% endraw %}</b>\n  ~~~\n",
      "- a\n\n  ~~~ html\n  <b>{{ a }}</b>\n  ~~~\n"
    ),
    ("```\n{% raw %}\n{{ a }}\n```\n{% endraw %}\n", "```\n{% raw %}\n{{ a }}\n```\n"),
    ("```\n{% endraw %} {% raw %}\n```\n", "```\n{% endraw %} {% raw %}\n```\n"),
    (
      "> ```\n> {%- raw -%}\n> {% raw %} a\n> {%- endraw -%} b\n> ```\n",
      "> ```\n> {% raw %} a\n>  b\n> ```\n"
    ),
    (
      "{% highlight liquid %}\n{% raw %}\n{{ a }}\n{% endraw %}\n{% endhighlight %}\n",
      "```liquid\n{{ a }}\n```\n"
    ),
    ("====== Un ======\nDeux.\n=== Trois ===\n", "# Un\n\nDeux.\n\n#### Trois\n"),
    ("===== Un =====\r\n- a\n\n  ==== Deux ====\n", "## Un\n\n- a\n\n  ### Deux\n"),
    ("==Un==\n\n=== Un ==\n\n=== ===\n", "<mark>Un</mark>\n\n&#61;== Un ==\n\n&#61;== ===\n"),
    ("## Un :id=b\n\n### Deux :id=c-d {docsify-ignore}\n", "## Un {#b}\n\n### Deux {#c-d}\n"),
    ("## Un {docsify-ignore-all}\n\n## a :id= b\n", "## Un\n\n## a :id= b\n"),
    ("[a]({{< ref \"guide.md\" >}}) [b]({{%relref 'guide'%}})\n", "[a](guide.md) [b](guide)\n"),
    ("[a]({{< ref path=\"guide.md#x y\" lang=\"fr\" >}})\n", "[a](guide.md#x%20y)\n"),
    ("{% code %}Un{% endcode %} deux.\n", "Un\n\ndeux.\n"),
    ("{% hint %}\nUn\n{% endhint %} deux.\n", "> [!info]\n> Un\n\ndeux.\n"),
    (
      "{% tabs %}\n{% tab title=\"T\" %}\nUn.\n{% endtab %}{% endtabs %}\n",
      "=== \"T\"\n\n    Un.\n"
    ),
  ])
  func isReadAsWhatItIs(_ text: String, _ same: String) {
    let terms = ("<dt>Poire</dt>\n", "")
    #expect(html(text, Self.plain).replacing(terms.0, with: terms.1) == html(same, Self.plain))
  }

  @Test func keepsEnvironmentsOfFormulasWhole() {
    #expect(
      html("\\begin{equation}\na_1\n\\end{equation}\n", Self.plain)
        == "<div class=\"math\">\\begin{equation}\na_1\n\\end{equation}\n</div>\n")
  }

  @Test func showsImagesAtTheirWidth() {
    let written = html("![Plan|320](salle.jpg)", Self.plain)
    #expect(written.contains("alt=\"Plan\" width=\"320\" height=\"240\""))
  }

  @Test func makesPlacesOfTheNamesOfBlocks() {
    let document = render(
      "(cible)=\n## Partie\n\nUn texte. ^abc123\n\nVoir {ref}`cible`, [ici](cible).\n", Self.plain)
    #expect(document.anchors == ["cible", "abc123"])
    #expect(document.headings.first?.text == "Partie")
    #expect(document.htmlText.contains("Un texte. <span id=\"abc123\"></span></p>"))
    #expect(document.htmlText.contains("<a href=\"#cible\">cible</a>"))
    #expect(html("2 ^3 et x ^2\nici\n", Self.plain) == "<p>2 ^3 et x ^2\nici</p>\n")
  }

  @Test func makesPlacesOfEmptyLinksWithAName() {
    let text = "[](){#ici}\n\nUn [](){: #la } texte, [x](#ici).\n"
    #expect(render(text, Self.plain).anchors == ["ici", "la"])
    #expect(!html(text, Self.plain).contains("{"))
  }

  /// What only another tool reads, once a kind.
  @Test(arguments: [
    ("Un <% tp.date.now() %>.\n\n<%= b %>\n", "« <% … %> »"),
    ("Un {--deux--} {>>trois<<}.\n", "« {--…--} »"),
    ("```dataview\nTABLE a\n```\n\n```tasks\na\n```\n", "extension d’Obsidian"),
    ("{{% notice tip %}}\nUn\n{{% /notice %}}\n", "raccourci de Hugo"),
  ])
  func tellsOfWhatOnlyAnotherToolReads(text: String, words: String) {
    let told = render(text, Self.plain).diagnostics
    #expect(told.map(\.id) == ["markdown.foreign-tag"])
    #expect(told.first?.message.french.contains(words) == true)
  }

  @Test func leavesWhatNoToolReads() {
    #expect(render("`<% a %>`, a <% b, {-- c, { -d- }.\n", Self.plain).diagnostics.isEmpty)
  }

  @Test func explainsAbbreviations() {
    #expect(
      html("Le HTML, XHTML.\n\n*[HTML]: Hyper Text\n", Self.plain)
        == "<p>Le <abbr title=\"Hyper Text\">HTML</abbr>, XHTML.</p>\n")
  }
}
