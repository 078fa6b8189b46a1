import Diagnostics
import Testing

@testable import PageAudit

/// A part of a page, where `¦` marks the places that messages are expected at.
struct Defect: Sendable, CustomTestStringConvertible {
  let id: String
  let markup: String
  /// What the message must hold, in French.
  let says: String
  var testDescription: String { "\(id): \(markup)" }

  init(_ id: String, _ markup: String, says: String = "") {
    self.id = "output." + id
    self.markup = markup
    self.says = says
  }
}

@Suite struct PageAuditTests {
  /// A page that holds some markup after its title, and nothing to say of.
  private static func page(_ markup: String) -> String {
    """
    <!doctype html>
    <html lang="fr"><head><meta charset="utf-8"><title>Titre – Ti</title></head>
    <body><main id="contenu"><h1>Titre</h1>
    \(markup)
    </main></body></html>
    """
  }

  private static func audit(_ page: String) -> [Finding] {
    PageAudit(Array(page.utf8)).findings
  }

  /// Expects one finding at each mark of a page, and no other.
  private func expect(_ defect: Defect, in page: String) {
    let parts = page.components(separatedByMark: "¦")
    var offset = 0
    let places = parts.dropLast().map { part in
      offset += part.utf8.count
      return offset
    }
    let findings = Self.audit(parts.joined())
    #expect(findings.map(\.id) == places.map { _ in defect.id })
    #expect(findings.map(\.offset) == places)
    #expect(findings.allSatisfy { $0.message.french.contains(defect.says) })
    #expect(findings.allSatisfy { $0.message.french != $0.message.english })
  }

  @Test(arguments: [
    Defect("placeholder", "<p>¦Avant {{page.title}} après.</p>", says: "« {{page.title}} après. »"),
    Defect("placeholder", "<p>¦{{&lt; figure &gt;}}</p>", says: "balise de gabarit"),
    Defect("placeholder", "<p>¦{% include a.html %}</p>"),
    Defect("placeholder", "<p>Un <em>mot</em>¦ {: .classe}</p>"),
    Defect("placeholder", "<p>¦[TOC]</p><p>¦[object Object]</p><p>¦ :::note</p><p>¦!!! note</p>"),
    Defect("placeholder", "<p>¦undefined</p><td>¦ NaN </td>", says: "valeur absente"),
    Defect("placeholder", "<p>¦Optional(\"x\")</p>", says: "valeur illisible"),
    Defect("placeholder", "<p>¦De {debut} à 3.</p>", says: "« {debut} »"),
    Defect("placeholder", "<p>¦R&amp;amp;D</p><p>¦A&amp;nbsp;!</p>", says: "protégé deux fois"),
    Defect("placeholder", "¦<a href=\"../undefined/\">Méthode</a>", says: "« ../undefined/ »"),
    Defect("placeholder", "¦<p title=\"{{titre}}\">Mot</p>"),
    Defect("empty-attribute", "¦<p class=\"\">Mot</p>", says: "« class »"),
    Defect("empty-attribute", "¦<a href=\"\">Mot</a> ¦<a href>Mot</a>"),
    Defect("duplicate-id", "<p id=\"a\">1</p>\n  ¦<p id=\"a\">2</p><p id=\"b\">3</p>"),
    Defect("missing-id", "¦<section aria-labelledby=\"a contenu\">Mot</section>", says: "« a »"),
    Defect("missing-id", "¦<label for=\"q\">Mot</label>"),
    Defect("second-title", "¦<h1>Autre</h1>", says: "« Autre »"),
    Defect("heading-order", "<h2>A</h2>¦<h4>B</h4><h5>C</h5><h2>D</h2>", says: "niveau 4"),
    Defect("empty-heading", "¦<h2> <span hidden>A</span></h2>"),
    Defect("no-alternative", "¦<img src=\"a.png\">", says: "« a.png »"),
    Defect("no-alternative", "¦<iframe src=\"a.html\"></iframe>"),
    Defect("no-alternative", "¦<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>"),
    Defect("alternative", "¦<img src=\"a.png\" alt=\"IMG_2034.JPG\">"),
    Defect(
      "wordless-link", "¦<a href=\"a/\"></a> ¦<a href=\"b/\"><img src=\"a.png\" alt=\"\"></a>"),
    Defect("wordless-link", "¦<a href=\"a/\"><span aria-hidden=\"true\">→</span></a>"),
    Defect("wordless-button", "¦<button type=\"submit\"> </button>¦<input type=\"button\">"),
    Defect("vague-link", "¦<a href=\"a/\">Cliquez ici</a> ¦<a href=\"b/\">En savoir plus…</a>"),
    Defect(
      "table-headers", "¦<table aria-label=\"T\"><tr><td>1</td></tr></table>", says: "en-tête"),
    Defect("table-caption", "¦<table><tr><th scope=\"col\">1</th></tr></table>"),
    Defect("table-scope", "<table aria-label=\"T\"><tr>¦<th>Durée</th></tr></table>"),
    Defect("unlabelled-field", "¦<input name=\"q\">¦<select name=\"s\"></select>", says: "« "),
    Defect("unlabelled-field", "<label><input type=\"hidden\"></label>¦<textarea></textarea>"),
    Defect("group-without-legend", "¦<fieldset><p>Mot</p></fieldset>"),
    Defect("language", "¦<span lang=\"breton\">ti</span>", says: "« breton »"),
    Defect("language", "¦<a href=\"a/\" hreflang=\"fr_FR\">Mot</a>"),
    Defect("inline-code", "¦<p style=\"color:red\">Mot</p>¦<p onclick=\"a()\">Mot</p>"),
    Defect("inline-code", "¦<script>a()</script>", says: "<script>"),
    Defect("inline-code", "¦<a href=\"javascript:a()\">Mot</a>"),
  ])
  func findsADefectWhereItStands(defect: Defect) {
    expect(defect, in: Self.page(defect.markup))
  }

  @Test(arguments: [
    "<p>La <code>{{page.title}}</code> et <pre>[TOC] undefined</pre>, undefined ou nul.</p>",
    "<a href=\"a/\" aria-label=\"Aller\">→</a> <a href=\"a/\"><img src=\"a.png\" alt=\"Aller\"></a>",
    "<a href=\"a/\"><svg role=\"img\" aria-label=\"Aller\"></svg></a><a id=\"ancre\"></a>",
    "<a href=\"a/\" title=\"Le guide du forum\">ici</a> <a href=\"a/\">Voir le guide</a>",
    "<img src=\"a.png\" alt=\"\"><div hidden><img src=\"a.png\"></div>",
    "<svg aria-hidden=\"true\"><title>X</title></svg><svg><title>Une maison</title></svg>",
    "<table><caption>T</caption><tr><th scope=\"row\">1</th><td>2</td></tr></table>",
    "<table role=\"presentation\"><tr><td>1</td></tr></table>",
    "<label for=\"q\">Q</label><input id=\"q\"><label>R <input></label><input type=\"hidden\">",
    "<input type=\"submit\"><input type=\"submit\" value=\"Dire\"><button>Dire</button>",
    "<fieldset><legend>L</legend><input aria-label=\"A\"></fieldset>",
    "<h2>A</h2><h3>B</h3><h2>C</h2><div role=\"heading\" aria-level=\"3\">D</div>",
    "<p lang=\"br\">ti</p><p lang=\"zh-Hant\">x</p><a href=\"a/\" hreflang=\"x-default\">Mot</a>",
    "<script type=\"application/ld+json\">{\"a\":\"{{x}}\"}</script><script src=\"a.js\"></script>",
    "<p>Des « {} » et « {1} » et « {Nom} », non.</p>",
    "<details><summary>Plus</summary><p>Mot</p></details><input type=\"text\" title=\"Mot\">",
  ])
  func saysNothingOfWhatIsWell(markup: String) {
    #expect(Self.audit(Self.page(markup)) == [])
  }

  @Test(arguments: [
    Defect("no-language", "¦<html><head><title>T</title></head><body><h1>T</h1></body></html>"),
    Defect("no-language", "¦<html lang=\"\"><title>T</title><h1>T</h1></html>"),
    Defect("language", "¦<html lang=\"fr_FR\"><title>T</title><h1>T</h1></html>"),
    Defect("no-page-title", "<html lang=\"fr\">¦<head></head><body><h1>T</h1></body></html>"),
    Defect(
      "no-page-title",
      "<html lang=\"fr\"><head>¦<title> </title></head><body><h1>T</h1>"
        + "<svg aria-hidden=\"true\"><title>X</title></svg></body></html>"),
    Defect("no-title", "<html lang=\"fr\"><head><title>T</title></head>¦<body>Mot</body></html>"),
  ])
  func findsADefectOfAWholePage(defect: Defect) {
    expect(defect, in: "<!doctype html>\n" + defect.markup)
  }

  @Test func gathersWhatMustBeComparedWithOtherPages() {
    let page = PageAudit(
      Array(
        """
        <!doctype html><html lang="fr"><head><title> Un
        titre </title><link rel="stylesheet" href="s.css"><link rel="canonical" href="https://a/">
        <link rel="alternate" href="index.md"><style>p { background: url("f.png") }</style></head>
        <body><p id="é"><a href="b/#c" name="ancre">B</a><img src="i.png" alt=""
          srcset="i.webp 1x, j.webp 2x"><form action="q/"></form></body></html>
        """.utf8))
    #expect(page.title == "Un titre")
    #expect(page.anchors.ids == ["é", "ancre"])
    #expect(
      page.references.map { "\($0.use) \($0.address)" } == [
        "load s.css", "mention index.md", "load f.png", "link b/#c", "image i.png",
        "image i.webp", "image j.webp", "link q/",
      ])
  }

  @Test(
    arguments: [
      [], [0], [0xFF, 0xFE, 0x3C], Array("<".utf8), Array("<html".utf8), Array("<p \"".utf8),
      Array(String(repeating: "<div>", count: 20_000).utf8), Array("<p>&#x110000;&#0;</p>".utf8),
      Array("<!doctype html><html lang=fr><title>T</title><h1>T".utf8),
      [0x3C, 0x70, 0x20, 0xC3, 0x3E],
      Array("<table><tr><td><table><tr></table>".utf8),
    ] as [[UInt8]])
  func readsAnything(page: [UInt8]) {
    let audited = PageAudit(page)
    #expect(audited.findings.allSatisfy { (0...page.count).contains($0.offset) })
  }

  @Test(arguments: ["<div>", "<b><i>", "<table><tr><td>", "<svg><g>", "<DIV>", "<a-b>"])
  func readsNoFurtherThanPagesNest(markup: String) {
    let page = Self.page(
      "<p>{{a}}</p>" + String(repeating: markup, count: 30_000) + "<p>{{b}}</p>")
    #expect(Self.audit(page).filter { $0.id == "output.placeholder" }.count == 1)
  }

  @Test func readsALongPageWhoseElementsNeedNoEnd() {
    let items = String(repeating: "<li><p>Mot<br><img src=\"a.png\" alt=\"\">", count: 5_000)
    let bold = String(repeating: "<b>x</b>", count: 5_000)
    let page = Self.page("<ul>\(items)</ul>\(bold)<p>{{b}}</p>")
    #expect(Self.audit(page).map(\.id) == ["output.placeholder"])
  }

  @Test func readsTheSameOnManyThreads() async {
    let page = Array(
      Self.page(
        (0..<200).map { "<section><h2 id=\"s\($0)\">É \($0)</h2><p>À {{x}}</p></section>" }.joined()
      ).utf8)
    let expected = PageAudit(page).findings
    #expect(expected.count == 200)
    await withTaskGroup(of: [Finding].self) { group in
      for _ in 0..<16 { group.addTask { PageAudit(page).findings } }
      for await findings in group { #expect(findings == expected) }
    }
  }
}

extension String {
  fileprivate func components(separatedByMark mark: Character) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
