import Diagnostics
import Testing

@testable import MarkdownRendering

/// What a template of a component wrote, as a page has it.
@Suite struct ComponentMarkupTests {
  private func markup(
    _ text: String, parts: [RenderedPart] = [], keepsAll: Bool = false, limit: Int = 10_000
  ) -> ComponentMarkup {
    ComponentMarkup(
      Array(text.utf8), parts: parts, ComponentMarkup.Rules(keepsAll: keepsAll), limit: limit)
  }

  private func mark(_ number: Int) -> String {
    String(decoding: PartMark.bytes(for: number), as: UTF8.self)
  }

  private let part = RenderedPart(
    html: Array("<p><b>Oui</b></p>".utf8), words: Array("Oui".utf8))

  @Test(arguments: [
    (
      "<div class=\"a\" role=\"note\">b</div>", "<div class=\"a\" role=\"note\">b</div>", [String]()
    ),
    ("<video controls src=\"a.mp4\"></video>", "<video controls src=\"a.mp4\"></video>", []),
    ("a<script>b</script>c", "ac", ["<script>"]), ("a<style>b</style>", "a", ["<style>"]),
    ("<svg><script>b</script></svg>c", "c", ["<svg>"]), ("<!-- a -->b", "b", []),
    ("<p onclick=a style='b'>c", "<p>c</p>", ["onclick", "style"]),
    ("<a href=\"java\nscript:a\">b</a>", "<a>b</a>", ["href=\"java\nscript:a\""]),
    (
      "<a href=https://a.example onmouseover=b>c</a>", "<a href=\"https://a.example\">c</a>",
      ["onmouseover"]
    ),
    ("<img alt='' src=\"//a.example/b.png\">", "<img alt=\"\">", ["src=\"//a.example/b.png\""]),
    (
      "<img alt='' src=\"\\\\a.example/b.png\">", "<img alt=\"\">",
      ["src=\"\\\\a.example/b.png\""]
    ),
    (
      "<img alt='' srcset=\"a.png 1x, https://b.example/c.png 2x\">", "<img alt=\"\">",
      ["srcset=\"a.png 1x, https://b.example/c.png 2x\""]
    ),
    ("</div><section><b>a</section>b</b>", "<section><b>a</b></section>b", []),
    ("<p title=\"<script>\">a</p>", "<p title=\"&lt;script&gt;\">a</p>", []),
    ("a < b <scr", "a &lt; b &lt;scr", []),
  ])
  func keepsWhatAPageMayHold(_ text: String, _ html: String, _ leftOut: [String]) {
    let made = markup(text)
    #expect(String(decoding: made.html, as: UTF8.self) == html)
    #expect(made.leftOut == leftOut)
  }

  @Test func putsPartsInTextAlone() {
    let made = markup("<div title=\"a\(mark(0))\">\(mark(0))b</div>", parts: [part])
    #expect(
      String(decoding: made.html, as: UTF8.self) == "<div title=\"a\"><p><b>Oui</b></p>b</div>")
    #expect(String(decoding: made.words, as: UTF8.self) == "Oui\nb\n")
    let whole = markup("<x-a b='\(mark(0))'>\(mark(0))\(mark(7))", parts: [part], keepsAll: true)
    #expect(String(decoding: whole.html, as: UTF8.self) == "<x-a b=''><p><b>Oui</b></p>")
  }

  @Test func saysTheWordsThatItShows() {
    let made = markup("<h2>Un</h2><p>deux &amp; <b>tr</b>ois</p><img src=a alt=\"quatre\">")
    #expect(String(decoding: made.words, as: UTF8.self) == "Un\ndeux & trois\nquatre\n")
  }

  @Test func stopsWhereItIsTooLong() {
    let text = String(repeating: mark(0), count: 1_000)
    #expect(markup(text, parts: [part], limit: 1_000).isTooLong)
    #expect(!markup(mark(0), parts: [part], limit: 1_000).isTooLong)
  }

  // MARK: Blocks of other tools

  private func lenient(_ text: String) -> RenderedDocument {
    render(text, MarkdownOptions(showsForeignBlocks: true))
  }

  @Test func showsABlockOfAnotherToolAsCode() {
    let document = lenient("```chart\ntype: bar\n```\n\n```chart\ntype: pie\n```\n\nSuite.\n")
    #expect(document.findings == ["component.foreign 1:1 1"])
    #expect(document.diagnostics.map(\.severity) == [.warning])
    #expect(document.htmlText.components(of: "language-chart") == 2)
    #expect(document.htmlText.hasSuffix("<p>Suite.</p>\n"))
    #expect(lenient("```figure\nimage: salle.jpg\nalt: a\n```\n").findings == [])
  }

  // MARK: Texts of a block

  /// Shows the text of its block.
  private struct Box: Component {
    let name = "box"

    func render(_ block: ComponentBlock, in context: inout ComponentContext) -> ComponentOutput? {
      let start = SourceLocation(
        path: block.fence.path, line: (block.lines.first?.position?.line ?? 0),
        column: (block.lines.first?.position?.column ?? 1) + 3)
      let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.dropFirst().map { $0.dropFirst(2) }.joined(separator: "\n")
      let part = context.markdown(text, at: start, in: block)
      return context.output(of: part, known: [], allowsRemoteFiles: false, at: block.fence)
    }
  }

  @Test func givesTheTextsOfABlockThePlacesOfTheDocument() {
    let text = """
      ## Un

      > ````box
      > a: |
      >   Voir [la suite](perdu.md).
      >
      >   ## Un
      >
      >   ````box
      >   a: |
      >     Voir [ici](perdu.md).
      >   ````
      > ````

      Fin.
      """
    let renderer = MarkdownRenderer(components: [Box()])
    let document = renderer.render(
      MarkdownSource(path: "a.md", text: text.replacing("  ````", with: "  ```")),
      links: SampleLinks())
    #expect(document.headings.map(\.id) == ["un", "un-2"])
    #expect(document.headings.map { $0.location.position?.line } == [1, 7])
    #expect(document.findings == ["link.dangling 5:21 8", "link.dangling 11:18 8"])
    #expect(
      document.searchText.map { String(decoding: $0.text, as: UTF8.self) }.last?
        .contains("Voir ici.") == true)
    #expect(document.htmlText.hasSuffix("<p>Fin.</p>\n"))
  }
}

extension String {
  /// How often a text is in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
