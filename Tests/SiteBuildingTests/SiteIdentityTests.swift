import SamplePictures
import SiteBuilding
import SiteLoading
import Testing

/// Another lab by its configuration alone: colours, a logo, a picture on the home page, its letters.
@Suite struct SiteIdentityTests {
  private static let logo = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>
    """

  private func site(_ configuration: String) throws -> SampleSite {
    let site = try SampleSite([
      "archipel.yaml": configuration, "content/index.md": "---\ntitre: Accueil\n---\n",
      "content/fiche.md": "Un texte.\n", "content/marque/logo.svg": Self.logo,
    ])
    try site.write(
      SamplePictures.png(width: 600, height: 300, colour: (31, 111, 139)),
      to: "content/marque/salle.png")
    return site
  }

  private func build(_ site: SampleSite) async throws -> [String] {
    try await site.build { $0.options.builtInThemes = Fixtures.publishedThemes }.findings
  }

  private func styleSheet(of site: SampleSite) throws -> String {
    let path = try #require(
      site.files.keys.first { $0.hasPrefix("assets/ti.") && $0.hasSuffix(".css") })
    return try #require(site.published(path))
  }

  @Test func coloursReachTheStyleSheet() async throws {
    let site = try site("couleurs:\n  principale: \"#7b1e3a\"\n")
    #expect(try await build(site) == [])
    let style = try styleSheet(of: site)
    #expect(style.contains("--mer:#7b1e3a"))
    #expect(!style.contains("--couleur-"))
    try site.write("couleurs:\n  principale: \"#00535e\"\n", to: "archipel.yaml")
    #expect(try await build(site) == [])
    #expect(try styleSheet(of: site).contains("--mer:#00535e"))
  }

  @Test func aSiteWithoutColoursKeepsThoseOfItsTheme() async throws {
    let site = try site("title: Un lab\n")
    #expect(try await build(site) == [])
    #expect(try styleSheet(of: site).contains("--mer:#0b4257"))
  }

  @Test func tellsColoursThatTheThemeDoesNotTake() async throws {
    let site = try site("theme: sobre\ncouleurs:\n  principale: \"#7b1e3a\"\n")
    // The plain theme lies over the built-in one, which does take them.
    #expect(try await build(site) == [])
    let bare = try self.site("theme: nu\ncouleurs:\n  principale: \"#7b1e3a\"\n")
    try bare.write("{{page.title}}", to: "themes/nu/templates/page.mustache")
    #expect(try await bare.build().findings.contains("site.colours-unused archipel.yaml:2:1"))
  }

  @Test func showsTheLogoOnEveryPageAndAsItsIcon() async throws {
    let site = try site("logo: marque/logo.svg\n")
    #expect(try await build(site) == [])
    let page = try #require(site.published("fiche/index.html"))
    let shown = try #require(page.firstMatch(of: /<img class="marque-dessin" src="([^"]+)" alt=""/))
    #expect(page.contains("<link rel=\"icon\" href=\"\(shown.1)\">"))
    #expect(site.published(String(shown.1.dropFirst("../".count)))?.contains("<svg") == true)
  }

  @Test func aLogoThatChangesIsShownByThePagesThatWereKept() async throws {
    let site = try site("logo: /marque/logo.svg\n")
    #expect(try await build(site) == [])
    let before = try #require(site.published("fiche/index.html"))
    try await site.settle()
    try site.write(Self.logo.replacing("40", with: "60"), to: "content/marque/logo.svg")
    #expect(try await build(site) == [])
    let after = try #require(site.published("fiche/index.html"))
    #expect(before != after)
    #expect(after.contains("width=\"60\""))
  }

  @Test func theHomePageShowsThePictureInThePlaceOfTheDrawing() async throws {
    let site = try site("image: marque/salle.png\n")
    #expect(try await build(site) == [])
    let home = try #require(site.published("index.html"))
    #expect(home.contains("<img class=\"accueil-dessin accueil-image\" src=\"images/salle-"))
    #expect(!home.contains("<svg class=\"accueil-dessin\""))
  }

  @Test func theImageOfTheHomePageComesBeforeThatOfTheSite() async throws {
    let site = try site("image: marque/logo.svg\n")
    try site.write(
      "---\ntitre: Accueil\nimage: marque/salle.png\nimage_alt: Une salle\n---\n",
      to: "content/index.md")
    #expect(try await build(site) == [])
    let home = try #require(site.published("index.html"))
    #expect(home.contains(/accueil-image" src="images\/salle-[^"]*" alt="Une salle"/))
  }

  @Test(arguments: [
    ("logo: marque/log.svg\n", "site.picture archipel.yaml:1:1"),
    ("image: ../secret.png\n", "site.picture archipel.yaml:1:1"),
    ("title: T\nlogo: https://example.org/logo.svg\n", "site.picture archipel.yaml:2:1"),
    ("logo: fiche.md\n", "site.picture archipel.yaml:1:1"),
    ("logo: marque/texte.png\n", "image.format archipel.yaml:1:1"),
  ])
  func tellsAPictureThatCannotBeShown(_ configuration: String, _ finding: String) async throws {
    let site = try site(configuration)
    try site.write("Rien d’une image.", to: "content/marque/texte.png")
    #expect(try await build(site) == [finding])
    #expect(site.published("index.html")?.contains("<svg class=\"marque-dessin\"") == true)
  }

  @Test func publishesTheLettersOfATheme() async throws {
    let site = try site("theme: mien\n")
    try site.write([0x77, 0x4F, 0x46, 0x32], to: "themes/mien/assets/lab.woff2")
    try site.write(
      "@import \"_lettres.css\";\nbody { font-family: Lab; }\n", to: "themes/mien/assets/ti.css")
    try site.write(
      "@font-face { font-family: Lab; src: url(\"lab.woff2\") format(\"woff2\"); }\n",
      to: "themes/mien/assets/_lettres.css")
    #expect(try await build(site) == [])
    let font = try #require(site.files.keys.first { $0.hasSuffix(".woff2") })
    #expect(try styleSheet(of: site).contains(font.dropFirst("assets/".count)))
  }
}
