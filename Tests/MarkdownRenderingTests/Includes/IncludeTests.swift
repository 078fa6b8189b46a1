import Diagnostics
import Testing

@testable import MarkdownRendering

/// A folder of texts, by their paths relative to the source.
private struct Folder: LinkProvider {
  let files: [String: String]
  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    .unresolved
  }

  func text(ofIncluded request: LinkRequest) -> IncludedText {
    if request.destination == "secret.txt" { return .outside }
    if request.destination == "photo.jpg" { return .unreadable }
    return files[request.destination].map { .text(Array($0.utf8), bodyStart: 0) } ?? .missing
  }
}

@Suite struct IncludeTests {
  private let folder = Folder(files: [
    "content/b.rs":
      "fn main() {\n    // ANCHOR: corps\n    a();\n    b();\n    // ANCHOR_END: corps\n}\n",
    "content/b.md": "*deux*\n\n**Titre B**\n",
    "content/sous/c.md": "C {{#include d.txt}}\n", "content/sous/d.txt": "D\nE\n",
    "partage/e.md": "un\n--8<-- [start:x]\ndeux\n--8<-- [end:x]\ntrois\n",
    "content/rond.md": "--8<-- \"content/rond2.md\"\n",
    "content/rond2.md": "{{#include rond.md}}\n",
    "content/code.rs": "// ```\n",
    "content/perdu.md": "Un [lien](nulle-part.md \"é\") ici\n\n[^1]: b\n",
  ])

  private func render(_ text: String) -> RenderedDocument {
    MarkdownRenderer(options: MarkdownOptions(typography: .none)).render(
      MarkdownSource(path: "content/a.md", text: text), links: folder)
  }

  @Test(arguments: [
    (
      "{{#include b.md}}\nfin",
      "<p><em>deux</em></p>\n<p><strong>Titre B</strong>\nfin</p>\n"
    ),
    ("```\n{{#include b.rs:3}}\n```", "<pre><code>    a();\n</code></pre>\n"),
    ("```\n{{#include b.rs:5:}}\n```", "<pre><code>    // ANCHOR_END: corps\n}\n</code></pre>\n"),
    ("```\n{{#rustdoc_include b.rs::1}}\n```", "<pre><code>fn main() {\n</code></pre>\n"),
    ("```\n{{ #include b.rs:corps }}\n```", "<pre><code>    a();\n    b();\n</code></pre>\n"),
    (
      "- ```\n  {{#include b.rs:corps}}\n  ```",
      "<ul>\n<li>\n<pre><code>    a();\n    b();\n</code></pre>\n</li>\n</ul>\n"
    ),
    ("> {{#include sous/d.txt}}\n", "<blockquote>\n<p>D\nE</p>\n</blockquote>\n"),
    ("x {{#include sous/c.md}}, y", "<p>x C {{#include d.txt}}, y</p>\n"),
    ("{{#include sous/c.md}}", "<p>C D\nE</p>\n"),
    ("<!-- @include: ./sous/d.txt -->\n", "<p>D\nE</p>\n"),
    ("<!--@include: sous/d.txt{2,}-->\n", "<p>E</p>\n"),
    ("[d](b.md ':include')\n", "<p><em>deux</em></p>\n<p><strong>Titre B</strong></p>\n"),
    (
      "`{{#include b.md}}` et \\{{#include b.md}}",
      "<p><code>{{#include b.md}}</code> et {{#include b.md}}</p>\n"
    ),
    ("```\n\\{{#include b.md}}\n```", "<pre><code>{{#include b.md}}\n</code></pre>\n"),
    ("```{include} sous/d.txt\n```\nfin", "<p>D\nE\nfin</p>\n"),
    (":::{include} /partage/e.md\n:start-line: 2\n:end-line: 3\n:::\n", "<p>deux</p>\n"),
    (
      "```{include} ../partage/e.md\n:start-after: start:x\n:end-before: end:x\n```\n",
      "<p>deux</p>\n"
    ),
    (
      "````{literalinclude} b.rs\n:language: python\n:lines: 3-4\n````\n",
      "<pre><code class=\"language-python\">    a();\n    b();\n</code></pre>\n"
    ),
    ("> ~~~{include} sous/d.txt\n> ~~~\n", "<blockquote>\n<p>D\nE</p>\n</blockquote>\n"),
    (
      "- a\n\n  ```{include} sous/c.md\n  ```\n",
      "<ul>\n<li>\n<p>a</p>\n<p>C D\nE</p>\n</li>\n</ul>\n"
    ),
    (
      "````\n```{include} sous/d.txt\n```\n````\n",
      "<pre><code>```{include} sous/d.txt\n```\n</code></pre>\n"
    ),
    ("--8<-- \"partage/e.md\"", "<p>un\ndeux\ntrois</p>\n"),
    ("--8<-- 'partage/e.md:x'", "<p>deux</p>\n"),
    ("-8<- \"sous/d.txt:2:2\"", "<p>E</p>\n"), ("--8<-- \"sous/d.txt::1\"", "<p>D</p>\n"),
    (
      "--8<--\nsous/d.txt\n; partage/e.md\n\n\"partage/e.md:x\"\n--8<--\nfin",
      "<p>D\nE\ndeux\nfin</p>\n"
    ),
    (
      "- a\n\n  --8<-- \"b.md\"\n",
      "<ul>\n<li>\n<p>a</p>\n<p><em>deux</em></p>\n<p><strong>Titre B</strong></p>\n</li>\n</ul>\n"
    ),
    (";--8<-- \"b.md\"", "<p>--8&lt;-- &quot;b.md&quot;</p>\n"),
    ("--8<-- \"; b.md\"", ""), ("{!sous/d.txt!}", "<p>D\nE</p>\n"),
    ("```\n--8<-- \"sous/d.txt\"\n```", "<pre><code>D\nE\n</code></pre>\n"),
    (
      "{{#playground code.rs editable}}",
      "<pre><code class=\"language-rust\"><span class=\"c\">// ```</span>\n</code></pre>\n"
    ),
    ("{{#if x}} {{#include}} {!a", "<p>{{#if x}} {{#include}} {!a</p>\n"),
  ])
  func putsTextsInTheirPlaces(_ text: String, _ expected: String) {
    #expect(render(text).htmlText == expected)
  }

  @Test(arguments: [
    ("a\n\n{{#include perdu.rs}}", "include.missing 3:1+21"),
    ("é {{#include perdu.rs}} b", "include.missing 1:3+21"),
    ("{{#include ../secret.txt}}", "include.outside 1:1+26"),
    ("{{#include /etc/passwd}}", "include.outside 1:1+24"),
    ("{{#include ../../a}}", "include.outside 1:1+20"),
    ("  --8<-- \"https://a.example/b\"", "include.outside 1:3+28"),
    ("{{#include ../photo.jpg}}", "include.unreadable 1:1+25"),
    ("{{#include b.rs:perdu}}", "include.part 1:1+23"),
    ("{{#include b.rs:90}}", "include.part 1:1+20"),
    ("{{#include rond.md}}", "include.circle 1:1+20"),
    ("{{#include a.md}}", "include.missing 1:1+17"),
    ("--8<--\nb.md\n", "include.open 1:1+6"),
    ("```{include} absent.md\n```\n", "include.missing 1:1+22"),
    ("> :::{include} ../../a.md\n> :::\n", "include.outside 1:3+23"),
    ("```{include} b.md\n:start-after: perdu\n```\n", "include.part 1:1+17"),
    ("```{include} b.md\n:lines: 90\n```\n", "include.part 1:1+17"),
  ])
  func tellsWhatIsNotIncluded(_ text: String, _ finding: String) {
    let found = render(text).diagnostics.filter { $0.id != "markdown.foreign-tag" }
    #expect(found.map { "\($0.id) \($0.location.place)" } == [finding])
    #expect(render(text).htmlText.contains("include") || render(text).htmlText.contains("--8"))
  }

  @Test func pointsAtTheFileThatALineComesFrom() {
    let document = render("a\n\n{{#include perdu.md}}\n\n[^2]: c\n")
    #expect(
      document.diagnostics.map { "\($0.id) \($0.location.path) \($0.location.place)" } == [
        "markdown.uncalled-note content/perdu.md 3:1+1",
        "markdown.uncalled-note content/a.md 5:1+1",
      ])
  }

  @Test func pointsAtTheColumnsOfTheFile() {
    let document = render("- a\n\n  {{#include perdu.md}}\n")
    #expect(
      document.diagnostics.map { "\($0.location.path) \($0.location.place)" } == [
        "content/perdu.md 3:1+1"
      ])
  }

  @Test func suggestsTheFileOfAnEnding() {
    let found = render("{{#include b}}").diagnostics.first
    #expect(found?.suggestion?.french.contains("content/b.md") == true)
    #expect(render("{{#include absent}}").diagnostics.first?.suggestion == nil)
  }

  @Test func leavesEverythingWhenTurnedOff() {
    let renderer = MarkdownRenderer(
      options: MarkdownOptions(typography: .none, dialects: .all.subtracting(.includes)))
    let document = renderer.render(
      MarkdownSource(path: "content/a.md", text: "{{#include b.md}}"), links: folder)
    #expect(document.htmlText == "<p>{{#include b.md}}</p>\n")
    #expect(document.diagnostics.map(\.id) == ["markdown.foreign-tag"])
  }

  @Test(.timeLimit(.minutes(30)))
  func boundsWhatItIncludes() {
    let bomb = Folder(files: [
      "content/b.md": String(repeating: "{{#include c.md}}\n", count: 900),
      "content/c.md": String(repeating: "{{#include d.md}} ", count: 900),
      "content/d.md": String(repeating: "x", count: 100_000),
    ])
    let renderer = MarkdownRenderer(options: MarkdownOptions(typography: .none))
    for text in [
      "{{#include b.md}}", String(repeating: "{{#include d.md}} ", count: 20_000),
      String(repeating: "{{#include perdu}} ", count: 20_000),
      String(repeating: "{{", count: 200_000),
      String(repeating: "{!", count: 200_000), String(repeating: "--8<--\n", count: 20_001),
      String(repeating: "\\{{#include d.md}}", count: 20_000),
    ] {
      let document = renderer.render(
        MarkdownSource(path: "content/a.md", text: text), links: bomb)
      #expect(document.html.count < 64 << 20)
      #expect(document.diagnostics.count <= 1_002)
    }
  }
}
