import SiteBuilding
import ContentModel
import Diagnostics
import SiteLoading
import Testing

/// Copies, originals and translations: each sheet is shown once.
extension FederationTests {
  /// A sheet of B or C, and what is left of both.
  fileprivate static func shown(_ own: String, _ first: [String], _ second: [String]) async throws
    -> [String]
  {
    let site = try Self.site(
      catalogue(first), catalogue(second, base: "https://c.bzh/"))
    try site.write(
      "---\ntitre: Café\ntags: [Écoute]\n\(own)---\nUn café.\n", to: "content/outils/cafe.md")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("labs/index.html"))
    return ["b.bzh/x/", "b.bzh/y/", "c.bzh/x/", "c.bzh/y/"].filter {
      page.contains("href=\"https://\($0)\"")
    }
  }

  fileprivate static func from(_ address: String) -> String {
    #","derived_from":{"url":"\#(address)"}"#
  }

  @Test func aCopyOfOursIsNotShown() async throws {
    let shown = try await Self.shown(
      "",
      [Self.entry("x", "X", Self.from("https://a.bzh/outils/cafe/")), Self.entry("y", "Y")], [])
    #expect(shown == ["b.bzh/y/"])
  }

  @Test func theOriginalOfOursIsNotShown() async throws {
    let shown = try await Self.shown(
      "derive_de: { url: \"http://b.bzh/x/index.html\" }\n",
      [Self.entry("x", "X"), Self.entry("y", "Y")], [])
    #expect(shown == ["b.bzh/y/"])
  }

  /// Ours is made from that of B, and B's from that of C.
  @Test func threeGenerationsAreShownOnce() async throws {
    let generations = [
      [Self.entry("x", "X", Self.from("https://c.bzh/x/"))], [Self.entry("x", "X")],
    ]
    #expect(try await Self.shown("", generations[0], generations[1]) == ["c.bzh/x/"])
    let adopted = "derive_de: { url: \"https://b.bzh/x/\" }\n"
    #expect(try await Self.shown(adopted, generations[0], generations[1]) == [])
  }

  @Test func twoCopiesOfOneSheetAreShownOnce() async throws {
    let copy = Self.entry("x", "X", Self.from("https://tiers.bzh/x/"))
    #expect(try await Self.shown("", [copy], [copy]) == ["b.bzh/x/"])
    let same = Self.entry("x", "X", #","sha256":"\#(String(repeating: "ab", count: 32))""#)
    #expect(try await Self.shown("", [same], [same]) == ["b.bzh/x/"])
  }

  /// Sheets that name each other as their originals, or themselves.
  @Test func aCircleIsShownOnce() async throws {
    let shown = try await Self.shown(
      "", [Self.entry("x", "X", Self.from("https://c.bzh/x/"))],
      [Self.entry("x", "X", Self.from("https://b.bzh/x/"))])
    #expect(shown == ["b.bzh/x/"])
    let own = Self.entry("x", "X", Self.from("https://b.bzh/x/"))
    #expect(try await Self.shown("", [own], []) == ["b.bzh/x/"])
  }

  /// What C says of itself hides nothing of B, which comes before it.
  @Test func whatALabSaysHidesItsOwnSheetsAlone() async throws {
    let shown = try await Self.shown(
      "", [Self.entry("x", "X"), Self.entry("y", "Y")],
      [Self.entry("x", "Pirate", Self.from("https://b.bzh/x/"))])
    #expect(shown == ["b.bzh/x/", "b.bzh/y/"])
  }

  @Test(arguments: ["../../x", "./x", "x/%2e%2E/y", "https://b.bzh/../x"])
  func anAddressStaysOnItsSite(address: String) async throws {
    let entry = #"{"id":"x","type":"outil","title":"X","url":"\#(address)","tags":["Écoute"]}"#
    let site = try Self.site(Self.catalogue([entry, Self.entry("y", "Y")]))
    let report = try await Self.build(site)
    #expect(report.diagnostics.map(\.id) == ["federation.left-out"])
    let page = try #require(site.published("labs/index.html"))
    #expect(page.contains("https://b.bzh/y/") && !page.contains(address))
  }

  // MARK: Regeneration

  @Test func pagesOfOneWikiAreDifferentSheets() async throws {
    let entries = [
      Self.entry("x", "X", Self.from("https://wiki.fr/?AtelierA")),
      Self.entry("y", "Y", Self.from("https://wiki.fr/?AtelierB")),
    ]
    #expect(try await Self.shown("", entries, []) == ["b.bzh/x/", "b.bzh/y/"])
    let own = "derive_de: { url: \"https://wiki.fr/?AtelierA\" }\n"
    #expect(try await Self.shown(own, entries, []) == ["b.bzh/y/"])
  }

  @Test func twoSheetsOfALabMadeFromOneGuideAreBothShown() async throws {
    let entries = ["x", "y"].map { Self.entry($0, $0, Self.from("https://guide.fr/")) }
    #expect(try await Self.shown("", entries, []) == ["b.bzh/x/", "b.bzh/y/"])
    #expect(
      try await Self.shown("", [entries[0]], [entries[1]]) == ["b.bzh/x/"])
  }

  @Test func aTranslationGoesWithItsOriginal() async throws {
    let translation =
      #"{"id":"br/x","translation_of":"x","type":"outil","lang":"br","title":"X e brezhoneg","#
      + #""url":"br/x/","tags":["Écoute"]\#(Self.from("https://guide.fr/"))}"#
    let home = #"{"id":"br","translation_of":"","type":"outil","title":"Ti B","url":"br/"}"#
    let entries = [Self.entry("x", "X", Self.from("https://guide.fr/")), translation, home]
    let site = try Self.site(Self.catalogue(entries))
    try site.write("---\ntitre: Kafe\n---\nUr c’hafe.\n", to: "content/outils/cafe.br.md")
    try await Self.build(site)
    #expect(site.published("br/outils/cafe/index.html")?.contains("X e brezhoneg") == true)
    #expect(!Self.everything(site).contains("Ti B"))
    try site.write(
      "---\ntitre: Café\ntags: [Écoute]\nderive_de: { url: https://b.bzh/x/ }\n---\nUn café.\n",
      to: "content/outils/cafe.md")
    #expect(try await Self.build(site).findings == [])
    #expect(!Self.everything(site).contains("X e brezhoneg"))
  }

  @Test func theLogIsTheCopyOfNoLab() throws {
    let site = try Self.site(
      Self.empty, configuration: "title: A\nfederation: [{ nom: Suivi, catalogue: ../s }]\n")
    var found: [Diagnostic] = []
    let declared = try ContentDeclarations(source: site.source, reporting: &found)
    #expect(declared.configuration.federation.map(\.id) == ["suivi"])
    #expect(declared.configuration.federation.allSatisfy { $0.copy != FederationLog.path })
  }

  /// Programs on Windows put a mark before what they write in UTF-8.
  @Test func aMarkBeforeTheCatalogueIsNoPartOfIt() async throws {
    let catalogue = Self.catalogue([Self.entry("a", "Pris"), #"{"id":"b"}"#])
    let site = try Self.site("\u{FEFF}" + catalogue)
    let report = try await Self.build(site)
    #expect(report.findings == ["federation.left-out " + Self.place])
    #expect(
      report.diagnostics.first?.message.french.contains(
        "une de ses entrées n’est pas une fiche de https://b.bzh/ ; elle est laissée de côté")
        == true)
    #expect(try #require(site.published("labs/index.html")).contains("https://b.bzh/a/"))
  }
}
