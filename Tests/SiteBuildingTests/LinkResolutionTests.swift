import Testing

/// Links lead to what is there, however other tools have them written.
@Suite struct LinkResolutionTests {
  private func page(_ link: String, _ files: KeyValuePairs<String, String>) async throws -> (
    html: String, findings: [String]
  ) {
    let site = try SampleSite(files)
    try site.write("---\ntitle: Ici\n---\n\(link)\n", to: "content/dossier/ici.md")
    let findings = try await site.build().findings
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
    """,
    "content/autre/Profond/page.md": "# Une page",
    "content/autre/plan.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\" width=\"20\" height=\"10\"/>",
    "content/autre/guide.pdf": "%PDF",
    "content/autre/e\u{301}te\u{301}.md": "# Saison",
  ]

  @Test(arguments: [
    ("[[Ma note]]", "../../autre/note_de_travail/\">Ma note"),
    ("[[note_de_travail]]", "../../autre/note_de_travail/\">Ma note"),
    ("[[NOTE_de_travail]]", "../../autre/note_de_travail/\">Ma note"),
    ("[[autre/note_de_travail]]", "../../autre/note_de_travail/\">"),
    ("[[autre/note_de_travail.md|elle]]", "../../autre/note_de_travail/\">elle"),
    ("[[../autre/note_de_travail]]", "../../autre/note_de_travail/\">"),
    ("[[profond/Page]]", "../../autre/Profond/page/\">Une page"),
    ("[[Carnet]]", "../../autre/note_de_travail/\">Ma note"),
    ("[[été]]", "../../autre/%C3%A9t%C3%A9/\">Saison"),
    ("[[Carnet#Une partie|la partie]]", "../../autre/note_de_travail/#une-partie\">la partie"),
    ("[[Carnet#^bloc]]", "../../autre/note_de_travail/\">Ma note"),
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

  @Test(arguments: [
    ("![[plan.svg|Le plan]]", "alt=\"Le plan\" width=\"20\" height=\"10\""),
    ("![[PLAN.svg|Le plan|300]]", "alt=\"Le plan\" width=\"300\" height=\"150\""),
    ("![[autre/plan.svg|Le plan|300x80]]", "alt=\"Le plan\" width=\"300\" height=\"150\""),
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
    #expect(findings.count == 1_001)
    #expect(findings.contains("link.more content/dossier/ici.md"))
  }
}
