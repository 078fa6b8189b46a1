import Testing

@testable import MarkdownRendering

/// Markdown inside HTML and components.
@Suite struct ElementDialectTests {
  private static let safe = MarkdownOptions(typography: .none, rawHTML: .safe)

  @Test(arguments: [
    (
      "<div markdown=\"1\">\nText **bold**\n</div>\n",
      "<div>\n<p>Text <strong>bold</strong></p>\n</div>\n"
    ),
    (
      "<div id=\"a\" markdown=\"block\">\n    - un\n    - deux\n</div>\nFin.\n",
      "<div id=\"a\">\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n</div>\n<p>Fin.</p>\n"
    ),
    ("<div markdown>**a**</div>\n", "<div>\n<p><strong>a</strong></p>\n</div>\n"),
    ("<p markdown=\"span\">\n*a*\n</p>\n", "<p><em>a</em></p>\n"),
    (
      "<details><summary>R</summary>\ntext **x**\n</details>\nFin\n",
      "<details>\n<summary>R</summary>\n<p>text <strong>x</strong></p>\n</details>\n<p>Fin</p>\n"
    ),
    (
      "<details>\n  <summary>R</summary>\n  text **x**\n</details>\n",
      "<details>\n<summary>R</summary>\n<p>text <strong>x</strong></p>\n</details>\n"
    ),
    (
      "<details><summary>R</summary>**x**</details>\n",
      "<details>\n<summary>R</summary>\n<p><strong>x</strong></p>\n</details>\n"
    ),
    (
      "<div markdown=\"1\">\n<div>\n\n*a*\n\n</div>\n\n*b*\n</div>\n",
      "<div>\n<div>\n<p><em>a</em></p>\n</div>\n<p><em>b</em></p>\n</div>\n"
    ),
    (
      "<div markdown=\"1\">\n```\n</div>\n```\n</div>\n",
      "<div>\n<pre><code>&lt;/div&gt;\n</code></pre>\n</div>\n"
    ),
    ("<Carte titre={a > b}>\n  Le **gras**\n</Carte>\n", "<p>Le <strong>gras</strong></p>\n"),
    (
      "<Carte\n  titre=\"T\"\n  lien={a > b}\n>\n  Le **gras**\n</Carte>\n\nFin\n",
      "<p>Le <strong>gras</strong></p>\n<p>Fin</p>\n"
    ),
    ("Voir <Lien mot={\"ici\"} vers={f('/a')} />. Fin\n", "<p>Voir . Fin</p>\n"),
    (
      "Si a <b={c} et `<Lien a={b} />`\n",
      "<p>Si a &lt;b={c} et <code>&lt;Lien a={b} /&gt;</code></p>\n"
    ),
    ("<Carte\n\nUn\n", "<p>&lt;Carte</p>\n<p>Un</p>\n"),
    ("<div>\n**a**\n</div>\n", "<div>\n**a**\n</div>\n"),
    ("Le <Nom> **a**\n", "<p>Le &lt;Nom&gt; <strong>a</strong></p>\n"),
  ])
  func readsTheContent(_ text: String, _ expected: String) {
    #expect(html(text, Self.safe) == expected)
  }

  @Test func readsAlertsAndTabsOfComponents() {
    let callout = html("<Callout type=\"info\">\n  Le **gras**\n\n  - a\n</Callout>\n", Self.safe)
    #expect(callout == html("> [!info]\n> Le **gras**\n>\n> - a\n", Self.safe))
    let tabs = "<Tabs items={['a', 'b', 'c']}>\n<TabItem label=\"A\">\n*un*\n</TabItem>\n</Tabs>\n"
    #expect(html(tabs, Self.safe) == html("=== \"A\"\n\n    *un*\n", Self.safe))
    #expect(render(tabs, Self.safe).findings == [])
  }

  @Test(arguments: [
    ("List<String> et x<y>z", "List&lt;String&gt; et x&lt;y&gt;z"),
    ("Cher <nom>, bonjour", "Cher &lt;nom&gt;, bonjour"),
    ("un <mark>mot</mark>", "un <mark>mot</mark>"),
    ("un <foo>mot</foo>", "un mot"), ("a <center>b</center>", "a b"),
  ])
  func showsNamesThatAreNoElements(_ text: String, _ expected: String) {
    #expect(html(text, Self.safe) == "<p>\(expected)</p>\n")
  }

  @Test func pointsAtTheLinesOfTheSource() {
    #expect(
      render("<div markdown=\"1\">\n  [a](perdu.md)\n</div>\n\n[b](perdu.md)\n", Self.safe).findings
        == ["link.dangling 2:7 8", "link.dangling 5:5 8"])
  }
}
