import Testing

@testable import ContentModel

/// Which heading of a text is its title.
struct TitleHeadingTests {
  @Test(arguments: [
    ("# Titre\n", 0), ("\n\n  # Titre ##\n", 2), ("#\tTitre\n", 0), ("Titre\n=====\n", 0),
    ("[TOC]\n\n# Titre\n", 2), ("[[_TOC_]]\n# Titre\n", 1), ("* TOC\n{:toc}\n\n# Titre\n", 3),
    ("import X from './x'\n\n# Titre\n", 2), ("import {\n  A,\n} from 'a';\n\n# Titre\n", 4),
    ("[a]: https://a.example\n[^1]: note\n    suite\n\n# Titre\n", 4),
    ("%% c %%\n# Titre\n", 1), ("%%\nc\n\n%%\n# Titre\n", 4),
    ("::: v-pre\n# Titre\n:::\n", 1), ("--8<-- \"x.md\"\n\n# Titre\n", 2),
    ("{{#include x.md}}\n\n# Titre\n", 2), ("{% include x %}\n# Titre\n", 1),
    ("<!-- c -->\n# Titre\n", 1), ("<!--\nc\n\nd\n-->\n\n# Titre\n", 6),
    ("<a id=\"x\"></a>\n\n# Titre\n", 2), ("(cible)=\n# Titre\n", 1), ("---\n\n# Titre\n", 2),
    ("<script setup>\nconst a = 1\n\nconst b = '# x'\n</script>\n\n# Titre\n", 6),
    ("![Essais](https://a.example/b.svg)\n[![Licence](c.svg)](d)\n\n# Titre\n", 3),
    ("[English](en.md) | [[Page]]\n\n# Titre\n", 2),
    ("<p align=\"center\">\n  <img src=\"logo.png\">\n</p>\n\n# Titre\n", 4),
    ("<div align=\"center\">\n\n# Titre\n\n</div>\n", 2),
    ("<h1>Titre</h1>\n", 0), ("<H1 align=\"center\">\n  <b>Titre</b>\n</H1>\n\n# Autre\n", 0),
    ("<div>\n<img src=\"a.png\">\n<h1 id=\"a\">Titre</h1>\n</div>\n", 2),
    ("!!! note\n    Texte.\n\n# Titre\n", 3), ("::: tip\nTexte.\n:::\n\n# Titre\n", 4),
    ("```sh\n# installer\n```\n\n# Titre\n", 4), ("- a\n\n# Titre\n", 2),
    ("::: tip\n# Astuce\n:::\n\n# Titre\n", 4), ("<pre>\n# a\n\n# b\n</pre>\n\n# Titre\n", 6),
    ("    # code\n\n# Titre\n", 2), ("## A\n\n# Titre\n", 2), ("# \n\n# Titre\n", 2),
  ])
  func readsTheTitle(text: String, line: Int) {
    let title = TitleHeading(of: Array(text.utf8)[...])
    #expect(title?.words == "Titre")
    #expect(title?.line == line)
  }

  @Test func readsATitleOfSeveralLines() {
    #expect(TitleHeading(of: Array("Un titre\n*long*\n===\n".utf8)[...])?.words == "Un titre long")
  }

  @Test(arguments: [
    "", "Texte.\n", "Texte.\n\n# Titre\n\nSuite.\n\n## A\n", "Texte.\n\nTitre\n===\n",
    "## A\n\nTexte.\n\n# Exemple\n", "## A\n", "#Titre\n", "Texte.\n\n# A\n\n# B\n",
    "## A\n\nB\n===\n\n# C\n",
    "- a\n===\n", "> # A\n", "```\n# a\n", "\t# code\n", "Texte\n---\n", "a | b\n\n===\n",
    "<!-- # a\n", "::: tip\n# A\n", "<h1><img src=\"a.png\"></h1>\n", "#\n", "[a] b\n",
  ])
  func findsNoTitle(text: String) {
    #expect(TitleHeading(of: Array(text.utf8)[...]) == nil)
  }

  @Test func givesItsLineInTheFile() {
    let sheet = SmallSite().read("---\ndate: 2024-01-02\n---\n\n[TOC]\n\n# Titre\n").sheet
    #expect(sheet?.title == "Titre")
    #expect(sheet?.titleLine == 7)
    #expect(SmallSite().read("---\ntitre: A\n---\n# A\n").sheet?.titleLine == nil)
  }

  @Test(arguments: [
    ("titre: \"Arts &amp; m&eacute;tiers\"", "Arts & métiers"),
    ("titre: \"==Fête== :tada:\"", "Fête 🎉"),
  ])
  func readsTheWordsOfATitleInFrontMatter(line: String, title: String) {
    #expect(SmallSite().read("---\n\(line)\n---\n").sheet?.title == title)
  }

  @Test func readsTheWordsOfASummary() {
    let text = "---\ndescription: \"Le `code`, **fort**, [lien](a.md) et [[Page|là]]\"\n---\n"
    #expect(SmallSite().read(text).sheet?.summary == "Le code, fort, lien et là")
  }

  @Test func takesTheTitleOfATranslationFromItsText() {
    let original = SmallSite().read("---\ntitre: Atelier\n---\n").sheet
    let reading = SmallSite().read(
      "<!-- c -->\n\n# Workshop\n", at: "a.en.md", translating: original)
    #expect(reading.findings == [])
    #expect(reading.sheet?.title == "Workshop")
  }
}
