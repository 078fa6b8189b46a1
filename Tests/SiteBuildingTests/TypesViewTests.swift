import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// The page that tells writers what sheets may hold.
@Suite struct TypesViewTests {
  private static let kinds = """
    libelle: Essai
    description: Ce que l’on tente.
    dossier: essais
    champs:
      but: { libelle: But, aide: Pourquoi., requis: true, max: 80 }
      age: { libelle: Âge, type: entier, min: 7 }
      prix: { libelle: Prix, type: nombre }
      part: { libelle: Part, type: intervalle }
      ouvert: { libelle: Ouvert, type: booleen, defaut: oui }
      jour: { libelle: Jour, type: date }
      heure: { libelle: Heure, type: date_heure }
      retour: { libelle: Retour, type: recurrence }
      temps: { libelle: Temps, type: duree }
      rang: { libelle: Rang, type: echelle, max: 2, libelles: [Bas, Haut] }
      phase: { libelle: Phase, type: terme, vocabulaire: phases, plusieurs: true, max_elements: 2 }
      mots: { libelle: Mots, type: etiquettes }
      site: { libelle: Site, type: url }
      photo: { libelle: Photo, type: image }
      piece: { libelle: Pièce, type: fichier }
      modele: { libelle: Modèle, type: reference, vers: [essai] }
      droits: { libelle: Droits, type: licence }
      parler: { libelle: Parler, type: langue }
      lieux:
        libelle: Lieux
        type: objet
        plusieurs: true
        champs: { etage: { libelle: Étage, type: entier, max: 3 } }
    relations:
      apres:
        libelle: Après
        vers: [essai]
        plusieurs: true
        inverse: { nom: avant, libelle: Avant }
    """

  private static func site() throws -> SampleSite {
    let site = try SampleSite([
      "content/_types/essai.yaml": kinds,
      "content/_vocabularies/phases.yaml":
        "libelle: Phases\ntermes: [{ id: but, libelle: But, definition: Une fin. }]",
      "content/types.md": "---\ntitre: Types\nvue: { genre: types }\n---\n",
      "content/essais/nom-de-la-fiche.md": "---\ntitre: Modèle\nbut: Servir\n---\n",
      "content/essais/document.pdf": "%PDF-1.4\n",
    ])
    let picture = Fixtures.folder + "/atelier/content/methodes/tasse.png"
    try site.write(
      Array(Data(contentsOf: URL(filePath: picture))), to: "content/essais/photo.jpg")
    return site
  }

  private static let themes = URL(filePath: Fixtures.folder).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "themes").path

  private static func page(of site: SampleSite) async throws -> String {
    let report = try await site.build { $0.options.builtInThemes = themes }
    #expect(report.diagnostics.filter { $0.severity != .remark } == [])
    return try #require(site.published("types/index.html"))
  }

  @Test(arguments: [
    "<h2 id=\"type-essai\">Essai <span class=\"detail\"><code>essai</code></span></h2>",
    "<p>Ce que l’on tente.</p>", "<code>content/essais/</code>",
    "<code>archipel new essai \"Son titre\"</code>",
    "<code>but</code> But <strong class=\"pastille\">obligatoire</strong>", "<dd>Pourquoi.</dd>",
    "texte, au plus 80 caractères.", "nombre entier, au moins 7.", "degré d’une échelle, de 1 à 2",
    "(1 = Bas, 2 = Haut)", "Si rien n’est dit\u{A0}: <code>oui</code>",
    "au plus 2\u{A0}: terme de <a href=\"#vocabulaire-phases\">Phases</a>",
    "<small>lieux ›</small> <code>etage</code> Étage",
    "L’autre fiche le montre aussi, sous <q>Avant</q>", "<h3 id=\"vocabulaire-phases\">Phases</h3>",
    "<div><dt><code>but</code></dt><dd>But</dd><dd>Une fin.</dd></div>",
    "<code>titre</code> Titre", "<code>licence</code> Licence", "S’écrit aussi <code>title</code>",
  ])
  func tellsWhatATypeDeclares(words: String) async throws {
    #expect(try await Self.page(of: Self.site()).contains(words))
  }

  @Test func hasWordsForEveryKindOfField() async throws {
    let page = try await Self.page(of: Self.site())
    #expect(!page.contains("champ_"))
  }

  @Test func givesExamplesThatHold() async throws {
    let site = try Self.site()
    // The parts of objects are no keys of a sheet.
    let rows = try await Self.page(of: site).split(separator: "<div")
      .filter { !$0.hasPrefix(" class=\"dans-") }
    let examples =
      rows
      .flatMap { $0.matches(of: /<dd><code>([^<]*)<\/code><\/dd>/).map { String($0.output.1) } }
      // What is for the page of a folder, or stands for itself.
      .filter { !$0.hasPrefix("vue:") && !$0.hasPrefix("taille_de_page:") }
    #expect(examples.count > 20)
    try site.write(
      "---\ntitre: Exemples\nbut: Essayer\n\(examples.joined(separator: "\n"))\n---\n",
      to: "content/essais/exemples.md")
    let report = try await site.build {
      $0.options.builtInThemes = Self.themes
      $0.options.includesDrafts = true
    }
    // The French and the English spelling of a key go by the same name.
    #expect(report.diagnostics.filter { $0.severity != .remark } == [])
  }

  @Test func tellsOnceWhatMostTypesShare() async throws {
    let site = try Self.site()
    try site.write(
      "champs: { commun: { libelle: Commun, aide: Partagé. } }", to: "content/_types/_base.yaml")
    for name in ["un", "deux", "trois"] {
      try site.write(
        "libelle: \(name)\ninclut: [_base]\nchamps: { propre: { libelle: \(name) } }",
        to: "content/_types/\(name).yaml")
    }
    let page = try await Self.page(of: site)
    #expect(page.matches(of: /<dd>Partagé\.<\/dd>/).count == 1)
    #expect(page.contains("Sans ces champs communs\u{A0}: commun."))
  }
}
