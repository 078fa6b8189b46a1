import Diagnostics
import Testing

@testable import MarkdownRendering

/// Words that texts link to.
struct TermLinkTests {
  private static let terms = [
    ["Éprouvette"], ["Place de marché", "places de marchés publics"], ["Marché"], ["Do-ocratie"],
    ["Maîtrise d’usage"], ["COPIL"], ["Ti-kêr"],
  ]

  private func links(skipping skipped: Set<Int> = []) -> TermLinks {
    TermLinks(TermList(Self.terms), skipping: skipped) { "glossaire/#t\($0)" }
  }

  private func html(
    _ text: String, _ links: TermLinks, _ options: MarkdownOptions = MarkdownOptions()
  ) -> String {
    MarkdownRenderer(options: options).render(
      MarkdownSource(path: "a.md", text: text), links: SampleLinks(), terms: links
    ).htmlText
  }

  /// The linked words of a text, each as `word→number`.
  private func found(_ text: String) -> [String] {
    html(text, links()).matches(of: /<a class="terme" href="glossaire\/#t(\d)">([^<]*)<\/a>/)
      .map { "\($0.output.2)→\($0.output.1)" }
  }

  @Test(arguments: [
    ("Une éprouvette.", ["éprouvette→0"]),
    ("Des ÉPROUVETTES !", ["ÉPROUVETTES→0"]),
    ("L'eprouvette", ["eprouvette→0"]),
    ("La place de marché du lab", ["place de marché→1"]),
    ("Places de marché", ["Places de marché→1"]),
    ("Des places de marchés publics", ["places de marchés publics→1"]),
    ("Une place, de marché", ["marché→2"]),
    ("la do-ocratie, la do ocratie", ["do-ocratie→3"]),
    ("la maîtrise d'usage", ["maîtrise d’usage→4"]),
    ("la maîtrise d’usage", ["maîtrise d’usage→4"]),
    ("au copil du **COPIL**", ["copil→5"]),
    ("le ti-kêr de Brest", ["ti-kêr→6"]),
    ("éprouvette et marché et éprouvette", ["éprouvette→0", "marché→2"]),
    ("La place\nde marché.", ["place\nde marché→1"]),
    ("La place de\n  marché", ["place de\nmarché→1"]),
    ("> des places de marchés\n> publics et", ["places de marchés\npublics→1"]),
    ("L’éprouvette\nde marché", ["éprouvette→0", "marché→2"]),
    ("Voir [[Place]] : place\nde marché", ["place\nde marché→1"]),
    ("- une place\n  de marché\n- une place\n- de marché", ["place\nde marché→1", "marché→2"]),
    ("place de \\\nmarché", ["marché→2"]), ("une place\nde marché·es", []),
    ("place\nde *marché*", ["marché→2"]), ("une place\nde\nmarché", ["marché→2"]),
  ])
  func linksAWordWhereThePageFirstNamesIt(text: String, words: [String]) {
    #expect(found(text) == words)
  }

  @Test(arguments: [
    "## L’éprouvette", "[éprouvette](guide.md)", "`éprouvette`", "```\néprouvette\n```",
    "[éprouvette]{lang=br}", "une mini-éprouvette", "une éprouvette-test", "éprouvetteur",
    "des marché·es", "![éprouvette](salle.jpg)", "https://exemple.fr/marché", "",
  ])
  func leavesTheRestAlone(text: String) {
    #expect(found(text) == [])
  }

  @Test func writesTheSameTextAroundTheLinks() {
    let text = "« L'éprouvette » : un *marché* & une place de\nmarché ; 10 % de COPIL ?"
    let linked = html(text, links())
    let bare = linked.replacing(/<a class="terme"[^>]*>|<\/a>/, with: "")
    #expect(linked != bare)
    #expect(bare == html(text, links(skipping: Set(Self.terms.indices))))
  }

  @Test func sharesThePlaceOfAWordBetweenTheTextsOfAPage() {
    let links = links()
    let renderer = MarkdownRenderer()
    let location = SampleLinks.anywhere
    func inline(_ text: String) -> String {
      let line = renderer.renderInline(
        text, at: location, lang: "fr", links: SampleLinks(), terms: links)
      return String(decoding: line.html, as: UTF8.self)
    }
    #expect(inline("un marché").contains("<a class=\"terme\""))
    #expect(!inline("un marché").contains("<a"))
    #expect(!html("un marché", links).contains("<a"))
  }

  @Test func linksNothingWhereHTMLMayOpenLinks() {
    var options = MarkdownOptions()
    options.rawHTML = .allow
    #expect(!html("<a href=x>marché</a>", links(), options).contains("terme"))
  }

  @Test func looksAheadNoFurtherThanATermCanReach() {
    let line = "Une place\n" + String(repeating: "de marché ", count: 100_000)
    #expect(found(line) == ["place\nde marché→1", "marché→2"])
    #expect(found("Une place\n" + String(repeating: "d", count: 200)) == [])
  }

  @Test func readsALongTextOnce() {
    let words = String(repeating: "place de place de ", count: 20_000)
    let terms = TermList([["place de place de marché"], ["x"]])
    let links = TermLinks(terms, skipping: []) { _ in "#" }
    #expect(!html(words, links).contains("<a"))
    #expect(TermList([]).isEmpty && TermList([[""], ["—"]]).isEmpty)
  }
}

extension SampleLinks {
  fileprivate static let anywhere = SourceLocation(path: "a.md", line: 2, column: 8)
}
