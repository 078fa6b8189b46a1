import Foundation
import SiteLoading
import Diagnostics
import SiteBuilding
import Testing

/// The pages of the words that sheets bear besides their tags.
@Suite struct TaxonomyTests {
  private static let vocabulary = """
    libelle: { fr: Phases, br: Prantadoù }
    description: Quand la méthode sert.
    ordonne: true
    termes:
      - { id: ideation, libelle: { fr: Idéation, br: Ijin }, definition: Produire des idées. }
      - { id: cadrage, libelle: Cadrage }
      - { id: bilan, libelle: Bilan, page: methodes/b }
    """
  private static let type = """
    libelle: Méthode
    dossier: methodes
    champs:
      quand: { libelle: Quand, type: terme, vocabulaire: phases, plusieurs: true }
      pays: { libelle: Pays, type: texte }
      rang: { libelle: Rang, type: entier }
    """

  private static func site(_ configuration: String) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": "title: Lab\n\(configuration)",
      "content/_vocabularies/phases.yaml": vocabulary, "content/_types/methode.yaml": type,
      "content/methodes/a.md":
        "---\ntitre: A\nquand: [cadrage, ideation]\npays: Écosse\nauteurs: [Ana Le Goff, Ewen]\n"
        + "etiquettes: [Climat]\ndate: 2026-01-02\n---\n",
      "content/methodes/b.md":
        "---\ntitre: B\nquand: [ideation, bilan]\npays: ecosse\nauteurs: [Ewen]\n---\n",
      "content/methodes/a.br.md": "---\ntitre: A br\n---\nTestenn.\n",
      "content/c.md": "---\ntitre: C\nauteurs: [Ewen]\ndate: 2026-02-03\n---\nC.\n",
    ])
  }

  private static let published: @Sendable (inout BuildRequest) -> Void = {
    $0.options.builtInThemes = Fixtures.publishedThemes
  }

  @Test func makesNothingOfItsOwnAccord() async throws {
    let site = try Self.site("")
    #expect(try await site.build().findings == [])
    #expect(!site.files.keys.contains { $0.hasPrefix("phases/") || $0.hasPrefix("auteurs/") })
    #expect(site.published("etiquettes/climat/feed.xml") == nil)
  }

  @Test func listsTheSheetsOfEachTermInTheOrderOfItsVocabulary() async throws {
    let site = try Self.site("taxonomies: [phases]\n")
    #expect(try await site.build(Self.published).findings == [])
    let all = try #require(site.published("phases/index.html"))
    let places = try ["Idéation", "Cadrage", "Bilan"].map { name in
      try #require(all.range(of: ">\(name) <span class=\"nombre\">")).lowerBound
    }
    #expect(places == places.sorted())
    #expect(all.contains("Quand la méthode sert."))
    #expect(all.contains("phases/ideation/\">Idéation <span class=\"nombre\">2</span></a>"))
    let page = try #require(site.published("phases/ideation/index.html"))
    #expect(page.contains("<h1>Idéation</h1><p class=\"chapeau\">Produire des idées.</p>"))
    #expect(page.contains("../../methodes/a/") && page.contains("../../methodes/b/"))
    #expect(page.contains("<p class=\"fiche-type\">Phases</p>"))
    #expect(PublishedLinks(of: site.files).dangling == [])
    #expect(site.published("sitemap.xml")?.contains("phases/ideation/") == true)
    #expect(site.published("plan-du-site/index.html")?.contains("../phases/cadrage/") == true)
  }

  @Test func leadsToThePagesFromTheSheets() async throws {
    let site = try Self.site("taxonomies: [phases, auteurs, pays]\n")
    #expect(try await site.build(Self.published).findings == [])
    let sheet = try #require(site.published("methodes/b/index.html"))
    #expect(sheet.contains("href=\"../../phases/ideation/\""))
    // A vocabulary that names the page of a term knows better.
    #expect(!sheet.contains("href=\"../../phases/bilan/\""))
    #expect(sheet.contains("<dd><a href=\"../../auteurs/ewen/\">Ewen</a></dd>"))
    #expect(sheet.contains("<a href=\"../../pays/ecosse/\">"))
    let author = try #require(site.published("auteurs/ewen/index.html"))
    for page in ["methodes/a/", "methodes/b/", "c/"] { #expect(author.contains("../../\(page)")) }
    #expect(site.published("pays/ecosse/index.html")?.contains("2 fiches") == true)
  }

  @Test func hasPagesInTheLanguagesOfTheSheets() async throws {
    let site = try Self.site("taxonomies: [phases]\n")
    try site.write(
      "[un](/br/phases/) [deux](/br/phases/ideation/) [trois](/br/phases/bilan/)\n",
      to: "content/liens.md")
    #expect(
      try await site.build(Self.published).findings == ["link.dangling content/liens.md:1:56"])
    let page = try #require(site.published("br/phases/ideation/index.html"))
    #expect(page.contains("<h1>Ijin</h1>") && page.contains("A br"))
    #expect(!page.contains(">B<"))
    // A word that is the same in both languages is told from itself in the title.
    #expect(
      site.published("br/phases/cadrage/index.html")?.contains(
        "<title>Cadrage (Brezhoneg) – Lab</title>") == true)
    #expect(site.published("br/phases/bilan/index.html") == nil)
    let list = try #require(site.published("br/phases/index.html"))
    #expect(list.contains("br/phases/ideation/\">Ijin <span class=\"nombre\">1</span></a>"))
    #expect(!list.contains("Bilan"))
    let sheet = try #require(site.published("br/methodes/a/index.html"))
    #expect(sheet.contains("href=\"../../../br/phases/ideation/\""))
    #expect(
      site.published("phases/ideation/index.html")?.contains("../../br/phases/ideation/") == true)
  }

  @Test func listsKeysThatNoTypeKnows() async throws {
    let site = try SampleSite([
      "archipel.yaml": "taxonomies: [categories, series]\n",
      "content/a.md": "---\ncategories: [Jardin, Cuisine]\nseries: \"Un, Deux\"\n---\nA.\n",
      "content/_types/note.yaml": "libelle: Note\ndossier: notes\n",
      "content/notes/b.md": "---\ncategories: [jardin]\n---\nB.\n",
      "content/d.md": "---\ntaxonomies: { categories: [JARDIN] }\n---\nD.\n",
      "content/index.md": "[Jardin](/categories/jardin/) [Séries](/series/)\n",
    ])
    #expect(try await site.build(Self.published).findings == [])
    #expect(site.published("categories/jardin/index.html")?.contains("3 fiches") == true)
    #expect(site.published("series/deux/index.html") != nil)
    #expect(
      site.published("a/index.html")?.contains("<a href=\"../categories/cuisine/\">Cuisine</a>")
        == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test(arguments: [
    ("[etiquettes]", "site.taxonomy-known archipel.yaml:2:14"),
    ("[phases, phases]", "site.taxonomy-known archipel.yaml:2:22"),
    ("[rang]", "site.taxonomy archipel.yaml:2:14"),
    ("[\"…\"]", "site.address archipel.yaml:2:14"),
    ("[auteurs, phase]", "site.taxonomy-empty archipel.yaml:2:23"),
    ("[methodes]", "site.moved-page archipel.yaml:2:14 site.taxonomy-empty archipel.yaml:2:14"),
  ])
  func tellsOfNamesThatHaveNoPages(names: String, finding: String) async throws {
    let site = try Self.site("taxonomies: \(names)\n")
    #expect(try await site.build().findings.joined(separator: " ") == finding)
  }

  @Test func refusesASheetOfTooManyWords() async throws {
    let site = try Self.site("taxonomies: [auteurs, series]\n")
    let words = (1...201).map(String.init).joined(separator: ", ")
    try site.write(
      "---\nauteurs: [\(words)]\nseries: [\(words)]\n---\nD.\n", to: "content/d.md")
    #expect(
      try await site.build().findings == [
        "front-matter.tags content/d.md:2:10", "front-matter.tags content/d.md:3:9",
      ])
  }

  @Test func leavesTheWordsOfATranslationToItsOriginal() async throws {
    let site = try Self.site("taxonomies: [series]\n")
    try site.write("---\nseries: [Deux]\n---\nC.\n", to: "content/c.md")
    try site.write("---\ntitre: C br\nseries: [Daou]\n---\nC.\n", to: "content/c.br.md")
    #expect(
      try await site.build().findings == ["translation.kept content/c.br.md:3:9"])
    #expect(site.published("series/daou/index.html") == nil)
    #expect(site.published("br/series/deux/index.html") != nil)
  }

  @Test func givesAFeedToTagsAndTerms() async throws {
    let site = try Self.site(
      "base_url: https://lab.bzh\ntaxonomies: [auteurs]\nflux: [etiquettes, termes]\n")
    #expect(try await site.build(Self.published).findings == [])
    let tag = try #require(site.published("etiquettes/climat/feed.xml"))
    #expect(tag.contains("<title>Climat – Lab</title>"))
    #expect(tag.contains("href=\"https://lab.bzh/methodes/a/\""))
    let author = try #require(site.published("auteurs/ewen/feed.xml"))
    let entries = author.components(separatedBy: "<entry>").dropFirst()
    // The latest first; the sheet without a date is in none.
    #expect(entries.count == 2 && entries.first?.contains("<title>C</title>") == true)
    #expect(
      site.published("etiquettes/climat/index.html")?.contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Climat – Lab\" "
          + "href=\"../../etiquettes/climat/feed.xml\">") == true)
    #expect(PublishedLinks(of: site.files).dangling == [])
  }

  @Test(arguments: [
    ("content/c.md", "---\ntitre: C\nauteurs: [Lena]\n---\nC.\n"),
    ("content/methodes/a.md", "---\ntitre: A\nquand: [bilan]\nauteurs: [EWEN]\n---\n"),
    ("content/methodes/b.br.md", "---\ntitre: B br\n---\nB.\n"),
    ("content/methodes/d.md", "---\ntitre: D\nquand: [cadrage]\npays: ÉCOSSE\n---\n"),
  ])
  func followsChanges(path: String, text: String) async throws {
    let site = try Self.site("taxonomies: [phases, auteurs, pays]\nfeeds: [tags, terms]\n")
    #expect(try await Regeneration(site, Self.published).differences == [])
    try await site.settle()
    try site.write(text, to: path)
    #expect(try await Regeneration(site, Self.published).differences == [])
    try site.remove("content/methodes/a.br.md")
    #expect(try await Regeneration(site, Self.published).differences == [])
  }
}
