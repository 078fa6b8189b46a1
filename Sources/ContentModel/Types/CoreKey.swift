/// The keys that every sheet may hold, whatever its type, each in English and in French.
public enum CoreKey {
  /// The name by which the rest of the program knows each key: the first of its spellings.
  static let all = plain + works

  private static let plain: [FieldDefinition] = [
    definition(
      "title", ["titre"], text, "Titre", "Title",
      help: ("Le titre de la page.", "The title of the page.")),
    definition(
      "summary", ["description", "resume"], text, "Résumé", "Summary",
      help: (
        "Une ou deux phrases, que montrent les listes et la recherche.",
        "A sentence or two, which lists and the search show."
      )),
    definition(
      "date", [], .date(), "Date", "Date",
      help: (
        "Le jour de publication ; une fiche datée du futur attend ce jour.",
        "The day of publication; a sheet dated in the future waits for it."
      )),
    definition(
      "updated", ["mis_a_jour"], .date(), "Mise à jour", "Updated",
      help: ("Le jour de la dernière modification.", "The day of the last change.")),
    definition(
      "tags", ["etiquettes"], .tags, "Étiquettes", "Tags",
      help: (
        "Quelques mots, qui rapprochent les fiches.", "A few words, which bring sheets together."
      )
    ),
    definition(
      "draft", ["brouillon"], .boolean, "Brouillon", "Draft",
      help: (
        "Oui si la fiche n’est pas prête : elle n’est pas publiée.", "A draft is not published."
      )
    ),
    definition(
      "authors", ["auteurs"], text, "Auteurs", "Authors", isList: true,
      help: ("Qui a écrit la fiche.", "Who wrote the sheet.")),
    definition(
      "licence", ["license"], .licence, "Licence", "Licence",
      help: (
        "Si ce n’est pas celle du site : son identifiant SPDX.",
        "If it is not that of the site: its SPDX identifier."
      )),
    definition(
      "lang", ["langue"], .language, "Langue", "Language",
      help: ("Si ce n’est pas celle du site.", "If it is not that of the site.")),
    definition(
      "slug", [], text, "Adresse", "Slug",
      help: (
        "La fin de l’adresse, si ce n’est pas le nom du fichier.",
        "The end of the address, if it is not the name of the file."
      )),
    definition(
      "aliases", ["alias"], text, "Anciennes adresses", "Aliases", isList: true,
      help: (
        "Les adresses que la page avait avant : elles mènent à la nouvelle.",
        "The addresses that the page had before: they lead to the new one."
      )),
    definition(
      "image", [], .image, "Image", "Image",
      help: ("Un fichier à côté de la fiche.", "A file beside the sheet.")),
    definition(
      "image_alt", ["image_texte"], text,
      "Texte de remplacement de l’image", "Text alternative of the image",
      help: (
        "Ce que montre l’image, pour qui ne la voit pas.",
        "What the image shows, for those who do not see it."
      )),
    definition(
      "weight", ["poids"], .integer(), "Poids", "Weight",
      help: (
        "Le rang dans la liste du dossier : le plus léger vient d’abord.",
        "The rank in the list of the folder: the lightest comes first."
      )),
    definition(
      "page_size", ["taille_de_page"], .integer(Bounds(min: 1, max: ListSize.max)),
      "Fiches par page de liste", "Sheets on a page of the list",
      help: (
        "Pour la page d’un dossier, si ce n’est pas le nombre du site.",
        "For the page of a folder, if it is not the number of the site."
      )),
    definition(
      "to_review", ["a_relire"], .boolean, "À relire", "To review",
      help: (
        "Oui pour dire que la page attend une relecture.", "Tells that the page awaits a review."
      )
    ),
    definition(
      "noindex", ["hors_moteurs"], .boolean, "Hors des moteurs de recherche",
      "Not for search engines",
      help: (
        "Oui pour demander aux moteurs de recherche du web de ne pas montrer la page.",
        "Asks the search engines of the web not to show the page."
      )
    ),
    definition(
      "unlisted", ["hors_listes"], .boolean, "Hors des listes", "Unlisted",
      help: (
        "Oui pour que seuls y mènent son adresse et les liens : ni liste, ni menu, ni recherche.",
        "Only its address and links lead to the page: no list, no menu, no search."
      )
    ),
    definition(
      "type", [], text, "Type", "Type",
      help: (
        "Si ce n’est pas celui du dossier.", "If it is not that of the folder."
      )),
    definition(
      "view", ["vue", "views", "vues"], .view, "Vue", "View",
      help: (
        "Ce que la page montre sous son texte : d’autres fiches, en liste, en tableau, en cartes…",
        "What the page shows below its text: other sheets, as a list, a board, cards…"
      )),
    definition(
      "glossary", ["glossaire"], .boolean, "Liens au glossaire", "Glossary links",
      help: (
        "Non pour que les mots de la page ne mènent pas au glossaire.",
        "No for a page whose words do not lead to the glossary."
      )),
  ]

  static let text = FieldKind.text()

  /// Returns the core keys but for the spellings that a type has taken for fields of its own.
  static func definitions(besides fields: [FieldDefinition]) -> [FieldDefinition] {
    let taken = Set(fields.map(\.key))
    return all.compactMap { core in
      let names = ([core.key] + core.aliases).filter { !taken.contains($0) || core.key == "title" }
      guard !names.isEmpty else { return nil }
      return FieldDefinition(
        core.key, aliases: names, label: core.label, help: core.help, core.kind,
        isList: core.isList, schemaProperty: core.schemaProperty,
        isShownOnSheets: core.isShownOnSheets, roles: core.roles)
    }
  }

  /// Returns the first spelling of the key that a field goes by: `title` for `titre`.
  public static func canonical(_ key: String) -> String {
    all.first { $0.key == key || $0.aliases.contains(key) }?.key ?? key
  }

  /// Returns every name of a key: its spellings when it is a core key, or else itself alone.
  public static func spellings(of key: String) -> [String] {
    all.first { $0.key == key }.map { [$0.key] + $0.aliases } ?? [key]
  }

  /// Returns the value of a core key, whichever of its spellings a type has taken for itself.
  static func value(of key: String, in values: [String: FieldValue]) -> FieldValue? {
    if let value = values[key] { return value }
    for alias in aliases[key] ?? [] {
      if let value = values[alias] { return value }
    }
    return nil
  }

  /// The other spellings of each core key that has any.
  private static let aliases = Dictionary(
    all.filter { !$0.aliases.isEmpty }.map { ($0.key, $0.aliases) }, uniquingKeysWith: { $1 })

  private static func definition(
    _ key: String, _ aliases: [String], _ kind: FieldKind, _ french: String, _ english: String,
    isList: Bool = false, help: (fr: String, en: String)
  ) -> FieldDefinition {
    FieldDefinition(
      key, aliases: aliases, label: Label(["fr": french, "en": english]),
      help: Label(["fr": help.fr, "en": help.en]), kind, isList: isList)
  }
}
