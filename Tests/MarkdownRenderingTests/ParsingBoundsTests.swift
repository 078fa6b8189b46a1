import Diagnostics
import Testing

@testable import MarkdownRendering

/// Texts that libcmark-gfm would read in more than linear time, or write in more than linear space.
@Suite struct ParsingBoundsTests {
  /// Pieces, how often each is repeated, and what is said of their whole.
  static let bombs: [(pieces: [(String, Int)], id: String)] = [
    ([(">", 40_000), ("a*", 40_000)], "markdown.nesting"),
    ([("[^1]:", 20_000), ("a*", 20_000)], "markdown.nesting"),
    ([("- * + ", 20_000)], "markdown.nesting"),
    ([("|", 40_000), ("\n", 1), ("|-", 40_000)], "markdown.bounds"),
    ([("|", 40_000), ("\n|-", 1)], "markdown.bounds"),
    ([("| a |\n| - |\n| ", 1), ("a|", 40_000)], "markdown.bounds"),
    ([("| a ", 900), ("\n", 1), ("|-", 900), ("\n", 1), ("|\n", 40_000)], "markdown.bounds"),
    ([("x ", 1), ("a\n-|-\n", 40_000)], "markdown.bounds"),
    ([("x ", 1), ("<?", 100_000)], "markdown.bounds"),
    ([("x ", 1), ("<![CDATA[", 60_000)], "markdown.bounds"),
    ([("[a]: /", 1), ("x", 20_000), ("\n\n", 1), ("[a] ", 4_000)], "markdown.bounds"),
    ([("- [x] [a]: /", 1), ("x", 20_000), ("\n\n", 1), ("[a] ", 4_000)], "markdown.bounds"),
    ([("[a\nb]: /", 1), ("x", 20_000), ("\n\n", 1), ("[a b] ", 4_000)], "markdown.bounds"),
    ([("[a\\\\]: /", 1), ("x", 20_000), ("\n\n", 1), ("[a\\\\] ", 4_000)], "markdown.bounds"),
    ([("a@b.c ", 40_000)], "markdown.bounds"),
    ([("x ", 1), ("_www.a", 20_000)], "markdown.bounds"),
    ([("http://", 20_000), (")", 20_000)], "markdown.bounds"),
    ([("\"", 1_600_000)], "markdown.bounds"), ([("'", 1_600_000)], "markdown.bounds"),
    ([(".", 1_600_000)], "markdown.bounds"),
    ([("-\n", 310_000)], "markdown.bounds"), ([("1.\n", 310_000)], "markdown.bounds"),
    ([("[^a]:\n", 310_000)], "markdown.bounds"), ([(">\n", 310_000)], "markdown.bounds"),
  ]

  /// What people write, and that is like it.
  static let writings: [[(String, Int)]] = [
    [("* ", 200), ("\n", 1)], [("[lien](guide.md) et a@b.fr, www.exemple.fr : ", 400)],
    [("| a | b |\n| - | - |\n", 1), ("| 1 | 2 |\n", 2_000)],
    [("- [lien](guide.md) et du texte\n", 1_200), ("- voir [a]: oui, et [[b]]: non\n", 1)],
    [("[a]: /adresse\n\n", 1), ("[a] ", 4_000)], [("- a\n  - b\n    - c\n", 500)],
    [("> > a\n\n", 1_000)], [("![](data:image/png;base64,", 1), ("www4A", 40_000), (")", 1)],
  ]

  private static func text(_ pieces: [(String, Int)]) -> String {
    pieces.map { String(repeating: $0.0, count: $0.1) }.joined()
  }

  @Test(arguments: bombs.indices)
  func refusesWhatWouldHoldTheMachine(_ index: Int) {
    let text = Self.text(Self.bombs[index].pieces)
    let document = render("Avant.\n\n" + text)
    #expect(document.diagnostics.map(\.id) == [Self.bombs[index].id])
    #expect(document.diagnostics.first?.severity == .error)
    #expect(document.html.isEmpty)
    let inline = MarkdownRenderer().renderInline(
      text, at: SourceLocation(path: "a.md"), lang: "fr", links: SampleLinks())
    #expect(inline.html.count < 8 * text.utf8.count)
  }

  @Test func tellsTheLineOfTheExcess() {
    let wide = "| a |\n| - |\n" + Self.text([("| b ", 3_000)])
    #expect(render("Avant.\n\n" + wide).findings == ["markdown.bounds 5:1 1"])
  }

  @Test(arguments: writings.indices)
  func readsWhatPeopleWrite(_ index: Int) {
    let document = render(Self.text(Self.writings[index]))
    #expect(!document.diagnostics.contains { $0.severity == .error })
  }
}
