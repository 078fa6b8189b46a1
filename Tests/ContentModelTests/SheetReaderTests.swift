import Calendars
import Diagnostics
import Testing

@testable import ContentModel

/// What a sheet says of itself, whatever its type.
struct SheetReaderTests {
  @Test(arguments: [
    """
    title: Café
    summary: Résumé.
    date: 2026-03-14
    updated: 2026-04-01
    tags: [a, b]
    draft: true
    authors: L’équipe
    licence: cc-by-4.0
    lang: br
    slug: cafe
    aliases: [vieux/cafe]
    image: a.png
    weight: 3
    """,
    """
    titre: Café
    resume: Résumé.
    date: 2026-03-14T09:30:00+01:00
    mis_a_jour: 2026-04-01
    etiquettes: a, b
    brouillon: oui
    auteurs: [L’équipe]
    license: CC-BY-4.0
    langue: br
    slug: cafe
    alias: vieux/cafe
    image: a.png
    poids: 3
    """,
  ])
  func readsCoreKeysInBothLanguages(frontMatter: String) throws {
    let reading = SmallSite().read("---\n\(frontMatter)\n---\n", at: "notes/a.md")
    let sheet = try #require(reading.sheet)
    #expect(reading.findings == [])
    #expect(sheet.title == "Café")
    #expect(sheet.summary == "Résumé.")
    #expect(sheet.date?.description == "2026-03-14")
    #expect(sheet.updated?.description == "2026-04-01")
    #expect(sheet.latestDate == sheet.updated)
    #expect(sheet.tags == ["a", "b"])
    #expect(sheet.isDraft)
    #expect(sheet.authors == ["L’équipe"])
    #expect(sheet.licence?.id == "CC-BY-4.0")
    #expect(sheet.language == "br")
    #expect(sheet.slug == "cafe")
    #expect(sheet.aliases.map(\.path) == ["vieux/cafe"])
    #expect(sheet.image?.string == "a.png")
    #expect(sheet.weight == 3)
    #expect(sheet.id == "notes/a" && sheet.folder == "notes" && !sheet.isIndex)
  }

  @Test func takesDatesAndDraftsFromTheFieldsOfAType() {
    let site = SmallSite(types: [
      "fiche": """
      libelle: Fiche
      dossier: fiches
      brouillon_si: { statut: Brouillon }
      champs:
        statut: {}
        cree_le: { type: date, schema_org: dateCreated }
        revu_le: { type: date, schema_org: dateModified }
      """
    ])
    let reading = site.read(
      "---\nstatut: brouillon\ncree_le: 2026-01-02\nrevu_le: 2026-02-03\n---\n",
      at: "fiches/a.md")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isDraft == true)
    #expect(reading.sheet?.date?.description == "2026-01-02")
    #expect(reading.sheet?.updated?.description == "2026-02-03")
    #expect(site.read("---\nstatut: relu\n---\n", at: "fiches/b.md").sheet?.isDraft == false)
  }

  private static let typed = SmallSite(types: [
    "methode": "libelle: M\ndossier: methodes", "outil": "libelle: O\ndossier: methodes/outils",
    "evenement": "libelle: E\ndossier: agenda\nchamps: { type: {} }",
  ])

  @Test(arguments: [
    ("methodes/a.md", "", "methode"), ("methodes/x/y/a.md", "", "methode"),
    ("methodes/outils/a.md", "", "outil"), ("methodes/index.md", "", "page"),
    ("a.md", "", "page"), ("methodes-2/a.md", "", "page"), ("a.md", "type: outil", "outil"),
    ("methodes/a.md", "type: page", "page"), ("agenda/a.md", "type: atelier", "evenement"),
  ])
  func takesTheTypeThatItNamesOrThatOfItsFolder(path: String, key: String, type: String) {
    let reading = Self.typed.read("---\n\(key)\n---\nCorps\n", at: path)
    #expect(reading.findings == [])
    #expect(reading.sheet?.type.id == type)
  }

  @Test func reportsUnknownTypeWithASuggestion() {
    let reading = Self.typed.read("---\ntype: methodes\n---\n", at: "a.md")
    #expect(reading.findings == ["type.unknown 2:7+8"])
    #expect(reading.suggestions == ["vouliez-vous dire « methode » ?"])
  }

  @Test func leavesTheTypesOfAnotherGeneratorAlone() {
    #expect(SmallSite().read("---\ntype: post\n---\n").findings == [])
  }

  @Test(arguments: [
    "../x", "/../a", "''", "' '", ".", "..", "'a\\b'", "\"a\\nb\"",
  ])
  func refusesASlugThatIsNoName(slug: String) {
    let reading = SmallSite().read("---\nslug: \(slug)\n---\n")
    #expect(reading.diagnostics.map(\.id) == ["sheet.slug"])
    #expect(reading.diagnostics.allSatisfy { $0.location.position?.line == 2 })
    #expect(reading.sheet?.slug == nil)
  }

  @Test(arguments: [
    ("/", [""]), ("/a/b", ["a/b"]), ("a/b", ["a/b", "dossier/a/b"]), ("/a/", ["a"]),
  ])
  func takesASlugWithASlashForTheAddressInAnotherTool(slug: String, addresses: [String]) {
    let reading = SmallSite().read("---\nslug: \(slug)\n---\n", at: "dossier/fiche.md")
    #expect(reading.findings == [])
    #expect(reading.sheet?.slug == nil)
    #expect(reading.sheet?.aliases.map(\.path) == addresses)
    #expect(reading.sheet?.aliases.allSatisfy(\.isOfOtherTool) == true)
  }

  @Test(arguments: [
    ("---\nid: 20230101120000\n---\n", "a.md", ["20230101120000"]),
    ("# Note\nID: 20230101120000\n", "a.md", ["20230101120000"]),
    ("Voir [[20220101120000]].\n\n20230101120000\n", "a.md", ["20230101120000"]),
    ("Texte.\n", "20230101120000 Note.md", ["20230101120000"]),
    ("Texte.\n", "202301011200.md", ["202301011200"]),
    ("Tél. 0612345678, réf. 99999999999999, https://a.b/20230101120000\n", "a.md", []),
  ])
  func readsTheIDsOfNotes(text: String, path: String, names: [String]) {
    #expect(SmallSite().read(text, at: path).sheet?.aliases.map(\.path) == names)
  }

  @Test(arguments: ["world-cafe", "World café", "l'été", "a.b", "...", "日本"])
  func acceptsAnyNameAsSlug(slug: String) {
    #expect(SmallSite().read("---\nslug: \"\(slug)\"\n---\n").sheet?.slug == slug)
  }

  @Test(arguments: [
    ("a/b", "a/b"), ("a/b/", "a/b"), ("' a//b '", "a/b"),
    ("outils/Café à Brest", "outils/Café à Brest"), ("/vieux%20caf%C3%A9/", "vieux café"),
    ("?wiki=PageUne", ""),
  ])
  func readsAliases(written: String, path: String) {
    let reading = SmallSite().read("---\nalias: \(written)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.aliases.map(\.path) == [path])
    #expect(reading.sheet?.aliases.first?.query == (path.isEmpty ? "PageUne" : nil))
  }

  @Test(arguments: [
    "../a", "a/../b", "./a", "''", "' '", "//a.bzh/x", "https://a.bzh/x", "'a\\b'", "'../a?b'",
  ])
  func refusesAnAliasThatLeavesTheSite(written: String) {
    let reading = SmallSite().read("---\nalias: [b, \(written)]\n---\n")
    #expect(reading.findings == ["sheet.alias 2:8+1"])
    #expect(reading.sheet?.aliases.map(\.path) == ["b"])
  }

  @Test(arguments: [
    ("'?PagePrincipale'", "", "PagePrincipale"), ("'/?%C3%89t%C3%A9'", "", "Été"),
    ("spip.php?article12", "spip.php", "article12"), ("'a/b?x=1&y'", "a/b", "x=1&y"),
  ])
  func readsTheAddressOfAWiki(written: String, path: String, query: String) {
    let reading = SmallSite().read("---\nalias: \(written)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.aliases.map(\.path) == [path])
    #expect(reading.sheet?.aliases.map(\.query) == [query])
    #expect(reading.sheet?.aliases.map(\.isPage) == [false])
  }

  @Test func readsAnAliasFromTheRootAsHugoWritesIt() {
    let reading = SmallSite().read(
      "---\naliases:\n  - /vieux/cafe/\n  - vieux/cafe\n  - ../a\n---\n")
    #expect(reading.findings == ["sheet.alias 5:5+4"])
    #expect(reading.sheet?.aliases.map(\.path) == ["vieux/cafe"])
  }

  @Test(arguments: [
    "draft: true", "published: false", "publish: false", "publish: no", "status: draft",
    "Status: Private",
  ])
  func holdsBackTheDraftsOfOtherTools(line: String) {
    let reading = SmallSite().read("---\ntitle: A\n\(line)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isDraft == true)
  }

  @Test(arguments: [
    "published: true", "published: 2026-01-02", "publish: yes", "status: new", "hidden: false",
  ])
  func publishesWhatOtherToolsPublish(line: String) {
    let reading = SmallSite().read("---\ntitle: A\n\(line)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isDraft == false)
  }

  @Test func readsTheDaysOfOtherTools() {
    let text = "---\ntitle: A\npublishDate: 2026-05-01T08:00:00Z\nexpiryDate: 2026-06-01\n---\n"
    let publication = SmallSite().read(text).sheet?.publication
    #expect(publication?.from == CalendarDate(iso: "2026-05-01"))
    #expect(publication?.until == CalendarDate(iso: "2026-06-01"))
    let doubtful = SmallSite().read("---\ntitle: A\nexpiryDate: jamais\n---\n")
    #expect(doubtful.findings == ["sheet.publication-day 3:13+6"])
  }

  @Test(arguments: [
    ("noindex: true", true), ("hors_moteurs: oui", true), ("robots: noindex, nofollow", true),
    ("robots: none", true), ("noindex: false", false), ("robots: index, follow", false),
  ])
  func keepsAPageFromSearchEngines(line: String, isNotIndexed: Bool) {
    let reading = SmallSite().read("---\ntitle: A\n\(line)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isNotIndexed == isNotIndexed)
    #expect(reading.sheet?.isDraft == false)
  }

  @Test(arguments: [
    ("unlisted: true", true), ("hors_listes: oui", true), ("unlisted: false", false),
    ("build: { list: never }", true), ("_build: { list: false }", true),
    ("build: { list: local }", false), ("nav_exclude: true\nsearch_exclude: true", true),
    ("nav_exclude: false\nsearch_exclude: false", false),
  ])
  func keepsAPageOutOfLists(lines: String, isUnlisted: Bool) {
    let reading = SmallSite().read("---\ntitle: A\n\(lines)\n---\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.isUnlisted == isUnlisted)
    #expect(reading.sheet?.isNotIndexed == isUnlisted)
    #expect(reading.sheet?.isDraft == false)
  }

  @Test(arguments: ["nav_exclude: true", "search_exclude: true"])
  func saysThatItIsInEveryListOrInNone(line: String) {
    let reading = SmallSite().read("---\ntitle: A\n\(line)\n---\n")
    #expect(reading.findings.map { $0.prefix { $0 != " " } } == ["sheet.excluded"])
    #expect(reading.diagnostics.map(\.severity) == [.remark])
    #expect(reading.sheet?.isUnlisted == false)
  }

  @Test func saysThatItHidesNoPage() {
    let reading = SmallSite().read("---\ntitle: A\nhidden: true\n---\n")
    #expect(reading.findings.map { $0.prefix { $0 != " " } } == ["sheet.hidden"])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
  }
}

/// Former addresses that Jekyll writes under its own key.
struct RedirectFromTests {
  @Test(arguments: [
    ("redirect_from: /vieux/", ["vieux"]), ("redirect_from: [/a/b.html, c]", ["a/b.html", "c"]),
    ("redirect_from:\n  - /a/\n  - /b/", ["a", "b"]), ("alias: c\nredirect_from: /a/", ["c", "a"]),
  ])
  func readsThemAsAliases(line: String, paths: [String]) {
    let reading = SmallSite().read("---\n\(line)\n---\n")
    #expect(reading.findings.filter { !$0.hasPrefix("sheet.empty") } == [])
    #expect(reading.sheet?.aliases.map(\.path) == paths)
  }
}

struct SheetNameTests {
  @Test(arguments: [
    ("methodes/world-cafe.md", "methodes/world-cafe", false, nil),
    ("methodes/index.md", "methodes", true, nil), ("methodes/_index.md", "methodes", true, nil),
    ("index.md", "", true, nil), ("a.b.md", "a.b", false, nil),
    ("sans-suffixe", "sans-suffixe", false, nil),
    ("_posts/2026-03-14-bonjour.md", "posts/bonjour", false, "2026-03-14"),
    ("blog/_posts/2026-03-14-a.md", "blog/posts/a", false, "2026-03-14"),
    ("_posts/2026-02-30-a.md", "_posts/2026-02-30-a", false, nil),
    ("notes/2026-03-14-a.md", "notes/2026-03-14-a", false, nil),
    ("L’été à Brest.md", "L’été à Brest", false, nil),
  ])
  func readsPaths(path: String, id: String, isIndex: Bool, date: String?) {
    let name = SheetName(path: path)
    #expect(name.id == id)
    #expect(name.isIndex == isIndex)
    #expect(name.date?.description == date)
  }

  private static let typed = SmallSite(types: [
    "methode": """
    libelle: Méthode
    dossier: methodes
    champs:
      intention: { libelle: Intention }
      duree: { libelle: Durée, type: duree }
      statut: { libelle: Statut }
    relations:
      avant: { libelle: Avant, vers: [methode], plusieurs: oui }
    brouillon_si: { statut: brouillon }
    """
  ])

  @Test(arguments: [
    ("metodes/g.md", "vouliez-vous dire « methodes » ?"),
    ("g.md", "mettez la fiche dans le dossier « methodes », ou ajoutez « type: methode »"),
  ])
  func saysThatASheetHasTheKeysOfATypeItIsNotOf(path: String, suggestion: String) {
    let text = "---\ntitre: G\nintention: x\nduree: 1 h\nautre: y\n---\nCorps\n"
    let reading = Self.typed.read(text, at: path)
    #expect(reading.findings == ["sheet.misplaced 3:1+9"])
    #expect(reading.suggestions == [suggestion])
    #expect(SmallSite().read(text, at: path).findings == [])
  }

  @Test(arguments: [
    "---\ntitre: G\nintention: x\nautre: y\nencore: z\n---\n", "---\nintention: x\n---\n",
    "---\nintention: x\nduree: y\na: b\nc: d\n---\n",
  ])
  func leavesAloneKeysOfOthers(text: String) {
    #expect(Self.typed.read(text, at: "pages/g.md").findings == [])
  }

  @Test(arguments: [
    ("titre: \"\"", "front-matter.empty-title 2:8+2"),
    ("titre:", "front-matter.empty-title 2:1+5"),
    ("titre: “Fiche F”", "front-matter.quotes 2:8+9"),
    ("etiquettes: #écoute #facilitation", "front-matter.comment 2:1+10"),
    ("brouillon: non\nstatut: brouillon", "front-matter.draft 2:12+3"),
  ])
  func doubtsWhatSaysNothing(frontMatter: String, finding: String) {
    let reading = Self.typed.read("---\n\(frontMatter)\n---\n", at: "methodes/f.md")
    #expect(reading.findings == [finding])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.sheet != nil)
  }

  @Test(arguments: [
    "titre: \"“Fiche F”\"", "titre: “a” et “b”", "etiquettes: # à remplir", "titre: « F »",
    "brouillon: non\nstatut: prete",
  ])
  func doesNotDoubtWhatMayBeMeant(frontMatter: String) {
    #expect(Self.typed.read("---\n\(frontMatter)\n---\n", at: "methodes/f.md").findings == [])
  }

  @Test func proposesTheTagsThatAreInAComment() {
    let reading = Self.typed.read("---\netiquettes: #écoute #jeu\n---\n", at: "methodes/f.md")
    #expect(
      reading.diagnostics.map(\.expected?.french) == ["« etiquettes: [écoute, jeu] »"])
  }

  @Test func namesTheKeyAsItWasWritten() {
    let reading = Self.typed.read("---\ntitre: [a, b]\n---\n", at: "methodes/f.md")
    #expect(reading.messages == ["« titre » attend une seule valeur"])
  }

  @Test(arguments: [
    ("methodes/world-cafe.md", "World cafe"), ("mon_essai.md", "Mon essai"), ("été.md", "Été"),
    ("index.md", ""),
  ])
  func makesATitle(path: String, title: String) {
    #expect(SheetName(path: path).title == title)
  }
}
