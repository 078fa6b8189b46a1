import Diagnostics
import Testing

@testable import Theming

@Suite struct AssetTests {
  private func assets(_ files: KeyValuePairs<String, String>) -> [String: Asset] {
    let theme = MarkedTheme(files).theme
    return Dictionary(uniqueKeysWithValues: theme.assets.map { ($0.name, $0) })
  }

  @Test func areNamedAfterTheirBytes() {
    let first = assets(["assets/a.js": "1", "assets/sous/b.min.js": "1", "assets/LISEZMOI": ""])
    let second = assets(["assets/a.js": "2"])
    // The digest is that of `printf 1 | sha256sum`.
    #expect(first["a.js"]?.path == "assets/a.6b86b273ff.js")
    #expect(first["sous/b.min.js"]?.path == "assets/sous/b.min.6b86b273ff.js")
    #expect(first["LISEZMOI"]?.path == "assets/LISEZMOI.e3b0c44298")
    #expect(second["a.js"]?.path == "assets/a.d4735e3a26.js")
  }

  @Test(arguments: [
    ("templates/t.mustache", "{{>a}}", 50_000), ("assets/a.css", "a{b:url(c)}", 200_000),
    ("langues/fr.yaml", "a: b\n", 220_000),
  ])
  func refusesAFileThatNobodyWrites(path: String, piece: String, count: Int) {
    let theme = MarkedTheme([path: String(repeating: piece, count: count)])
    #expect(theme.diagnostics.map(\.id) == ["theme.length"])
  }

  @Test func addressesAreReadByTemplatesWithThePrefixOfThePage() throws {
    let theme = MarkedTheme([
      "assets/sous/ti-1.css": "", "templates/t.mustache": "{{assets.sous_ti_1_css}}",
    ])
    let page = try theme.page("t", ["assets": theme.theme.assetAddresses(prefix: "../../")])
    #expect(page.text == "../../assets/sous/ti-1.e3b0c44298.css")
  }

  @Test func styleSheetsFollowTheNamesOfOtherFiles() throws {
    let files = assets([
      "assets/a.css":
        "@import 'sous/b.css';\na{background:url( \"m.svg?x#y\" ) url(data:,x) url(#z)}/* url(no) */",
      "assets/sous/b.css": "b{background:url(../m.svg)}", "assets/m.svg": "1",
    ])
    let picture = try #require(files["m.svg"]?.path.dropFirst(7))
    let inner = try #require(files["sous/b.css"])
    let outer = try #require(files["a.css"])
    #expect(String(decoding: inner.bytes, as: UTF8.self) == "b{background:url(../\(picture))}")
    #expect(
      String(decoding: outer.bytes, as: UTF8.self)
        == "@import '\(inner.path.dropFirst(7))';"
        + "a{background:url( \"\(picture)?x#y\" ) url(data:,x) url(#z)}")
    let changed = assets([
      "assets/a.css": "a{background:url(m.svg)}", "assets/m.svg": "1",
    ])["a.css"]
    let again = assets([
      "assets/a.css": "a{background:url(m.svg)}", "assets/m.svg": "2",
    ])["a.css"]
    #expect(changed?.path != again?.path)
  }

  @Test func addressesMayBePercentEncoded() throws {
    let files = assets([
      "assets/sous/a.css": "a{background:url(../un%20phare.svg)}b{background:url(/un%20phare.svg)}",
      "assets/un phare.svg": "1",
    ])
    let sheet = try #require(files["sous/a.css"])
    let url = "url(../un%20phare.6b86b273ff.svg)"
    #expect(
      String(decoding: sheet.bytes, as: UTF8.self) == "a{background:\(url)}b{background:\(url)}")
  }

  @Test func addressesThatLeadNowhereAreLocated() {
    let theme = MarkedTheme([
      "assets/a.css": "a{}\n b{background: url(¦rien.svg) url('¦../../x') url(¦https://x.org/y)}",
      "assets/b.css": "@import url(b2.css)", "assets/b2.css": "@import \"¦b.css\"",
    ])
    #expect(theme.diagnostics.places == theme.marks)
    #expect(
      theme.diagnostics.map(\.id) == [
        "theme.missing-asset", "theme.missing-asset", "theme.foreign-asset", "theme.recursion",
      ])
  }

  @Test func partsOfStyleSheetsAreTakenInAndNotPublished() throws {
    let files = assets([
      "assets/a.css": "@import \"_identite.css\";\n@import '_parts/_b.css' ;\na{top:0}",
      "assets/_identite.css": ":root{--x:1}",
      "assets/_parts/_b.css":
        "@import \"../_identite.css\";b{background:url(../m.svg)}",
      "assets/m.svg": "1",
    ])
    #expect(files.keys.sorted() == ["a.css", "m.svg"])
    let picture = try #require(files["m.svg"]?.path.dropFirst(7))
    let whole = try #require(files["a.css"])
    #expect(
      String(decoding: whole.bytes, as: UTF8.self)
        == ":root{--x:1}:root{--x:1}b{background:url(\(picture))}a{top:0}")
  }

  @Test func partThatAnotherFolderReplacesChangesTheWhole() throws {
    let theme = MarkedTheme(layers: [
      [("assets/a.css", "@import \"_b.css\";a{top:0}"), ("assets/_b.css", "b{top:1}")],
      [("assets/_b.css", "b{top:2}")],
    ]).theme
    let whole = try #require(theme.assets.first)
    #expect(String(decoding: whole.bytes, as: UTF8.self) == "b{top:2}a{top:0}")
  }

  @Test func partsThatAreNotTakenInAreLocated() {
    let theme = MarkedTheme([
      "assets/a.css": "@import \"¦_b.css\" print;a{background:url(¦_b.css)}@import \"_c.css\";",
      "assets/_b.css": "", "assets/_c.css": "@import \"¦_c.css\";",
      "assets/d.css": "@import \"¦_b.css",
    ])
    #expect(theme.diagnostics.places == theme.marks)
    #expect(
      theme.diagnostics.map(\.id) == ["theme.part", "theme.part", "theme.recursion", "theme.part"])
  }

  @Test func laterFolderReplacesSingleFiles() {
    let theme = MarkedTheme(layers: [
      [("assets/a.css", "1"), ("assets/b.css", "1")], [("assets/b.css", "2")],
    ]).theme
    #expect(theme.assets.map(\.path) == ["assets/a.6b86b273ff.css", "assets/b.d4735e3a26.css"])
  }
}
