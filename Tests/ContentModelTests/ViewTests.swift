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
}
