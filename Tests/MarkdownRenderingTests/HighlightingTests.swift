import Testing

@testable import MarkdownRendering

/// The colours of code.
@Suite struct HighlightingTests {
  private func code(_ language: String, _ text: String) -> String {
    let start = "<pre><code class=\"language-\(language)\">"
    let written = html("```\(language)\n\(text)\n```\n")
    return String(written.dropFirst(start.count).dropLast("\n</code></pre>\n".count))
  }

  @Test(arguments: [
    ("sh", "if a # b", "<span class=\"k\">if</span> a <span class=\"c\"># b</span>"),
    (
      "json", "{\"a\": [1, true]}",
      "{<span class=\"n\">&quot;a&quot;</span>: [<span class=\"m\">1</span>, <span class=\"k\">true</span>]}"
    ),
    (
      "yaml", "a: \"b\" # c\n- d: 2",
      "<span class=\"n\">a</span>: <span class=\"s\">&quot;b&quot;</span> <span class=\"c\"># c</span>\n- <span class=\"n\">d</span>: <span class=\"m\">2</span>"
    ),
    (
      "html", "<p class=\"a\">b</p>",
      "<span class=\"k\">&lt;p</span> <span class=\"n\">class</span>=<span class=\"s\">&quot;a&quot;</span>&gt;b<span class=\"k\">&lt;/p</span>&gt;"
    ),
    (
      "css", "a { color: red; } /* é */",
      "a { <span class=\"n\">color</span>: red; } <span class=\"c\">/* é */</span>"
    ),
    (
      "js", "const a = `b\nc`", "<span class=\"k\">const</span> a = <span class=\"s\">`b\nc`</span>"
    ),
    (
      "python", "def f(): \"\"\"a\"\"\"",
      "<span class=\"k\">def</span> f(): <span class=\"s\">&quot;&quot;&quot;a&quot;&quot;&quot;</span>"
    ),
    ("rust", "let x: &'a str", "<span class=\"k\">let</span> x: &amp;'a str"),
    (
      "sql", "SELECT 'l''a' -- b",
      "<span class=\"k\">SELECT</span> <span class=\"s\">'l'</span><span class=\"s\">'a'</span> <span class=\"c\">-- b</span>"
    ),
    ("diff", "+a\n-b\n c", "<span class=\"gi\">+a</span>\n<span class=\"gd\">-b</span>\n c"),
    ("markdown", "# a\nb", "<span class=\"k\"># a</span>\nb"),
    ("inconnu", "if a < b", "if a &lt; b"),
  ])
  func coloursWords(_ language: String, _ text: String, _ expected: String) {
    #expect(code(language, text) == expected)
  }

  @Test(arguments: ["sh", "json", "yaml", "html", "css", "js", "python", "sql", "diff", "toml"])
  func keepsEveryByte(_ language: String) {
    let text = "a: 'b\" <c d='e>\n`f\\` /* g <!-- h\n# i -- j\n[k] \"\"\" l\né\\"
    let bare = code(language, text).replacing(#/<span class="[a-z]+">|<\/span>/#, with: "")
    let back = bare.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\"")
    #expect(back.hasPrefix(text))
    #expect(
      render("```\(language)\n\(text)\n```\n").searchText.first?.text == Array((text + "\n").utf8))
  }

  @Test func staysPlainWhenAskedTo() {
    var options = MarkdownOptions()
    options.dialects.remove(.highlighting)
    #expect(
      html("```sh\nif a\n```\n", options)
        == "<pre><code class=\"language-sh\">if a\n</code></pre>\n")
  }

  @Test(arguments: [
    ("rust,ignore", "rust"), ("js{7-12}", "js"), ("html{3,4}", "html"), ("js:line-numbers", "js"),
    ("{ .yaml .annotate }", "yaml"), ("js title=\"x\" hl_lines=\"1\"", "js"), ("{.sh #a}", "sh"),
    ("c++", "c++"),
  ])
  func readsTheLanguageBeforeItsOptions(_ info: String, _ language: String) {
    for fence in ["```", "~~~"] {
      let document = render("\(fence)\(info)\nabc\n\(fence)\n")
      #expect(document.htmlText == "<pre><code class=\"language-\(language)\">abc\n</code></pre>\n")
      #expect(document.findings == [])
    }
    #expect(html("```,ignore\nabc\n```\n") == "<pre><code>abc\n</code></pre>\n")
  }
}
