import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// What pages show below their text.
@Suite struct ViewTests {
  private static let files: KeyValuePairs = [
    "content/_types/projet.yaml": """
    libelle: Projet
    dossier: projets
    tri: titre
    champs:
      etat: { libelle: État, type: terme, vocabulaire: etats, plusieurs: true }
      savoirs: { libelle: Savoirs, type: etiquettes }
      groupe:
        libelle: Groupe
        type: objet
        champs:
          min: { libelle: De, type: entier }
          max: { libelle: À, type: entier }
    """,
    "content/_vocabularies/etats.yaml":
      "ordonne: true\ntermes: [{ libelle: Début }, { libelle: Milieu }, { libelle: Fin }]",
    "content/projets/a.md":
      "---\ntitre: Âne & Co\netat: [fin]\nsavoirs: [Vélo, écrire]\ngroupe: { min: 2, max: 8 }\n---\n",
    "content/projets/b.md": "---\ntitre: Barque\netat: [début, fin]\nsavoirs: [velo]\n---\n",
    "content/projets/vieux/c.md": "---\ntitre: Coque\n---\n",
    "themes/ti/templates/page.mustache": """
    {{<base}}{{$main}}{{#page.view}}{{genre}}
    {{#tableau}}{{#columns}}[{{id}} {{count}}:{{#items}} {{title}}{{/items}}{{#more}} {{label}}{{/more}}]
    {{/columns}}{{#more}}{{label}} {{url}}{{/more}}{{/tableau}}
    {{#annuaire}}{{#groups}}[{{label}} {{count}}:{{#items}} {{title}}{{/items}}]{{/groups}}{{/annuaire}}
    {{#cartes}}{{#groups}}[{{label}}:{{#items}} {{id}}{{#fields.groupe}} {{min.text}}{{/fields.groupe}}{{/items}}]{{/groups}}{{/cartes}}
    {{#catalogue}}{{#facets}}{{key}}{{#values}} {{id}}={{count}}{{/values}}{{#range}} {{sense}}{{/range}};{{/facets}}
    {{#groups}}[{{id}} {{count_label}}:{{#items}} {{values}} {{ranges}}{{/items}}{{#others}} ({{title}}){{/others}}]{{/groups}}{{/catalogue}}
    {{#matrice}}{{#rows}}[{{label}}{{#cells}} |{{#items}} {{title}}{{/items}}{{/cells}}]{{/rows}}{{/matrice}}
    {{/page.view}}{{/main}}{{/base}}
    """,
    "themes/ti/templates/base.mustache":
      "<title>{{page.title}}</title><main>{{$main}}{{/main}}</main>",
  ]

  private func site() throws -> SampleSite { try SampleSite(Self.files) }

  private func build(
    _ site: SampleSite, _ change: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> BuildReport {
    try await site.build { request in
      request.options.builtInThemes = Fixtures.builtInThemes
      change(&request)
    }
  }

  @Test(arguments: [
    (
      "{ genre: tableau, type: projet, par: etat }",
      "tableau[vue-debut 1: Barque][vue-milieu 0:][vue-fin 2: Âne &amp; Co Barque]"
        + "[vue-sans-etat 1: Coque]"
    ),
    (
      "{ genre: tableau, type: projet, par: etat, dossier: projets/vieux }",
      "tableau[vue-debut 0:][vue-milieu 0:][vue-fin 0:][vue-sans-etat 1: Coque]"
    ),
    (
      "{ genre: annuaire, type: projet, par: savoirs }",
      "annuaire[écrire 1: Âne &amp; Co][Vélo 2: Âne &amp; Co Barque][Non précisé 1: Coque]"
    ),
    (
      "{ genre: cartes, type: projet, par: etat, montre: [groupe] }",
      "cartes[Début: carte-b][Fin: carte-a 2][Non précisé: carte-c]"
    ),
    (
      "{ genre: catalogue, type: projet, par: etat, facettes: [etat, groupe], dossier: projets }",
      "catalogueetat debut=1 fin=2;groupe dans;[vue-debut 1 fiche: etat:debut,fin ]"
        + "[vue-fin 2 fiches: etat:fin groupe:2:8 (Barque)][vue-sans-etat 1 fiche:  ]"
    ),
    (
      "{ genre: matrice, type: projet, lignes: etat, colonnes: etat }",
      "matrice[Début | Barque | | Barque][Milieu | | |][Fin | Barque | | Âne &amp; Co Barque]"
    ),
  ])
  func showsTheSheetsOfAType(view: String, shown: String) async throws {
    let site = try site()
    try site.write("---\ntitre: Vue\nvue: \(view)\n---\n", to: "content/vue.md")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("vue/index.html"))
    let text = page.replacing("\n", with: "").split(separator: "<main>").last ?? ""
    #expect(text == shown + "</main>")
  }

  @Test func offersThePresetsAndDrawingsThatATypeDeclares() async throws {
    let site = try site()
    try site.write(
      """
      libelle: Atelier
      dossier: ateliers
      champs:
        duree: { libelle: Durée, type: duree, inclus_dans_liste: true, signe: horloge,
          paliers: [30 min, { valeur: 4 h, libelle: Une demi-journée }] }
        groupe: { libelle: Groupe, type: intervalle, inclus_dans_liste: true, unite: personnes,
          paliers: [5] }
        etat: { libelle: État, type: terme, vocabulaire: buts, inclus_dans_liste: true }
      """, to: "content/_types/atelier.yaml")
    try site.write(
      "termes: [{ id: clore, libelle: Clore, signe: drapeau }]",
      to: "content/_vocabularies/buts.yaml")
    try site.write(
      "---\nduree: 1 h\ngroupe: 8 – 12\netat: clore\n---\n", to: "content/ateliers/a.md")
    try site.write(
      "---\nvue: { genre: catalogue, type: atelier, facettes: [duree, groupe, etat] }\n---\n",
      to: "content/vue.md")
    try site.write(
      """
      {{#page.view}}{{#catalogue}}{{#facets}}{{key}} {{sign}}{{#ordered}} ordered{{/ordered}}\
      {{#range}}{{#presets}} {{value}}={{label}}{{/presets}} {{after}}{{/range}}\
      {{#values}} {{id}}/{{sign}}{{/values}};{{/facets}}
      {{#groups}}{{#items}}{{#sign}}{{name}} {{label}}{{/sign}}{{#facts}}|{{sign}} {{unit}}{{#terms}} \
      {{name}}{{/terms}}{{/facts}}{{/items}}{{/groups}}{{/catalogue}}{{/page.view}}
      """.replacing("\n", with: ""), to: "themes/ti/templates/page.mustache")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("vue/index.html"))
    #expect(
      page.replacing("\u{00A0}", with: " ").replacing("\u{202F}", with: " ")
        == "duree horloge ordered 30=30 min 240=Une demi-journée minutes;groupe  ordered 5=5 personnes;"
        + "etat  clore/drapeau;drapeau Clore|horloge | personnes|  drapeau")
  }

  @Test func listsBelowTheViewOfAFolderWhatItDoesNotShow() async throws {
    let site = try site()
    try site.write(
      "---\ntitre: Projets\nvue: { genre: tableau, type: projet, par: etat }\n---\n",
      to: "content/projets/index.md")
    try site.write("---\ntitre: Mode d’emploi\ntype: page\n---\n", to: "content/projets/aide.md")
    try site.write(
      "{{#items}}<{{title}}>{{/items}}{{count_label}}", to: "themes/ti/templates/section.mustache")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("projets/index.html"))
    #expect(page.contains("<Mode d’emploi>"))
    #expect(!page.contains("Barque"))
  }

  @Test func boundsWhatItShowsAndLeadsToTheRest() async throws {
    let site = try site()
    for number in 1...2_000 {
      let state = number <= 100 ? "etat: fin" : "savoirs: [s\(number)]"
      try site.write(
        "---\ntitre: Fiche \(number + 1_000)\n\(state)\n---\n", to: "content/projets/n\(number).md")
    }
    try site.write(
      "---\ntitre: Vue\nvue: { genre: tableau, type: projet, par: etat }\n---\n",
      to: "content/vue.md")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("vue/index.html"))
    #expect(page.matches(of: /Fiche \d+/).count == 117)
    #expect(page.contains("Voir les 42 autres fiches, de A à Z"))
    #expect(page.contains("Voir les 1\u{202F}603 autres fiches, de A à Z ../a-z/"))
  }

  @Test func linksWordsToTheGlossaryOfTheirLanguage() async throws {
    let site = try site()
    try site.write(
      """
      ---
      titre: Mots
      vue: { genre: glossaire, sans_lien: [Banal], formes: { Barque: [canot] } }
      ---
      ## Barque

      Un bateau banal, une barque.

      ## Banal

      ## Phare de l’île
      """, to: "content/mots.md")
    for (name, keys) in [("a", ""), ("b", "glossaire: non\n"), ("c", "lang: en\n")] {
      try site.write(
        "---\ntitre: Phare\n\(keys)---\nUn canot banal, des barques, un phare de l'île.\n",
        to: "content/\(name).md")
    }
    try site.write(
      "{{<base}}{{$main}}{{{page.content}}}{{/main}}{{/base}}",
      to: "themes/ti/templates/page.mustache")
    #expect(try await build(site).findings == [])
    func links(_ path: String) throws -> [String] {
      try #require(site.published(path)).matches(of: /href="([^"]*mots[^"]*)">([^<]*)</)
        .map { "\($0.output.1) \($0.output.2)" }
    }
    #expect(
      try links("a/index.html") == [
        "../mots/#barque canot", "../mots/#phare-de-l-ile phare de l’île",
      ])
    #expect(try links("b/index.html") == [] && links("c/index.html") == [])
    #expect(try links("mots/index.html") == [])
  }

  @Test(arguments: [
    ("{ genre: tableau, type: projet, par: etat, dossier: projet }", "view.folder", "projets"),
    ("{ genre: glossaire, sans_lien: [Barqe] }", "view.word", "Barque"),
    ("{ genre: liste, type: projet, filtre: { savoirs: [vélo, écrir] } }", "view.word", "écrire"),
  ])
  func saysWhatAViewNamesInVain(view: String, id: String, meant: String) async throws {
    let site = try site()
    try site.write("---\ntitre: Vue\nvue: \(view)\n---\n## Barque\n", to: "content/vue.md")
    let report = try await build(site)
    #expect(report.diagnostics.map(\.id) == [id])
    #expect(report.diagnostics.first?.location.position?.line == 3)
    #expect(report.diagnostics.first?.suggestion?.french == "vouliez-vous dire « \(meant) » ?")
  }

  private static let several = """
    {{<base}}{{$main}}{{#page.toc}}#{{id}} {{title}};{{/page.toc}}
    {{#page.views}}[{{number}}{{genre}}{{#title}} <h2 id="{{id}}">{{title}}</h2>{{/title}}{{#text}} {{text}}{{/text}} h{{level}}
    {{#again}} again{{/again}}{{#liste}}{{#cartes}} cartes{{/cartes}}{{#lignes}} lignes{{/lignes}}{{#count_label}} {{count_label}}{{/count_label}}:
    {{#items}} {{title}}{{/items}}{{#more}} {{label}} {{url}}{{/more}}{{/liste}}
    {{#tableau}}{{#columns}} {{id}}={{count}}{{/columns}}{{/tableau}}
    {{#cartes}}{{#groups}}{{#items}} {{id}}{{/items}}{{/groups}}{{/cartes}}]
    {{/page.views}}{{/main}}{{/base}}
    """.replacing("{{number}}", with: "")

  private func several(_ views: String, _ text: String = "") async throws -> String {
    let site = try site()
    try site.write(Self.several, to: "themes/ti/templates/page.mustache")
    try site.write("---\ntitre: Vues\nvues: \(views)\n---\n\(text)", to: "content/vues.md")
    #expect(try await build(site).findings == [])
    let page = try #require(site.published("vues/index.html"))
    let text = page.replacing("\n", with: "").split(separator: "<main>").last.map(String.init)
    return try #require(text).replacing("</main>", with: "").replacing("\u{00A0}", with: " ")
  }

  @Test(arguments: [
    (
      "[{ genre: liste, type: projet }, { genre: liste, type: projet, format: lignes, limite: 2 }]",
      "[liste h2 cartes 3 fiches: Âne &amp; Co Barque Coque]"
        + "[liste h2 again lignes 2 fiches: Âne &amp; Co Barque Voir l’autre fiche ../projets/]"
    ),
    (
      "[{ genre: tableau, type: projet, par: etat, filtre: { savoirs: velo } },"
        + " { genre: tableau, type: projet, par: etat, tri: -titre, limite: 1 }]",
      "[tableau h2 vue-debut=1 vue-milieu=0 vue-fin=2]"
        + "[tableau h2 again vue2-debut=0 vue2-milieu=0 vue2-fin=0 vue2-sans-etat=1]"
    ),
    (
      "[{ genre: cartes, type: projet, tri: -titre }, { genre: cartes, type: projet, limite: 1 }]",
      "[cartes h2 carte-c carte-b carte-a][cartes h2 again carte2-a]"
    ),
    (
      "{ genre: liste, type: projet, filtre: { etat: milieu } }", "[liste h2 0 fiche:]"
    ),
    (
      "{ genre: liste, type: projet, filtre: { groupe: { min: 8 } }, tri: -groupe }",
      "[liste h2 cartes 1 fiche: Âne &amp; Co]"
    ),
  ])
  func showsSeveralViewsInTheirOrder(views: String, shown: String) async throws {
    #expect(try await several(views) == shown)
  }

  @Test func headsViewsWithTitlesThatTheContentsOfThePageName() async throws {
    let views = """
      [{ genre: liste, type: projet, limite: 1, titre: Les bons projets, texte: En bref. },
       { genre: tableau, type: projet, par: etat, titre: Les bons projets }]
      """.replacing("\n", with: "")
    let page = try await several(views, "\n## Vues, les bons projets\n")
    #expect(
      page.hasPrefix(
        "#vues-les-bons-projets Vues, les bons projets;"
          + "#vues-les-bons-projets-2 Les bons projets;"
          + "#vues-les-bons-projets-3 Les bons projets;"), "\(page)")
    #expect(page.contains("[liste <h2 id=\"vues-les-bons-projets-2\">"))
    #expect(page.contains(" En bref. h3 cartes: Âne"))
  }

  @Test func leadsToTheCatalogueFilteredInTheSameWay() async throws {
    let site = try site()
    try site.write(Self.several, to: "themes/ti/templates/page.mustache")
    try site.write(
      "---\ntitre: P\nvue: { genre: catalogue, type: projet, facettes: [etat, savoirs] }\n---\n",
      to: "content/projets/index.md")
    let filters = ["etat: [Début, fin]", "savoirs: Vélo", "etat: fin, groupe: 4"]
    for (number, filter) in filters.enumerated() {
      try site.write(
        """
        ---
        titre: V
        vue: { genre: liste, type: projet, limite: 1, filtre: { \(filter) } }
        ---
        """, to: "content/v\(number).md")
    }
    try site.write(
      "---\ntitre: Ânesse\netat: [fin]\ngroupe: { min: 4, max: 4 }\n---\n",
      to: "content/projets/d.md")
    try site.write("---\ntitre: Âne\netat: [fin]\n---\n", to: "content/projets/e.md")
    #expect(try await build(site).findings == [])
    let addresses = try filters.indices.map { number in
      let page = try #require(site.published("v\(number)/index.html"))
      return try #require(page.firstMatch(of: /fiches? (\.\.\/projets[^ \n]*)/)).output.1
    }
    #expect(
      addresses == [
        "../projets/?etat=debut&amp;etat=fin", "../projets/?savoirs=velo", "../projets/",
      ])
  }

  /// Sheets that come, go or change enter and leave what a filter and a limit show.
  @Test func followsTheSheetsThatEnterAndLeaveItsViews() async throws {
    let site = try site()
    try site.write(Self.several, to: "themes/ti/templates/page.mustache")
    try site.write(
      """
      ---
      titre: Vues
      vues:
        - { genre: liste, type: projet, filtre: { etat: fin }, tri: -titre, limite: 2 }
        - { genre: liste, type: projet, filtre: { groupe: { max: 5 } } }
      ---
      """, to: "content/vues.md")
    let steps: [(path: String, text: String?)] = [
      ("d.md", "titre: Dock\netat: [fin]"), ("d.md", "titre: Zone\netat: [fin]"),
      ("b.md", "titre: Barque\netat: [debut]"), ("d.md", nil),
      ("vieux/c.md", "titre: Coque\ngroupe: { min: 1, max: 3 }"),
      ("a.md", "titre: Âne & Co\netat: [fin]\ngroupe: { min: 6, max: 8 }"),
    ]
    try await site.settle()
    var shown: [String] = []
    for step in [("", nil)] + steps {
      if let text = step.text {
        try site.write("---\n\(text)\n---\n", to: "content/projets/" + step.path)
      } else if !step.path.isEmpty {
        try site.remove("content/projets/" + step.path)
      }
      try await site.settle()
      let outcome = try await Regeneration(site) {
        $0.options.builtInThemes = Fixtures.builtInThemes
      }
      #expect(outcome.differences == [])
      let page = try #require(site.published("vues/index.html")).replacing("\n", with: "")
      shown.append(
        page.matches(of: /fiches?:([^\]]*)/).map { String($0.output.1) }.joined(separator: " |"))
    }
    #expect(
      shown == [
        " Barque Âne &amp; Co | Âne &amp; Co",
        " Dock Barque Voir l’autre fiche ../projets/ | Âne &amp; Co",
        " Zone Barque Voir l’autre fiche ../projets/ | Âne &amp; Co",
        " Zone Âne &amp; Co | Âne &amp; Co", " Âne &amp; Co | Âne &amp; Co",
        " Âne &amp; Co | Âne &amp; Co Coque", " Âne &amp; Co | Coque",
      ])
  }

  @Test func makesTheSameViewsWithAnyNumberOfThreads() async throws {
    let site = try site()
    for (number, genre) in ["tableau", "catalogue", "annuaire", "cartes"].enumerated() {
      try site.write(
        "---\ntitre: Vue\nvue: { genre: \(genre), type: projet, par: etat }\n---\n",
        to: "content/v\(number).md")
    }
    _ = try await build(site) { $0.jobs = 1 }
    let alone = site.files
    _ = try await build(site) { $0.jobs = 8 }
    #expect(!alone.isEmpty && site.files == alone)
  }
}

extension Fixtures {
  /// The folder of the themes that come with the program.
  fileprivate static let builtInThemes = URL(filePath: folder).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "themes").path
}
