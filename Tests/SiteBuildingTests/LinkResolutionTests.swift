import Diagnostics
import SiteBuilding
import Testing

/// Links lead to what is there, however other tools have them written.
@Suite struct LinkResolutionTests {
  private func page(_ link: String, _ files: KeyValuePairs<String, String>) async throws -> (
    html: String, findings: [String]
  ) {
    let site = try SampleSite(files)
    try site.write("---\ntitle: Ici\n---\n\(link)\n", to: "content/dossier/ici.md")
    // « en » and « fr » are folders of these sites, not their subject.
    let findings = try await site.build().findings.filter { !$0.hasPrefix("translation.folder") }
    return (site.published("dossier/ici/index.html") ?? "", findings)
  }

  private static let vault: KeyValuePairs = [
    "content/index.md": "# Accueil",
    "content/autre/note_de_travail.md": """
    ---
    title: Ma note
    aliases: [Carnet]
    ---
    ## Une partie

    Un texte. ^bloc
    """,
    "content/autre/Profond/page.md": "# Une page",
    "content/autre/plan.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\" width=\"20\" height=\"10\"/>",
    "content/autre/guide.pdf": "%PDF",
    "content/autre/e\u{301}te\u{301}.md": "# Saison",
  ]

  @Test(arguments: [
    ("[[Ma note]]", "../../autre/note_de_travail/\">Ma note"),
    ("[[note_de_travail]]", "../../autre/note_de_travail/\">note_de_travail"),
    ("[[NOTE_de_travail]]", "../../autre/note_de_travail/\">NOTE_de_travail"),
    ("[[autre/note_de_travail]]", "../../autre/note_de_travail/\">"),
    ("[[autre/note_de_travail.md|elle]]", "../../autre/note_de_travail/\">elle"),
    ("[[../autre/note_de_travail]]", "../../autre/note_de_travail/\">"),
    ("[[profond/Page]]", "../../autre/Profond/page/\">Une page"),
    ("[[Carnet]]", "../../autre/note_de_travail/\">Carnet"),
    ("[[Carnet#Une partie]]", "../../autre/note_de_travail/#une-partie\">Carnet &gt; Une partie"),
    ("[[été]]", "../../autre/%C3%A9t%C3%A9/\">été"),
    ("[[Carnet#Une partie|la partie]]", "../../autre/note_de_travail/#une-partie\">la partie"),
    ("[[Carnet#^bloc]]", "../../autre/note_de_travail/#bloc\">Carnet"),
    ("[[guide.pdf]]", "../../autre/guide.pdf\">guide.pdf"),
    ("## Une suite\n\n[[#Une suite]]", "#une-suite\">Une suite"),
    ("![[note_de_travail]]", "../../autre/note_de_travail/\">Ma note"),
    ("[x](../Autre/Note_de_travail.md)", "../../autre/note_de_travail/\">x"),
    ("[x](/autre/profond/page/)", "../../autre/Profond/page/\">x"),
    ("[x](/autre/note-de-travail/)", "../../autre/note_de_travail/\">x"),
    ("[x](../autre/Guide.PDF)", "../../autre/guide.pdf\">x"),
    ("[x](../../autre/guide.pdf)", "../../autre/guide.pdf\">x"),
  ])
  func findsASheetOrAFileByWhatPeopleCallIt(link: String, written: String) async throws {
    let (html, findings) = try await page(link, Self.vault)
    #expect(findings == [])
    #expect(html.contains("href=\"\(written)"))
  }

  /// Who has made a site of the folder has given its sheets their titles.
  @Test(arguments: ["[[note_de_travail]]", "[[Carnet]]", "[[Carnet#Une partie]]"])
  func showsTitlesInASite(link: String) async throws {
    let site = try SampleSite(Self.vault)
    try site.write("title: Lab\n", to: "archipel.yaml")
    try site.write("---\ntitre: Ici\n---\n\(link)\n", to: "content/ici.md")
    try await site.build()
    #expect(site.published("ici/index.html")?.contains(">Ma note</a>") == true)
  }

  @Test(arguments: [
    ("![[plan.svg|Le plan]]", "alt=\"Le plan\" width=\"20\" height=\"10\""),
    ("![[PLAN.svg|Le plan|300]]", "alt=\"Le plan\" width=\"300\" height=\"150\""),
    ("![[autre/plan.svg|Le plan|300x80]]", "alt=\"Le plan\" width=\"300\" height=\"150\""),
    ("![Le plan|300](../autre/plan.svg)", "alt=\"Le plan\" width=\"300\" height=\"150\""),
    (
      "![Un point](data:image/png;base64,iVBORw0KGgo=)",
      "src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"Un point\""
    ),
    ("![Le plan](../autre/Plan.SVG)", "alt=\"Le plan\" width=\"20\" height=\"10\""),
  ])
  func showsAPictureByItsName(text: String, written: String) async throws {
    let (html, findings) = try await page(text, Self.vault)
    #expect(findings == [])
    #expect(html.contains(written))
  }

  @Test func asksForTheAlternativeOfAnEmbeddedPicture() async throws {
    let (html, findings) = try await page("![[plan.svg|300]]", Self.vault)
    #expect(findings == ["markdown.image-alt content/dossier/ici.md:4:2"])
    #expect(html.contains("alt=\"\" width=\"300\" height=\"150\""))
  }

  private static let addresses: KeyValuePairs = [
    "archipel.yaml": "base_url: https://lab.example/communs/\n",
    "content/page.md":
      "---\ntitle: Page\naliases: [old/address, vieux.html]\ntags: [Climat]\n---\n",
    "content/page.en.md": "---\ntitle: Page in English\n---\n",
    "content/s.md": "---\ntitle: S\nslug: new\n---\n",
    "content/brouillon.md": "---\ntitle: Brouillon\ndraft: true\n---\n",
  ]

  @Test(arguments: [
    ("/en/page/", "../../en/page/"), ("/old/address/", "../../page/"),
    ("/old/address#ici", "../../page/#ici"), ("/vieux.html", "../../page/"),
    ("/new/", "../../new/"), ("/s.md", "../../new/"),
    ("/etiquettes/climat/", "../../etiquettes/climat/"),
    ("/etiquettes/", "../../etiquettes/"), ("/recherche/", "../../recherche/"),
    ("/feed.xml", "../../feed.xml"), ("/dossier/feed.json", "../../dossier/feed.json"),
    ("/plan-du-site/index.html", "../../plan-du-site/"), ("/sitemap.xml", "../../sitemap.xml"),
    ("https://lab.example/communs/page/", "../../page/"),
    ("https://lab.example/communs", "../../"), ("/communs/new/", "../../new/"),
  ])
  func followsWhatIsPublished(address: String, href: String) async throws {
    let (html, findings) = try await page("[x](\(address))", Self.addresses)
    #expect(findings.filter { !$0.hasPrefix("link.anchor") } == [])
    #expect(html.contains("href=\"\(href)\""))
  }

  @Test(arguments: [
    ("[x](/rien/)", "link.dangling"), ("[x](/etiquettes/rien/)", "link.dangling"),
    ("[x](https://lab.example/communs/rien/)", "link.dangling"),
    ("[x](/brouillon/)", "link.unpublished"), ("[x](../brouillon)", "link.unpublished"),
    ("[[Brouillon]]", "link.unpublished"), ("[[brouillon]]", "link.unpublished"),
    ("[[Rien]]", "link.dangling"), ("![[rien.png]]", "link.dangling"),
    ("[x](about:blank)", "link.unsafe"), ("<ms-msdt:/id>", "link.unsafe"),
    ("<view-source:https://a.example>", "link.unsafe"), ("![x](blob:zz)", "link.unsafe"),
    ("[x](filesystem:a)", "link.unsafe"), ("<search-ms:a>", "link.unsafe"),
  ])
  func saysWhatIsNotThere(text: String, id: String) async throws {
    let (_, findings) = try await page(text, Self.addresses)
    #expect(findings.map { String($0.prefix { $0 != " " }) } == [id])
  }

  private static let elsewhere: KeyValuePairs = [
    // Of a plain folder, « fr/ » and « en/ » would be read as languages.
    "archipel.yaml": "title: Lab\n",
    "content/fr/admin.md": "# Administrer\n\n## Droits d'accès\n\n## Vie & mort\n",
    "content/en/admin.md": "# Manage\n", "content/en/seul.md": "# Alone\n",
    "content/carnets/note.md": "# Note\n", "content/langages/c.md": "# C\n",
    "content/langages/cpp.md": "# C++\n", "content/langages/2-atelier-long.md": "# Atelier\n",
    "content/PagePrincipale.md": "# La page du wiki\n", "content/manuel/README.md": "# Manuel\n",
    "content/images/plan.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\" width=\"20\" height=\"10\"/>",
    "content/fichiers/guide.pdf": "%PDF",
  ]

  /// What other tools find from a root, or by a name, that is not written.
  @Test(arguments: [
    ("[x](/docs/fr/admin)", "../../fr/admin/\">x"),
    ("[x](docs/fr/admin.md#vie-mort)", "../../fr/admin/#vie-mort\">x"),
    ("[x](/docs/fr/admin?id=droits-d39acc%c3%a8s)", "../../fr/admin/#droits-d-acces\">x"),
    ("[x](/docs/fr/admin?id=vie-amp-mort)", "../../fr/admin/#vie-mort\">x"),
    ("[x](/carnet/note/)", "../../carnets/note/\">x"), ("[x](note)", "../../carnets/note/\">x"),
    ("[x]({{site.baseurl}}/notes/note/)", "../../carnets/note/\">x"),
    ("[x](../../../note.md)", "../../carnets/note/\">x"),
    ("[x](/docs/carnets/)", "../../carnets/\">x"), ("[x](../manuel/index.md)", "../../manuel/\">x"),
    ("[x](/manuel/_index.md)", "../../manuel/\">x"),
    ("[x](guide.pdf)", "../../fichiers/guide.pdf\">x"),
    ("[[vieux/note|x]]", "../../carnets/note/\">x"),
  ])
  func findsByTheEndOfAPath(text: String, href: String) async throws {
    let (html, findings) = try await page(text, Self.elsewhere)
    let column = text.hasPrefix("[[") ? 1 : text.contains("}}") ? 21 : 5
    #expect(findings == ["link.elsewhere content/dossier/ici.md:4:\(column)"])
    #expect(html.contains("href=\"\(href)"))
  }

  @Test(arguments: [
    ("[x](/langages/atelier-long/)", "../../langages/2-atelier-long/\">x"),
    ("[[Mes notes|carnets/note]]", "../../carnets/note/\">Mes notes"),
    ("[x](?PagePrincipale)", "../../PagePrincipale/\">x"),
    ("[x](/?wiki=PagePrincipale&vue=1)", "../../PagePrincipale/\">x"),
    ("[x](#/fr/admin)", "../../fr/admin/\">x"), ("[x](/fr/admin.htm)", "../../fr/admin/\">x"),
    ("[x](/fr/admin?id=vie-mort)", "../../fr/admin/#vie-mort\">x"),
    ("## Ici même\n\n[x](?id=ici-même)", "#ici-meme\">x"), ("[[C++]]", "../../langages/cpp/\">C++"),
    ("[[c]]", "../../langages/c/\">C"), ("[x](/fr/seul/)", "../../en/seul/\">x"),
  ])
  func readsTheAddressesOfOtherTools(text: String, href: String) async throws {
    let (html, findings) = try await page(text, Self.elsewhere)
    #expect(findings == [])
    #expect(html.contains("href=\"\(href)"))
  }

  @Test func showsAPictureThatLiesElsewhere() async throws {
    let (html, findings) = try await page("![Le plan](plan.svg)", Self.elsewhere)
    #expect(findings == ["link.elsewhere content/dossier/ici.md:4:12"])
    #expect(html.contains("alt=\"Le plan\" width=\"20\" height=\"10\""))
  }

  @Test func saysWhatToWriteForAPathThatLeadsElsewhere() async throws {
    let site = try SampleSite(Self.elsewhere)
    try site.write("[x](note.md#a) ![Le plan](images\\plan.svg)\n", to: "content/ici.md")
    let remarks = try await site.build().diagnostics.filter { $0.id == "link.elsewhere" }
    #expect(
      remarks.compactMap { $0.suggestion?.french } == [
        "écrivez « carnets/note.md »", "écrivez « images/plan.svg »",
      ])
    #expect(remarks.allSatisfy { $0.severity == .remark })
  }

  @Test(arguments: [
    ("[x](/vieux/admin/)", "link.dangling"), ("[x](/rien/README.md)", "link.dangling"),
    ("[x]('https://exemple.fr/')", "link.dangling"),
  ])
  func guessesNothingOfSeveral(text: String, id: String) async throws {
    let (_, findings) = try await page(text, Self.elsewhere)
    #expect(findings == ["\(id) content/dossier/ici.md:4:5"])
  }

  @Test func leavesThePathsOfAStrictSiteToItsWriters() async throws {
    let site = try SampleSite(Self.elsewhere)
    try site.write("title: Lab\nstrict: true\n", to: "archipel.yaml")
    try site.write("# Ici\n\n[x](note.md) ![Le plan](plan.svg)\n", to: "content/ici.md")
    let findings = try await site.build().findings.filter { $0.hasPrefix("link.") }
    #expect(findings == ["link.dangling content/ici.md:3:5", "link.image content/ici.md:3:25"])
  }

  @Test func saysThatAFileIsLeftOut() async throws {
    let (_, findings) = try await page(
      "[a](../_essais/a.md) [b](../b.php)",
      ["content/_essais/a.md": "# A", "content/b.php": "<?php"])
    #expect(
      findings.filter { $0.hasPrefix("link.") } == [
        "link.left-out content/dossier/ici.md:4:5", "link.left-out content/dossier/ici.md:4:26",
      ])
  }

  @Test func takesTheNearestOfOneName() async throws {
    let (html, findings) = try await page(
      "[[note]]",
      ["content/a/note.md": "# A", "content/dossier/z/note.md": "# Z", "content/b/note.md": "# B"])
    #expect(findings == ["link.ambiguous content/dossier/ici.md:4:1"])
    #expect(html.contains("href=\"../../dossier/z/note/\">Z"))
    let (other, _) = try await page(
      "[[note]]", ["content/b/note.md": "# B", "content/a/note.md": "# A"])
    #expect(other.contains("href=\"../../a/note/\">A"))
  }

  @Test func tellsManyDeadLinksOnceEach() async throws {
    let names = (0..<3_000).map { "[[rien \($0 % 2_500)]]" }.joined(separator: " ")
    let (_, findings) = try await page(names, [:])
    #expect(findings.count { $0.hasPrefix("link.") } == 1_001)
    #expect(findings.contains("link.more content/dossier/ici.md"))
  }
}
