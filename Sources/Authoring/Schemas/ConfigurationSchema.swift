import ContentModel
import Formats

/// The schema of `archipel.yaml`.
enum ConfigurationSchema {
  /// The schema as a JSON document.
  package static func document(themes: [String]) -> JSONValue {
    JSONSchema.object(properties(themes: themes))
      .describing(title: "archipel.yaml", "Le site. Toutes les clés sont facultatives.").document
  }

  private static let text = JSONSchema.type("string")
  private static let flag = JSONSchema.any(of: [.type("boolean"), .choice(["oui", "non"])])
  private static let label = JSONSchema.any(of: [
    text, .type("object", JSONMember("additionalProperties", text.value)),
  ])

  private static func properties(themes: [String]) -> [(String, JSONSchema)] {
    named(["title", "titre"], text, "Le nom du site.")
      + named(["tagline", "devise"], label, "Une phrase sous le nom.")
      + named(["lang", "langue"], text, "La langue du site : fr, br, en…")
      + named(
        ["languages", "langues"], text.list(), "Les langues qui ont un dossier dans le contenu.")
      + named(["publisher", "editeur"], text, "Qui publie le site.")
      + named(["base_url"], address, "L’adresse du site publié.")
      + named(["licence", "license"], text, "La licence des fiches qui n’en disent rien (SPDX).")
      + named(["theme"], theme(themes), "Le thème : un dossier de themes/.")
      + named(["strict"], flag, "Un avertissement arrête la publication.")
      + named(["html"], .choice(["omit", "safe", "allow"]), "Le HTML écrit dans les fiches.")
      + named(["markdown"], syntax, "Les écritures d’autres outils qui ne sont pas lues.")
      + named(["remote_images"], .choice(["link", "allow"]), "Les images d’un autre site.")
      + named(["page_size"], pageSize, "Le nombre de fiches par page de liste.")
      + named(["menu"], menu, "Le menu principal.")
      + named(["footer_menu"], menu, "Le menu du pied de page.")
      + named(
        ["accessibility", "accessibilite"], text, "La fiche de la déclaration d’accessibilité.")
      + named(["composer", "composeur"], text, "La page où l’on compose un déroulé.")
      + named(["cards", "cartes"], text, "La page des cartes de poche et du livret.")
      + named(
        ["search_last", "recherche_en_dernier"], text.list(),
        "Les fiches et dossiers que la recherche montre après les autres.")
      + named(["social_images"], flag, "Une image de chaque fiche, pour les partages.")
      + named(["contacts"], contacts, "Les adresses et numéros qui ne sont ceux de personne.")
      + named(["history", "historique"], .choice(["git", "none"]), "D’où vient la mémoire.")
      + named(
        ["contributors", "contributeurs"], .choice(["count", "names", "nombre", "noms"]),
        "Compter les personnes qui ont changé une fiche, ou les nommer.")
      + named(["edit_url", "modifier"], editURL, "Où proposer une modification d’une fiche.")
      + named(["report", "signaler"], reports, "Où signaler une erreur d’une page.")
      + named(["paths"], .object([("content", text), ("contenu", text)]), "Les dossiers.")
      + named(["addresses", "adresses"], addresses, "Où sont les pages sans fiche.")
      + named(["budget"], budget, "Le poids et le nombre de requêtes d’une page, au plus.")
      + editorial
  }

  private static var syntax: JSONSchema {
    .object(
      MarkdownSyntax.Kind.allCases.flatMap { [($0.rawValue, flag), ($0.englishName, flag)] })
  }

  private static var editorial: [(String, JSONSchema)] {
    let checks = JSONSchema.object(
      EditorialRules.Check.allCases.flatMap { [($0.rawValue, flag), ($0.englishName, flag)] })
    let ways = JSONSchema.choice(EditorialRules.InclusiveWriting.allCases.map(\.rawValue))
    return named(["controles", "checks"], checks, "Ce que « archipel check » ne regarde pas.")
      + named(
        ["ecriture_inclusive", "inclusive_writing"], ways,
        "Comment écrire les mots de tous les genres.")
      + named(
        ["sigles_connus", "known_abbreviations"], text.list(), "Les sigles à ne pas expliquer.")
  }

  private static func named(
    _ keys: [String], _ schema: JSONSchema, _ help: String
  ) -> [(String, JSONSchema)] {
    keys.map { ($0, schema.adding("description", .string(help))) }
  }

  private static let address = JSONSchema.type(
    "string", JSONMember("pattern", .string("^https?://")))

  private static let editURL = JSONSchema.type(
    "string", JSONMember("pattern", .string("^https?://.*\\{(path|chemin)\\}")))

  private static let reports = JSONSchema.type(
    "string", JSONMember("pattern", .string("^(https?://\\S+|[^@\\s]+@[^@\\s]+)$")))

  private static let contacts = text.list()

  private static let pageSize = JSONSchema.type("integer", JSONMember("minimum", .integer(1)))
    .adding("maximum", .integer(1_000))

  private static let menu = JSONSchema.type(
    "array",
    JSONMember(
      "items", JSONSchema.object([("label", label), ("page", text), ("url", text)]).value))

  private static let addresses = JSONSchema.object(
    SiteAddresses.keys.flatMap { [($0.name, slug), ($0.french, slug)] })

  private static let slug = JSONSchema.type(
    "string", JSONMember("pattern", .string("^[^A-Z\\s/]+$")))

  private static let budget = JSONSchema.object(
    WeightBudget.PageKind.allCases.flatMap { kind in
      [
        (kind.rawValue, text.adding("description", .string("« 60 kB », par exemple."))),
        ("\(kind.rawValue)_requests", .type("integer")),
      ]
    })

  private static func theme(_ names: [String]) -> JSONSchema {
    .any(of: [.choice(names), text])
  }
}
