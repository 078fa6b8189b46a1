import Diagnostics
import SiteBuilding
import Testing

/// Links to places in pages: the page as it is published says which it has.
@Suite struct AnchorTests {
  private static let templates: KeyValuePairs = [
    "base": """
    <!doctype html>
    <html lang="{{page.lang}}"><head><title>{{page.head_title}}</title></head>
    <body><main id="contenu"><h1>{{page.title}}</h1>
    {{$main}}{{/main}}
    </main></body></html>
    """,
    "sheet": """
    {{<base}}{{$main}}
    {{#page.has_toc}}<h2 id="sommaire">Sommaire</h2>
    {{/page.has_toc}}
    {{#fields_list}}<h2 id="champ-{{key}}">{{label}}</h2>
    {{{html}}}
    {{/fields_list}}
    {{{page.content}}}
    {{/main}}{{/base}}
    """,
  ]

  private func site(_ files: KeyValuePairs<String, String>) throws -> SampleSite {
    let site = try SampleSite([
      "content/_types/lieu.yaml": """
      libelle: Lieu
      dossier: lieux
      champs:
        acces: { libelle: Accès }
        prix: { libelle: Prix }
        interne: { libelle: Note interne, inclus_dans_fiche: non }
      """
    ])
    for (name, text) in Self.templates {
      try site.write(text, to: "themes/ti/templates/\(name).mustache")
    }
    for (path, text) in files { try site.write(text, to: path) }
    return site
  }

  private static let commons: KeyValuePairs = [
    "content/lieux/b.md": """
    ---
    titre: B
    acces: De plain-pied
    interne: Clés au bureau
    ---
    ## Venir

    Par le port[^1].

    [^1]: À pied.
    """,
    "content/lieux/b.br.md": "---\ntitre: B e brezhoneg\n---\n## Dont\n",
    "content/lieux/c.md": "---\ntitre: C\n---\n## Un\n\n## Deux\n\n## Trois\n",
  ]

  /// A link, and whether its page has the place: a build and the audit of pages say the same.
  @Test(arguments: [
    ("[x](lieux/b.md#venir)", true), ("[x](lieux/b.md#partir)", false),
    ("[x](lieux/b.md#champ-acces)", true), ("[x](lieux/b.md#champ-prix)", false),
    ("[x](lieux/b.md#champ-interne)", false), ("[x](lieux/b.md#champ-nimporte)", false),
    ("[x](lieux/b.md#contenu)", true), ("[x](lieux/b.md#sommaire)", false),
    ("[x](lieux/c.md#sommaire)", true), ("[x](lieux/c.md#voisines)", false),
    ("[x](lieux/b.md#fn-1)", true), ("[x](lieux/b.md#fnref-1)", true),
    ("[x](lieux/b.md#fn-9)", false), ("[x](lieux/b.md#fnord)", false),
    ("[x](lieux/b.md#top)", true), ("[x](lieux/b.md#)", true),
    ("[x](lieux/c.md#%74rois)", true), ("[x](lieux/c.md#quatre)", false),
    ("[[B#Venir]]", true), ("[[B#Partir]]", false),
    ("## Ici\n\n[x](#ici)", true), ("[x](#contenu)", true),
    ("[x](lieux/b.md#vue-liste)", false), ("[x](lieux/b.md#reutiliser)", false),
    ("[x](lieux/b.br.md#dont)", true), ("[x](lieux/b.br.md#venir)", false),
  ])
  func areSaidOfByTheBuildAsByTheAudit(link: String, isThere: Bool) async throws {
    let site = try site(Self.commons)
    try site.write("---\ntitre: Fiche\n---\n\(link)\n", to: "content/fiche.md")
    let report = try await SiteBuilder(site.request()).check(auditsOutput: true)
    let built = report.diagnostics.filter { $0.id == "link.anchor" }
    let audited = report.diagnostics.filter { $0.id == "output.dead-anchor" }
    #expect(built.map(\.location.path) == (isThere ? [] : ["content/fiche.md"]))
    #expect(audited.map(\.location.path) == (isThere ? [] : ["content/fiche.md"]))
  }

  /// A place that a sheet names in its own page is at one place in both: it is told once.
  @Test func areToldOnceOfOnePlace() async throws {
    let site = try site(["content/fiche.md": "[x](#absente)\n"])
    let report = try await SiteBuilder(site.request()).check(auditsOutput: true)
    #expect(report.findings == ["link.anchor content/fiche.md:1:5"])
  }

  /// The title is at the top of its page, under the id that its writer gave it or none.
  @Test(arguments: [
    ("[x](t.md#la-page)", "t/#\""), ("[x](t.md#ici)", "t/#ici\""), ("[x](ja.md#_1)", "ja/#\""),
    ("[x](ja.md#_2)", "ja/#%E3%82%B3%E3%83%BC%E3%83%89\""), ("[x](t.md#notes_1)", "t/#notes-2\""),
    ("[x](t.md#v1-0)", "t/#v1-0\""),
  ])
  func leadToTitlesAndNumberedHeadings(link: String, href: String) async throws {
    let site = try site([
      "content/t.md":
        "# La page {#ici}\n\n## Notes\n\n## Notes\n\n## 1.0 / 2013\n{: #v1-0 .x}\n\nFin.\n",
      "content/ja.md": "# ページ\n\n## API\n\n## コード\n", "content/a.md": "# A\n\n\(link)\n",
    ])
    #expect(try await site.build().findings == [])
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("href=\"../\(href)"))
    let title = try #require(site.published("t/index.html"))
    #expect(title.contains("<span id=\"ici\"></span>") && title.contains("id=\"v1-0\""))
  }

  /// What other tools write for a heading leads to it.
  @Test(arguments: [
    ("[x](lieux/d.md#lapproche-dici)", "lieux/d/#l-approche-d-ici"),
    ("[x](lieux/d.md#L’approche%20d’ici)", "lieux/d/#l-approche-d-ici"),
    ("[x](lieux/d.md#configsetup)", "lieux/d/#config-setup"),
    ("[x](lieux/d.md#Config:Setup)", "lieux/d/#config-setup"),
    ("[x](lieux/d.md#notes-1)", "lieux/d/#notes-2"), ("[x](lieux/d.md#Notes)", "lieux/d/#notes"),
    ("[[D#Config:setup]]", "lieux/d/#config-setup"),
    ("[x](lieux/d.md#contenu)", "lieux/d/#contenu-2"),
    ("[x](lieux/d.md#ancre)", "lieux/d/#ancre"), ("[x](lieux/d.md#marque)", "lieux/d/#marque"),
    ("<a href=\"lieux/d.md#configsetup\">x</a>", "lieux/d/#config-setup"),
    ("[x](lieux/b.md#fn:1)", "lieux/b/#fn-1"), ("[x](lieux/b.md#fnref:1)", "lieux/b/#fnref-1"),
    ("[x](lieux/b.md#user-content-fn-1)", "lieux/b/#fn-1"),
  ])
  func areThoseThatOtherToolsName(link: String, href: String) async throws {
    let site = try site(Self.commons)
    try site.write(
      "---\ntitre: D\n---\n## L’approche d’ici\n\n## config:setup\n\n## Notes\n\n## Notes\n\n"
        + "## Contenu\n\n<a id=\"ancre\"></a>\n\n<p id=\"marque\">Là</p>\n",
      to: "content/lieux/d.md")
    try site.write("---\ntitre: Fiche\n---\n\(link)\n", to: "content/fiche.md")
    let report = try await SiteBuilder(site.request()).check(auditsOutput: true)
    #expect(report.diagnostics.filter { $0.id.hasSuffix("anchor") } == [])
    try await site.build()
    #expect(try #require(site.published("fiche/index.html")).contains("href=\"../\(href)\""))
  }

  /// A heading that changes changes the links to it, in pages that are as they were.
  @Test func followAHeadingThatChanges() async throws {
    let site = try site(Self.commons)
    try site.write("---\ntitre: D\n---\n## Un, deux\n", to: "content/lieux/d.md")
    try site.write("[x](lieux/d.md#undeux) [[#Ici même]]\n\n## Ici même\n", to: "content/fiche.md")
    try await site.settle()
    #expect(try await site.build().findings == [])
    #expect(site.published("fiche/index.html")?.contains("lieux/d/#un-deux\"") == true)
    try site.write("---\ntitre: D\n---\n## Un deux {#undeux}\n", to: "content/lieux/d.md")
    #expect(try await site.build().findings == [])
    #expect(site.published("fiche/index.html")?.contains("lieux/d/#undeux\"") == true)
    try site.write("---\ntitre: D\n---\n## Trois\n", to: "content/lieux/d.md")
    #expect(try await site.build().findings == ["link.anchor content/fiche.md:1:5"])
  }

  /// A translation leads to the page in its language, whose places it has.
  @Test func areThoseOfThePageInTheLanguageOfTheText() async throws {
    let site = try site(Self.commons)
    try site.write("---\ntitre: Fiche\n---\n[x](lieux/b.md#venir)\n", to: "content/fiche.md")
    try site.write(
      "---\ntitre: Un deskrivadur\n---\n[x](lieux/b.md#dont) [y](lieux/b.md#venir)\n",
      to: "content/fiche.br.md")
    let report = try await SiteBuilder(site.request()).check(auditsOutput: true)
    let found = report.diagnostics.filter { $0.id.hasSuffix("anchor") }
    #expect(found.map(\.location.path) == ["content/fiche.br.md", "content/fiche.br.md"])
    #expect(Set(found.map(\.id)) == ["link.anchor", "output.dead-anchor"])
  }

  @Test func areProposedAmongAllThatThePageHas() async throws {
    let site = try site(Self.commons)
    try site.write("[x](lieux/b.md#champ-acces-)\n", to: "content/fiche.md")
    let found = try await site.build().diagnostics
    #expect(found.map(\.suggestion?.french) == ["vouliez-vous dire « #champ-acces » ?"])
  }

  /// Headings leave to the theme what it uses on their page, and take the rest.
  @Test func ofHeadingsLeaveThoseOfTheTemplate() async throws {
    let text = "## Contenu\n\n## Champ accès\n\n## Sommaire\n\n## Liste\n\n## Voisines\n"
    let site = try site([
      "content/lieux/b.md": "---\ntitre: B\n---\n" + text,
      "content/fiche.md": "---\ntitre: Fiche\n---\n" + text,
    ])
    #expect(try await site.build().findings == [])
    func ids(_ path: String) throws -> [String] {
      try #require(site.published(path)).matches(of: /<h2 id="([^"]+)">[^<]+ <a/)
        .map { String($0.output.1) }
    }
    let field = ["contenu-2", "champ-acces-2", "sommaire-2", "liste", "voisines"]
    #expect(try ids("lieux/b/index.html") == field)
    #expect(
      try ids("fiche/index.html")
        == ["contenu-2", "champ-acces", "sommaire-2", "liste", "voisines"])
  }

  @Test func followAThemeThatChanges() async throws {
    let site = try site(Self.commons)
    try site.write("[x](lieux/b.md#contenu)\n", to: "content/fiche.md")
    #expect(try await site.build().findings == [])
    for (name, text) in Self.templates where name == "base" {
      let changed = text.replacing("id=\"contenu\"", with: "id=\"autre\"")
      try site.write(changed, to: "themes/ti/templates/base.mustache")
    }
    #expect(try await site.build().findings == ["link.anchor content/fiche.md:1:5"])
  }
}
