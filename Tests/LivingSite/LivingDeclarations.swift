/// What a ``LivingSite`` says of its sheets: its configuration, its types, its words, its data.
struct LivingDeclarations {
  var title = "Site vivant"
  var pageSize = 3
  var menu: [String] = []
  var address: String?
  /// Whether days and people come from version control.
  var hasHistory = false
  var label = "État"
  var term = "En cours"
  var figure = 1
  /// The years of a timeline.
  var years = [2024, 2025]
  /// The rows of a table that are sheets, by their titles, each with its tags and its text.
  var rows = ["Un": ["mer", "Vers [[Deux]]."], "Deux": ["port; mer", "Un phare.\n\nDeux."]]
  /// What the template of sheets ends with.
  var ending = ""
  /// A word of the interface.
  var home = "Accueil"

  /// The files, by path.
  var files: [String: String] {
    [
      "archipel.yaml": configuration,
      "content/_types/fiche.yaml": """
      libelle: Fiche
      libelle_pluriel: Fiches
      dossier: fiches
      exporte: [source, donnees, paquet]
      champs:
        etat: { libelle: \(label), type: terme, vocabulaire: etats, inclus_dans_liste: true }
        niveau: { libelle: Niveau, type: echelle, min: 1, max: 3 }
        savoirs: { libelle: Savoirs, type: etiquettes }
        mot: { libelle: Mot, type: markdown }
        illustration: { libelle: Illustration, type: image }
      relations:
        voir:
          libelle: Voir
          vers: [fiche]
          plusieurs: true
          inverse: { nom: vu_de, libelle: Vue de }

      """,
      "content/_types/evenement.yaml": """
      libelle: Rendez-vous
      dossier: rendez-vous
      tri: debut
      calendrier: { debut: debut, fin: fin, recurrence: revient, annule: annule, lieu: [lieu] }
      champs:
        debut: { libelle: Début, type: date_heure, inclus_dans_liste: true }
        fin: { libelle: Fin, type: date_heure }
        revient: { libelle: Revient, type: recurrence }
        annule: { libelle: Annulé, type: booleen }
        etat: { libelle: \(label), type: terme, vocabulaire: etats }
      relations:
        lieu:
          libelle: Lieu
          vers: [fiche]
          inverse: { nom: accueille, libelle: Accueille }

      """,
      "content/_types/lieu.yaml": """
      libelle: Lieu
      dossier: lieux
      exporte: [source, donnees]
      donnees: { fichier: lieux, titre: nom }
      champs:
        etat: { libelle: \(label), type: terme, vocabulaire: etats }

      """,
      "content/_data/lieux.csv": "nom;tags;texte\n"
        + rows.sorted { $0.key < $1.key }.map { title, cells in
          "\(title);" + cells.map { "\"\($0)\"" }.joined(separator: ";") + "\n"
        }.joined(),
      "content/_vocabularies/etats.yaml": """
      libelle: États
      termes:
        - { id: ouvert, libelle: \(term) }
        - { id: clos, libelle: Clos }

      """,
      "content/_data/chiffres.yaml": "nombre: \(figure)\n",
      "content/_data/dates.yaml": years.map {
        "- { date: \($0), titre: An \($0), source: Charte }\n"
      }
      .joined(),
      "themes/ti/templates/sheet.mustache": LivingTheme.sheet(ending: ending),
      "themes/ti/langues/fr.yaml": "accueil: \(home)\n",
    ]
  }

  private var configuration: String {
    var lines = ["title: \(title)", "page_size: \(pageSize)"]
    lines += ["taxonomies: [etats, savoirs]", "feeds: [tags, terms]"]
    if let address { lines.append("base_url: \(address)") }
    if hasHistory { lines += ["history: git", "contributors: names"] }
    if !menu.isEmpty {
      lines.append("menu:")
      lines += menu.map { "  - { label: \($0), url: \"\($0)/\" }" }
      lines += [
        "  - label: Groupe", "    children:", "      - { label: Recherche, url: /recherche/ }",
        "      - { label: Partie, url: \"fiches/#partie\" }",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
