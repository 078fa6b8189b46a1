/// A sheet of a ``LivingSite``, as its file is written.
struct LivingPage {
  var title: String
  var body: String
  var tags: [String] = []
  var date: String?
  var summary: String?
  var state: String?
  /// The sheets that it names in a field.
  var named: [String] = []
  var slug: String?
  var alias: String?
  var isDraft = false
  var picture: String?

  var text: String {
    var lines = ["---", "titre: \"\(title)\"", "etiquettes: [\(tags.joined(separator: ", "))]"]
    if let date { lines.append("date: \(date)") }
    if let summary { lines.append("resume: \"\(summary)\"") }
    if let state { lines.append("etat: \(state)") }
    if !named.isEmpty { lines.append("voir: [\(named.joined(separator: ", "))]") }
    if let slug { lines.append("slug: \(slug)") }
    if let alias { lines.append("alias: [\(alias)]") }
    if isDraft { lines.append("brouillon: true") }
    if let picture { lines.append("image: /\(picture)") }
    return (lines + ["---", "", body, ""]).joined(separator: "\n")
  }
}

/// What a ``LivingSite`` says of its sheets: its configuration, its types, its words, its theme.
struct LivingDeclarations {
  var title = "Site vivant"
  var pageSize = 3
  var menu: [String] = []
  var label = "État"
  var term = "En cours"
  var figure = 1
  /// What the template of sheets ends with.
  var ending = ""
  /// A word of the interface.
  var home = "Accueil"

  /// The files, by path.
  var files: [String: String] {
    let menu = menu.map { "  - { label: \($0), page: \($0) }\n" }.joined()
    return [
      "archipel.yaml": """
      title: \(title)
      page_size: \(pageSize)
      \(menu.isEmpty ? "" : "menu:\n" + menu)
      """,
      "content/_types/fiche.yaml": """
      libelle: Fiche
      libelle_pluriel: Fiches
      dossier: fiches
      exporte: [source, donnees]
      champs:
        etat: { libelle: \(label), type: terme, vocabulaire: etats, inclus_dans_liste: true }
        mot: { libelle: Mot, type: markdown }
      relations:
        voir:
          libelle: Voir
          vers: [fiche]
          plusieurs: true
          inverse: { nom: vu_de, libelle: Vue de }

      """,
      "content/_vocabularies/etats.yaml": """
      libelle: États
      termes:
        - { id: ouvert, libelle: \(term) }
        - { id: clos, libelle: Clos }

      """,
      "content/_data/chiffres.yaml": "nombre: \(figure)\n",
      "themes/ti/templates/sheet.mustache": """
      {{<base}}
      {{$main}}
      {{#page.image}}<img src="{{url}}" alt="">{{/page.image}}
      {{#fields_list}}<h2>{{label}}</h2>{{{html}}}
      {{/fields_list}}
      {{{page.content}}}
      {{#page.tags}}<a href="{{url}}">{{label}}</a>
      {{/page.tags}}
      {{#page.relations}}<h2>{{label}}</h2>{{#items}}<a href="{{url}}">{{title}}</a>{{summary}}
      {{/items}}
      {{/page.relations}}
      {{#page.related}}<p>→ <a href="{{url}}">{{title}}</a> ({{reason}})</p>
      {{/page.related}}
      {{#page.backlinks}}<p>← <a href="{{url}}">{{title}}</a></p>
      {{/page.backlinks}}
      {{#page.previous}}<a href="{{url}}">{{title}}</a>{{/page.previous}}
      {{#page.next}}<a href="{{url}}">{{title}}</a>{{/page.next}}
      {{#page.translations}}<a href="{{url}}">{{label}}</a>{{/page.translations}}
      <p>\(ending)</p>
      {{/main}}
      {{/base}}

      """,
      "themes/ti/langues/fr.yaml": "accueil: \(home)\n",
    ]
  }
}
