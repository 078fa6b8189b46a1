import Diagnostics
import Testing

@testable import ContentModel

/// What a page declares under `vue`.
struct ViewTests {
  private static let site = SmallSite(
    types: [
      "projet": """
      libelle: { fr: Projet }
      dossier: projets
      facettes: [etat, numero]
      champs:
        etat: { libelle: { fr: État }, type: terme, vocabulaire: etats }
        priorite: { libelle: { fr: Priorité }, type: echelle, min: 1, max: 3 }
        numero: { libelle: { fr: Numéro }, type: entier }
        actif: { libelle: { fr: Actif }, type: booleen }
        debut: { libelle: { fr: Début }, type: date }
        duree: { libelle: { fr: Durée }, type: duree }
        groupe: { libelle: { fr: Groupe }, type: objet, champs: {
          min: { libelle: { fr: De }, type: entier }, max: { libelle: { fr: À }, type: entier } } }
      """
    ],
    vocabularies: [
      "etats": "termes: [{ libelle: Exploration }, { libelle: Achevé }]",
      "echelles": "termes: [{ libelle: Ici }, { libelle: Ailleurs }]",
    ],
    tables: [
      "pistes": DataTable(
        path: "pistes.csv", text: "ligne,colonne,titre\nachevé,ici,\"Une\npiste\"\nachevé,là,Deux\n"
      ),
      "liste": DataTable(
        path: "liste.yaml",
        text: """
          - { ligne: acheve, colonne: ici, titre: Une, etat: achevé }
          - { ligne: acheve, colonne: ici }
          - { ligne: achevée, colonne: ici, titre: Trois }
          """),
      "jeu": DataTable(
        path: "jeu.yaml", text: "- { ligne: acheve, colonne: ici, titre: Une, etat: achevé }"),
      "texte": DataTable(path: "texte.yaml", text: "rien"),
    ])

  private func read(_ view: String) -> Reading {
    Self.site.read("---\ntitre: Page\nvue: \(view)\n---\n")
  }

  @Test(arguments: [
    "{ genre: tableau, type: projet, par: etat }",
    "{ genre: tableau, type: projet, par: priorite, dossier: projets/anciens/ }",
    "{ genre: catalogue, type: projet }",
    "{ genre: catalogue, type: projet, par: etiquettes, facettes: [etat, priorite] }",
    "{ genre: annuaire, type: projet, par: etiquettes }",
    "{ genre: cartes, type: projet, par: etat, montre: [numero, etat], format: poche }",
    "{ genre: glossaire, sans_lien: [Mot], formes: { Mot: [maux] } }",
    "{ genre: matrice, type: projet, lignes: etat, colonnes: priorite }",
    "{ genre: types }",
    "{ genre: types, types: [projet] }",
    "{ genre: matrice, donnees: jeu, lignes: etats, colonnes: echelles, etats: etats }",
    "{ genre: liste, type: projet }",
    "{ genre: liste, type: projet, format: lignes, titre: Projets, texte: Ceux du lab. }",
    "{ genre: tableau, type: projet, par: etat, filtre: { priorite: [1, 2] }, limite: 12 }",
    "{ genre: liste, type: projet, filter: { etat: Achevé }, sort: -debut, limit: 3, title: T }",
  ])
  func readsEveryGenre(view: String) {
    let reading = read(view)
    #expect(reading.findings == [])
    #expect(reading.sheet?.view != nil)
  }

  @Test(arguments: [
    ("tableau", "view.mapping 3:6"),
    ("{ type: projet }", "view.genre 3:6"),
    ("{ genre: tablau, type: projet }", "view.genre 3:15"),
    ("{ genre: tableau, type: projt, par: etat }", "type.unknown 3:30"),
    ("{ genre: tableau, type: projet }", "view.missing 3:6"),
    ("{ genre: tableau, type: projet, par: etta }", "view.field 3:43"),
    ("{ genre: tableau, type: projet, par: numero }", "view.field-kind 3:43"),
    ("{ genre: tableau, type: projet, par: tags }", "view.field-kind 3:43"),
    ("{ genre: tableau, type: projet, par: etat, pra: etat }", "front-matter.unknown-key 3:49"),
    ("{ genre: catalogue, type: projet, facettes: [etat, eta] }", "view.field 3:57"),
    ("{ genre: types, types: [projet, projt] }", "type.unknown 3:38"),
    ("{ genre: cartes, type: projet, format: poches }", "view.format 3:45"),
    ("{ genre: liste, type: projet, filtre: { etta: acheve } }", "view.field 3:46"),
    ("{ genre: liste, type: projet, filtre: { etat: acheves } }", "front-matter.term 3:52"),
    ("{ genre: liste, type: projet, filtre: { priorite: 4 } }", "front-matter.scale 3:56"),
    ("{ genre: liste, type: projet, filtre: { actif: peut-être } }", "front-matter.boolean 3:53"),
    ("{ genre: liste, type: projet, filtre: { debut: hier } }", "front-matter.date 3:53"),
    (
      "{ genre: liste, type: projet, filtre: { debut: { depuis: 2026 } } }",
      "front-matter.unknown-key 3:55"
    ),
    (
      "{ genre: liste, type: projet, filtre: { numero: { min: 9, max: 2 } } }",
      "front-matter.reversed-range 3:61"
    ),
    ("{ genre: liste, type: projet, filtre: { etat: { min: 2 } } }", "view.filter 3:52"),
    ("{ genre: liste, type: projet, filtre: { etat: [] } }", "view.filter 3:46"),
    ("{ genre: liste, type: projet, filtre: acheve }", "view.filter 3:44"),
    ("{ genre: liste, type: projet, tri: -prioritee }", "view.field 3:41"),
    ("{ genre: liste, type: projet, tri: actif }", "view.field-kind 3:41"),
    ("{ genre: liste, type: projet, limite: 0 }", "front-matter.bounds 3:44"),
    ("{ genre: liste, type: projet, limite: dix }", "front-matter.integer 3:44"),
    ("{ genre: liste, type: projet, format: lines }", "view.format 3:44"),
    (
      "{ genre: portefeuille, type: projet, filtre: { etat: acheve } }",
      "front-matter.unknown-key 3:43"
    ),
    (
      "{ genre: matrice, donnees: jeu, lignes: etats, colonnes: echelles, etats: etats, limite: 2 }",
      "front-matter.unknown-key 3:87"
    ),
    ("{ genre: matrice, donnees: rien, lignes: etats, colonnes: echelles }", "view.data 3:33"),
    (
      "{ genre: matrice, donnees: liste, lignes: etat, colonnes: echelles }",
      "type.vocabulary 3:48"
    ),
    ("{ genre: matrice, donnees: texte, lignes: etats, colonnes: echelles }", "data.rows 1:1"),
  ])
  func reportsWhatIsWrongWhereItIsWritten(view: String, finding: String) {
    #expect(read(view).places == [finding])
  }

  @Test func suggestsWhatWasMeant() {
    #expect(
      read("{ genre: tablau, type: projet }").suggestions == ["vouliez-vous dire « tableau » ?"])
    #expect(
      read("{ genre: tableau, type: projet, par: etta }").suggestions
        == ["vouliez-vous dire « etat » ?"])
  }

  @Test(arguments: [
    ("pistes", ["front-matter.term 4:1"]),
    (
      "liste",
      ["data.cell 2:3", "front-matter.term 3:12", "front-matter.unknown-key 1:52"]
    ),
  ])
  func reportsWrongCellsAtTheirRow(data: String, findings: [String]) {
    let reading = read("{ genre: matrice, donnees: \(data), lignes: etats, colonnes: echelles }")
    #expect(reading.places.sorted() == findings)
    guard case .matrix(let matrix)? = reading.sheet?.view,
      case .entries(let entries, _, _) = matrix.source
    else { return #expect(Bool(false), "no matrix") }
    #expect(entries.map(\.row) == ["acheve"])
  }

  private static let projects = site.sheets([
    "projets/a.md": """
    ---
    titre: Âne
    etat: Achevé
    priorite: 1
    numero: 12
    actif: oui
    debut: 2026-03-14
    duree: 1 h 30
    groupe: { min: 4, max: 12 }
    etiquettes: [Écoute, eau]
    ---
    """,
    "projets/b.md": """
    ---
    titre: Barque
    etat: exploration
    priorite: 3
    numero: 7
    debut: 2025-11-02
    duree: 45 min
    etiquettes: [ecoute]
    ---
    """,
    "projets/vieux/c.md": "---\ntitre: Coque\n---\n",
  ])

  @Test(arguments: [
    ("etat: acheve", "a"), ("etat: [Achevé, exploration]", "a b"), ("priorite: [3, 2]", "b"),
    ("actif: oui", "a"), ("actif: non", "b c"), ("actif: [oui, non]", "a b c"),
    ("tags: écoute", "a b"), ("etiquettes: [eau]", "a"), ("titre: ane", "a"),
    ("numero: 7", "b"), ("numero: { min: 8 }", "a"), ("numero: { min: 7, max: 12 }", "a b"),
    ("priorite: { max: 2 }", "a"), ("debut: 2026", "a"), ("debut: [2025-11, 2026-03-14]", "a b"),
    ("debut: { avant: 2026 }", "b"), ("debut: { apres: 2025-11-02 }", "a"),
    ("debut: { min: 2025-11-02, max: 2025 }", "b"), ("debut: { before: 2025-11-02 }", ""),
    ("duree: { max: 1 h }", "b"), ("groupe: 6", "a"), ("groupe: { min: 13 }", ""),
    ("etat: [acheve, exploration], actif: oui", "a"), ("etat: acheve, priorite: 3", ""),
  ])
  func choosesTheSheetsThatSatisfyEveryCondition(conditions: String, ids: String) throws {
    let reading = read("{ genre: liste, type: projet, filtre: { \(conditions) } }")
    #expect(reading.findings == [])
    let selection = try #require(reading.sheet?.view?.selection)
    let chosen = Self.projects.filter(selection.contains).map { $0.id.suffix(1) }
    #expect(chosen.joined(separator: " ") == ids)
  }

  @Test func readsSeveralViewsUnderAnyOfTheirNames() {
    let views = "[{ genre: liste, type: projet, titre: Un }, { genre: types }]"
    for key in ["vue", "vues", "view", "views"] {
      let reading = Self.site.read("---\ntitre: Page\n\(key): \(views)\n---\n")
      #expect(reading.findings == [])
      #expect(reading.sheet?.views.map(\.title) == ["Un", nil])
    }
    let twice = Self.site.read("---\nvue: { genre: types }\nvues: [{ genre: types }]\n---\n")
    #expect(twice.places == ["front-matter.same-key 3:1"])
  }

  @Test(arguments: [
    ("[{ genre: types }, { genre: types }]", ["view.repeated 3:25"]),
    (
      "[{ genre: cartes, type: projet }, { genre: cartes, type: projet, format: poche }]",
      ["view.repeated 3:40"]
    ),
    (
      "[{ genre: catalogue, type: projet }, { genre: catalogue, type: projet }]",
      ["view.catalogues 3:43"]
    ),
    ("[{ genre: liste, type: projt }, liste]", ["type.unknown 3:29", "view.mapping 3:38"]),
    (
      "[" + Array(repeating: "{ genre: budget }", count: 25).joined(separator: ", ") + "]",
      ["view.count 3:6"]
    ),
  ])
  func reportsViewsThatCannotStandOnOnePage(views: String, findings: [String]) {
    #expect(read(views).places == findings)
  }

  /// Hugo, Academic and others count visits there, or name a layout.
  @Test(arguments: ["view: compact", "views: 1204"])
  func leavesTheWordOfAnotherToolAlone(line: String) {
    let reading = SmallSite().read("---\ntitle: Page\n\(line)\n---\n\nTexte.\n")
    #expect(reading.findings == [])
    #expect(reading.sheet?.views == [])
  }
}
