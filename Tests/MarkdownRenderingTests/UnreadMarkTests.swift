import Diagnostics
import Testing

@testable import MarkdownRendering

/// Marks that their writer meant, and that the page would show as they were typed.
@Suite struct UnreadMarkTests {
  @Test(arguments: [
    ("Un.\n\n##Dehors\n", "markdown.unread-heading 3:1 1"),
    ("#Mon titre collé\n\nUn.\n", "markdown.unread-heading 1:1 1"),
    ("– un\n– deux\n", "markdown.unread-list 1:1 1"),
    ("Voici :\n• un\n• deux\n", "markdown.unread-list 2:1 1"),
    ("·\tun\n·\tdeux\n", "markdown.unread-list 1:1 1"),
    ("Voici :\n\n-un\n-deux\n", "markdown.unread-list 3:1 1"),
    ("| a | b |\n| 1 | 2 |\n| 3 | 4 |\n", "markdown.unread-table 1:1 1"),
    ("| a | b |\n| --- |\n| 1 | 2 |\n", "markdown.unread-table 1:1 1"),
    ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n", "markdown.table-cells 3:1 1"),
    ("| a | b |\n| --- | --- |\n1 | `2 | 3`\n", "markdown.table-cells 3:1 1"),
    ("[Lien](guide.md) puis [le café](Mon café.md).\n", "markdown.unread-link 1:31 1"),
    ("![Plan](Plan de salle.png)\n", "markdown.unread-link 1:7 1"),
    ("(le lab)[https://exemple.fr]\n", "markdown.unread-link 1:9 1"),
    ("[le lab] (https://exemple.fr)\n", "markdown.unread-link 1:8 1"),
    ("Un texte[^1].\n", "markdown.unread-note 1:9 1"),
    ("**Un** mot, ** gras ** surtout.\n", "markdown.unread-bold 1:13 1"),
    ("Avant.\n\n```\ncode\n\nAprès.\n", "markdown.open-fence 3:1 1"),
    ("- a\n\n  ~~~\n  code\n\nAprès.\n", "markdown.open-fence 3:3 1"),
    ("Avant.\n\n<!-- jamais fermé\n\nTexte.\n", "markdown.open-html 3:1 1"),
    ("<?php echo 1\n\nTexte.\n", "markdown.open-html 1:1 1"),
    ("<!DOCTYPE\n\nTexte.\n", "markdown.open-html 1:1 1"),
    ("<![CDATA[\n\nTexte.\n", "markdown.open-html 1:1 1"),
    ("Voir [le café](cafe.md et la suite.\n", "markdown.unread-link 1:14 1"),
    ("Voir [le café](cafe.md “Titre”).\n", "markdown.unread-link 1:14 1"),
    ("Voir [la charte][charte].\n", "markdown.unread-reference 1:16 1"),
    ("![logo][logo]\n", "markdown.unread-reference 1:7 1"),
    ("Un texte[^une note].\n\n[^une note]: Une note.\n", "markdown.unread-note 1:9 1"),
  ])
  func tellsMarksThatThePageWouldShow(_ text: String, _ finding: String) {
    #expect(render(text).findings == [finding])
  }

  @Test(arguments: [
    "#bretagne et #lab\n", "Il fait -2 degrés.\n-3 demain.\n", "– Oui.\n– Non.\n",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n", "a | b\n--- | ---\n1 | 2\n1 \\| 2 | 3\n| 4\n",
    "> | a | b |\n> | --- | --- |\n> | 1 | `2 \\| 3` |\n", "Un[^1].\n\n[^1]: Note.\n",
    "**gras** et *penché*\n",
    "`[x](a b)` et `** a **`\n", "\\*\\*a\\*\\* et \\[x\\](a b) et [\\^1]\n", "```\ncode\n```\n",
    "> ```\n> code\n> ```\n", "    ```\n    code\n", "[x](<a b.md>) et [y](a%20b.md \"titre\")\n",
    "- [ ] à faire\n- [x] fait\n", "m[i][j] et f(x)[0][1]\n", "[a][b]\n\n[b]: guide.md\n",
    "<!-- a\n\nb -->\n\nc\n", "<!-- a -->\n\nb\n",
    "{% highlight yaml %}\na: 1\n{% endhighlight %}\n\nb\n", "Un cas (voir [1]) et f(x)[0].\n",
    "À compléter : ****\n",
  ])
  func leavesAloneWhatIsRead(_ text: String) {
    #expect(render(text).findings == [])
  }

  @Test(arguments: [
    ("[x](y.md", "parenthèse"), ("[x](y.md “t”)", "guillemets droits"),
    ("[x](a b.md)", "sans espace"),
  ])
  func advisesByTheCause(_ text: String, _ advice: String) {
    #expect(render(text).diagnostics.first?.expected?.french.contains(advice) == true)
  }

  @Test func closesInTheCopyWhatIsLeftOpen() {
    let allow = MarkdownOptions(rawHTML: .allow)
    #expect(html("Un.\n\n<!-- deux\n\ntrois\n", allow).hasSuffix("trois\n-->\n"))
  }

  @Test func findsEachLinkOfALineWhereItStands() {
    let line = """
      ![Plan][ref] [![Plan](salle.jpg)](perdu.md) ![Plan](perdue.png) [deux](perdu.md) [trois][perdu]

      [ref]: salle.jpg
      [perdu]: perdu.md
      """
    #expect(
      render(line).findings == [
        "link.dangling 1:35 8", "link.dangling 1:72 8", "link.dangling 1:83 1",
      ])
  }
}
