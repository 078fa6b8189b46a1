import Testing

@testable import MarkdownRendering

/// Texts made of one or two constructs, again and again, chosen by a seed.
@Suite struct RepeatedConstructTests {
  private static let pieces = [
    "a", "é", " ", "\t", "\n", "\n\n", "\r", "*", "**", "_", "~", "~~", "`", "``", "[", "![",
    "[a](", "]",
    "](", "](b)", "[a]", "[]", "[a][b]", "[a]: b\n", "[a]: \"", "[^a]", "[^a]: b\n", "[[", "]]",
    "[[a|",
    "<", "<a", "<a b=\"", "<!--", "<!A ", "<?", "<![CDATA[", "</a>", "<http:a>", "&", "&amp;",
    "&#1;",
    "\\", "\\|", "|", "|-", "|a", "-|", "a|b\n-|-\n", "|a|\n", "|-|\n", "- ", "- a\n", "-\n", "1. ",
    "1.\n", "> ", ">\n", "> a\n", "# ", "#", "===\n", "---\n", "```\n", "~~~ a\n", "    a\n",
    "<div>\n",
    "www.", "www.a_", "http://", "http://a)", "://", "@", "a@b.c", "a@b.c ", "[ http://a ",
    "http://a ", "{{#include a}}", "mailto:", ":", "w",
    "a*",
    "*a ", "a_", "*a **b ", "'", "\"", "« ", " !", "{", "}", "$", "$$\n", "$a", "==", "==a ", "++",
    "^", "^a",
    "%%", ":::", "::: tip\n", ":::\n", "!!! note\n", "    ", "??? a\n", "/// tip\n", "///\n",
    "{% hint %}\n",
    "{% endhint %}\n", "{{", "{%", "{{<", "}}", "%}", ": a\n", "a\n: b\n", "{: .a}", "{.a}",
    "=== \"a\"\n",
    "+---+\n", "+---+\n| a |\n", "id:: a\n", ":LOGBOOK:\n", "import {\n", "export const a = {\n",
    "Table: {#tbl\n", "@fig:a ", "((", ":material-a:{.a}", "::: {.a}\n",
    "<A>\n", "</A>\n", "<A b={\n", "<details>\n", "<details><summary>", "</summary>\n",
    "<div markdown>\n",
    "<a markdown>", "<x>", "</x>", "```{note}\n", "```{figure} a\n", ":a: b\n", "(a)=\n", "a ^ab\n",
    "^ab\n",
    "^[a", "^[a]", "{ref}`a`", "{ref}`", "\\(a^", "\\(a^2\\)", "a*es ", "a*e", "*[A]: b\n", "A",
    "[a]([[", "![a](b =1x1)",
    "#+BEGIN_NOTE\n", "#+END_NOTE\n", "\\[\n", "\\begin{a}\n", "{/*\n", "A\n: b\n",
    "   A\n   : b\n",
    "<!-- @include: a -->\n", "1. TOC\n{:toc}\n", "![a|300](b)",
    ":tada:", ":a", "[TOC]\n", "> [!tip] a\n", "--8<-- \"a\"\n", "import a\n",
  ]

  /// A generator of numbers, the same at each run (Marsaglia's xorshift).
  private struct SeededNumbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }

  @Test(.timeLimit(.minutes(30)), arguments: 1...4)
  func writesLittleOfAnyRepetition(_ seed: Int) {
    var numbers = SeededNumbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<24 {
      let prefix = ["", "x ", "> ", "- ", "| a |\n| - |\n| ", "[a]: /u\n\nx ["][
        numbers.next(below: 6)]
      let first = Self.pieces[numbers.next(below: Self.pieces.count)]
      let second = Self.pieces[numbers.next(below: Self.pieces.count)]
      let half = 15_000
      let text =
        prefix + String(repeating: first, count: half / first.utf8.count)
        + (numbers.next(below: 2) == 0 ? "\n" : "")
        + String(repeating: second, count: half / second.utf8.count)
      #expect(
        render(text).html.count < 400 * text.utf8.count,
        "\(prefix.debugDescription) \(first.debugDescription) \(second.debugDescription)")
    }
  }
}
