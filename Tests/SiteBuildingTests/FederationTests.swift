import Diagnostics
import Foundation
import SiteBuilding
import SiteLoading
import Testing

/// The sheets of other labs beside those of a site.
@Suite struct FederationTests {
  static let configuration = """
    title: Lab A
    base_url: https://a.bzh
    licence: CC-BY-SA-4.0
    federation:
      - { nom: Lab B, catalogue: https://b.bzh/commons.json }
      - { nom: Lab C, catalogue: ../c/output }

    """
  /// Where the entry of the first lab is written.
  static let place = "archipel.yaml:5:7"

  /// An entry of a catalogue.
  static func entry(_ id: String, _ title: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","type":"outil","title":"\#(title)","summary":"Pour \#(title).","#
      + #""url":"\#(id)/","lang":"fr","tags":["Écoute"]\#(more)}"#
  }

  static func catalogue(
    _ entries: [String], base: String = "https://b.bzh/"
  ) -> String {
    #"{"format":1,"title":"B","licence":"CC-BY-4.0","base_url":"\#(base)","sheets":["#
      + entries.joined(separator: ",") + "]}"
  }

  static let empty = catalogue([], base: "https://c.bzh/")

  /// A site with a sheet, a catalogue and a portfolio, and the copies of two catalogues.
  static func site(
    _ first: String, _ second: String = empty, configuration: String = configuration
  ) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": configuration,
      "content/_types/outil.yaml": "libelle: Outil\ndossier: outils\n",
      "content/_federation/lab-b.json": first, "content/_federation/lab-c.json": second,
      "content/index.md": "Bonjour.\n",
      "content/outils/cafe.md": "---\ntitre: Café\ntags: [Écoute]\n---\nUn café.\n",
      "content/liste.md": "---\ntitre: Liste\nvue: { genre: catalogue, type: outil }\n---\n",
      "content/labs.md": "---\ntitre: Labs\nvue: { genre: portefeuille, type: outil }\n---\n",
    ])
  }

  /// Builds with the theme that comes with the program.
  @discardableResult
  static func build(_ site: SampleSite) async throws -> BuildReport {
    try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }
  }

  static func index(_ site: SampleSite) -> [String] {
    site.files.keys.filter { $0.hasPrefix("recherche-index/labs-") }.sorted()
  }

  /// All pages that a site publishes, as one text.
  static func everything(_ site: SampleSite) -> String {
    site.files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map {
      String(decoding: $0.value, as: UTF8.self)
    }.joined()
  }

  @Test(arguments: [
    "etiquettes/ecoute/index.html", "outils/cafe/index.html", "liste/index.html", "labs/index.html",
  ])
  func showsASheetWithItsLabItsLicenceAndItsOriginal(path: String) async throws {
    let site = try Self.site(Self.catalogue([Self.entry("forum", "Forum ouvert")]))
    #expect(try await Self.build(site).findings == [])
    let page = try #require(site.published(path))
    #expect(page.contains(#"<a href="https://b.bzh/forum/" rel="external">Forum ouvert</a>"#))
    #expect(page.contains("Lab B") && page.contains("CC BY 4.0"))
    #expect(site.files.keys.allSatisfy { !$0.contains("forum") })
    #expect(Self.index(site).count { $0.hasSuffix("/root.js") } == 1)
    #expect(
      page.contains(
        "data-ailleurs=\"\(Self.index(site).first { $0.hasSuffix("/root.js") } ?? "?")\""))
  }

  /// Lists tell of it once, in the language of the page; the search finds it in every one.
  @Test(arguments: ["etiquettes/ecoute/index.html", "outils/cafe/index.html", "labs/index.html"])
  func showsASheetInTheLanguageOfThePage(path: String) async throws {
    let translation =
      #"{"id":"br/forum","translation_of":"forum","type":"outil","lang":"br","#
      + #""title":"Forom digor","url":"br/forum/","tags":["Écoute"]}"#
    let orphan = translation.replacing("\"forum\"", with: "\"perdu\"")
      .replacing("br/forum", with: "br/perdu").replacing("Forom digor", with: "Forom kollet")
    let site = try Self.site(
      Self.catalogue([translation, Self.entry("forum", "Forum ouvert"), orphan]))
    try site.write("---\ntitre: Kafe\n---\nUr c’hafe.\n", to: "content/outils/cafe.br.md")
    try await Self.build(site)
    let page = try #require(site.published(path))
    #expect(page.contains("Forum ouvert") && !page.contains("Forom digor"))
    // It is the only version that there is.
    #expect(page.contains("Forom kollet"))
    let breton = try #require(site.published("br/outils/cafe/index.html"))
    #expect(breton.contains("Forom digor") && !breton.contains("Forum ouvert"))
  }

  @Test func ownSheetsComeFirst() async throws {
    let site = try Self.site(Self.catalogue([Self.entry("a", "Aaa")]))
    #expect(try await Self.build(site).findings == [])
    for path in ["etiquettes/ecoute/index.html", "liste/index.html", "labs/index.html"] {
      let page = try #require(site.published(path))
      let own = try #require(page.range(of: "outils/cafe/"))
      let theirs = try #require(page.range(of: "https://b.bzh/a/"))
      #expect(own.lowerBound < theirs.lowerBound, "\(path)")
    }
  }

  /// Without the key, copies of catalogues change nothing.
  @Test func aSiteThatNamesNoLabPublishesWhatItDid() async throws {
    let configuration = "title: Lab A\nbase_url: https://a.bzh\n"
    let site = try Self.site(
      Self.catalogue([Self.entry("forum", "Forum")]), configuration: configuration)
    #expect(try await Self.build(site).findings == [])
    let before = site.files
    try site.remove("content/_federation")
    try await Self.build(site)
    #expect(site.files == before)
    #expect(!Self.everything(site).contains("b.bzh"))
    #expect(site.files.keys.allSatisfy { !$0.contains("ailleurs") && !$0.contains("/labs-") })
  }

  @Test func whatALabWritesIsTextAndNeverAnAddressElsewhere() async throws {
    let entries = [
      Self.entry("x", #"<script>alert(1)</script>\u202e<img src=x onerror=alert(2)>"#),
      #"{"id":"y","title":"Y","url":"javascript:alert(3)"}"#,
      #"{"id":"z","title":"Z","url":"https://pirate.bzh/z/"}"#,
      #"{"id":"u","title":"U","url":"//pirate.bzh/u/"}"#,
      #"{"id":"v","title":"V","url":"v/\"onclick=\"alert(4)"}"#,
      #"{"id":"w","title":"  ","url":"w/"}"#, #"{"id":3,"title":["a"]}"#, "7",
      Self.entry(
        "ok", "Bon", #","licence":"<b id=x>","tags":["<i>t</i>","Écoute"],"lang":"\"x"# + "\""),
    ]
    let site = try Self.site(Self.catalogue(entries))
    #expect(try await Self.build(site).findings == ["federation.left-out " + Self.place])
    let text = Self.everything(site)
    for part in [
      "<script>alert", "<img src=x", "javascript:alert(3)", "pirate.bzh", "onclick=\"alert",
      "<b id=x>",
      "<i>t", "\u{202E}",
    ] {
      #expect(!text.contains(part), "\(part)")
    }
    let page = try #require(site.published("labs/index.html"))
    #expect(page.contains("&lt;script") && page.contains("Bon"))
    #expect(!text.contains("<img src=\"http"))
  }

  static let deep = String(repeating: "[", count: 3_000)

  @Test(arguments: [
    ("not JSON", "commons"), ("empty", ""), ("no sheets", #"{"base_url":"https://b.bzh/"}"#),
    ("no list", #"{"base_url":"https://b.bzh/","sheets":{}}"#),
    ("deep", #"{"base_url":"https://b.bzh/","sheets":["# + deep),
    ("another host", catalogue([entry("a", "Pris")], base: "https://c.bzh/")),
    ("no host", catalogue([entry("a", "Pris")], base: "https://b.bzh@pirate.bzh/")),
    ("no address", #"{"sheets":[{"id":"a","title":"Pris","url":"a/"}]}"#),
    ("cut", String(catalogue([entry("a", "Pris")]).dropLast(3))),
    (
      "many",
      catalogue(
        [String](repeating: #"{"id":"a","title":"Pris","url":"a/"}"#, count: 200_001))
    ),
  ])
  func aBrokenCatalogueCostsItsOwnSheets(name: String, text: String) async throws {
    let site = try Self.site(
      text, Self.catalogue([Self.entry("bon", "Bon")], base: "https://c.bzh/"))
    #expect(
      try await Self.build(site).findings == ["federation.left-out " + Self.place], "\(name)")
    let page = try #require(site.published("labs/index.html"))
    #expect(page.contains("https://c.bzh/bon/") && !page.contains("Pris"))
  }

  @Test func aCatalogueThatIsNoTextCostsItsOwnSheets() async throws {
    let site = try Self.site("")
    let bytes = Array(Self.catalogue([Self.entry("a", "Pris")]).utf8)
    try site.write(
      bytes.dropLast(2) + [0xFF] + bytes.suffix(2), to: "content/_federation/lab-b.json")
    #expect(try await Self.build(site).findings == ["federation.left-out " + Self.place])
    try site.remove("content/_federation/lab-b.json")
    #expect(try await Self.build(site).findings == ["federation.unread " + Self.place])
    try site.write("secret", to: "../ailleurs.json")
    try site.link("content/_federation/lab-b.json", to: site.root + "/ailleurs.json")
    let report = try await Self.build(site)
    #expect(report.findings.contains("federation.unread " + Self.place))
    #expect(!Self.everything(site).contains("secret"))
  }

  /// Of keys that are given twice, the last one counts.
  @Test func aKeyThatIsGivenTwiceIsReadOnce() async throws {
    let twice = #"{"id":"a","title":"Un","title":"Deux","url":"a/","type":"outil"}"#
    let site = try Self.site(Self.catalogue([twice]))
    #expect(try await Self.build(site).findings == [])
    let page = try #require(site.published("labs/index.html"))
    #expect(page.contains(">Deux<") && !page.contains(">Un<"))
  }

  @Test func aDigestPinsACatalogue() async throws {
    let text = Self.catalogue([Self.entry("a", "Aaa")])
    let digest = Federation.digest(of: Array(text.utf8))
    for (pin, isShown) in [(digest, true), (String(repeating: "0", count: 64), false)] {
      let site = try Self.site(
        text,
        configuration: Self.configuration.replacing(
          "b.bzh/commons.json", with: "b.bzh, empreinte: \(pin)"))
      let findings = try await Self.build(site).findings
      #expect(findings == (isShown ? [] : ["federation.left-out " + Self.place]))
      #expect(site.published("labs/index.html")?.contains("https://b.bzh/a/") == isShown)
    }
  }

  @Test(arguments: [
    ("- { nom: B }", "federation.entry"), ("- { catalogue: https://b.bzh }", "federation.entry"),
    ("- { nom: B, catalogue: \"javascript:alert(1)\" }", "federation.catalogue"),
    ("- { nom: B, catalogue: \"file:///etc\" }", "federation.catalogue"),
    ("- { nom: B, catalogue: b, empreinte: abc }", "federation.digest"),
    ("- { nom: B, catalogue: b }\n- { nom: b, catalogue: c }", "federation.twice"),
  ])
  func anEntryThatCannotBeIsTold(entry: String, id: String) async throws {
    let site = try Self.site(
      Self.empty, configuration: "title: A\nfederation:\n\(entry)\n")
    let report = try await Self.build(site)
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.id) == [id])
    #expect(report.diagnostics.first { $0.id == id }?.location.position?.line ?? 0 >= 3)
  }

  /// Builds and rebuilds are the same whatever changed between them.
  @Test func aSecondBuildIsTheSameAsOneFromScratch() async throws {
    let first = Self.catalogue([Self.entry("x", "X"), Self.entry("y", "Y")])
    let site = try Self.site(first)
    let changes: [(name: String, change: () throws -> Void)] = [
      ("nothing", {}),
      (
        "a text",
        {
          try site.write(
            "---\ntitre: Café\ntags: [Écoute]\n---\nUn thé.\n", to: "content/outils/cafe.md")
        }
      ),
      (
        "a copy",
        {
          try site.write(
            Self.catalogue([Self.entry("x", "Autre"), Self.entry("z", "Z")]),
            to: "content/_federation/lab-b.json")
        }
      ),
      (
        "an adoption",
        {
          try site.write(
            "---\ntitre: Café\ntags: [Écoute]\nderive_de: { url: \"https://b.bzh/x/\" }\n---\n",
            to: "content/outils/cafe.md")
        }
      ),
      ("a lab that goes", { try site.remove("content/_federation/lab-c.json") }),
      (
        "a label",
        {
          try site.write("libelle: Instrument\ndossier: outils\n", to: "content/_types/outil.yaml")
        }
      ),
    ]
    try await site.settle()
    try await Self.build(site)
    for (name, change) in changes {
      let index = Self.index(site)
      try change()
      try await site.settle()
      try await Self.build(site)
      let whole = site.root + "/whole"
      try await site.build {
        $0.options.builtInThemes = Fixtures.publishedThemes
        $0.output = whole
        $0.startsFromScratch = true
      }
      #expect(site.files == FolderContent.files(of: whole), "\(name)")
      if name == "a text" { #expect(Self.index(site) == index) }
      if name == "a copy" { #expect(Self.index(site) != index) }
    }
    let page = try #require(site.published("labs/index.html"))
    #expect(!page.contains("https://b.bzh/x/") && page.contains("https://b.bzh/z/"))
  }
}
