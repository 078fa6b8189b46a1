extension BadInputTests {
  /// What prevents a page or makes it wrong.
  static let errors: [BadInput] =
    frontMatter + days + sequences + canvases + references + addresses + configuration + themes

  private static let frontMatter: [BadInput] = [
    .field(
      "date that is none", "front-matter.date", "date: ¦13 mars",
      says: ["« 13 mars »", "2026-03-14"]),
    .field(
      "day that does not exist", "front-matter.date", "date: ¦2026-02-30",
      says: ["ce mois en compte 28"]),
    .field(
      "day as the French write it", "front-matter.date", "date: ¦14/03/2026",
      says: ["écrivez « 2026-03-14 »"]),
    .field("duration", "front-matter.duration", "duree: ¦3 heure et quart", says: ["1 h 30"]),
    .field("duration", "front-matter.duration", "duree: ¦45", says: ["« 45 min »"]),
    .field("duration", "front-matter.duration", "duree: ¦45-60", says: ["« 45 – 60 min »"]),
    .field("number", "front-matter.number", "nombre: ¦deux"),
    .field("number out of bounds", "front-matter.bounds", "nombre: ¦10", says: ["de 1"]),
    .field("whole number", "front-matter.integer", "entier: ¦1,5"),
    .field(
      "number with a unit", "front-matter.integer", "entier: ¦2 min",
      says: ["sans unité", "écrivez « 2 »"]),
    .field(
      "no-break space before a colon", "yaml.syntax", "entier¦\u{A0}: 2", says: ["barre d’espace"]),
    .field("licence", "front-matter.licence", "licence: ¦CC-BY-SA-5.0", says: ["« CC-BY-SA-4.0 »"]),
    .field("type", "type.unknown", "type: ¦esai", says: ["vouliez-vous dire « essai »"]),
    .field(
      "term", "front-matter.term", "phase: ¦idéatoin", says: ["vouliez-vous dire « Idéation »"]),
    .field(
      "terms without brackets", "front-matter.term", "phase: ¦idéation, Idéation",
      says: ["écrivez « [ideation, ideation] »"]),
    .field("missing field", "front-matter.missing", "personne: ¦{}", says: ["« nom »"]),
    .field("two spellings of one key", "front-matter.same-key", "title: A\n¦titre: B"),
    .field("list in the place of a value", "front-matter.list", "duree: ¦[1 h, 2 h]"),
    .field(
      "value in the place of keys", "front-matter.object", "personne: ¦Ana",
      says: ["« personne: { nom: … } »"]),
    .field("yes or no", "front-matter.boolean", "draft: ¦peut-être"),
    .field(
      "colon in a text", "yaml.syntax", "titre: Un titre¦: son sous-titre", says: ["guillemets"]),
    BadInput("unclosed quote", "yaml.syntax", ["content/a.md": "---\ntitre: ¦\"Un titre\n---\n"]),
    .field("key twice", "yaml.duplicate-key", "entier: 1\n¦entier: 2", says: ["déjà ligne 2"]),
    .field("list for a front matter", "yaml.mapping", "¦- a\n- b"),
    .field("alias bomb", "yaml.aliases", aliasBomb),
    BadInput(
      "unclosed front matter", "front-matter.unclosed",
      [
        "content/a.md": "¦---\ntitle: A\n\nTexte.\n"
      ]),
    BadInput(
      "TOML that cannot be read", "toml.syntax",
      ["content/a.md": "+++\ntitle = ¦Mon titre\n+++\n"]),
    BadInput(
      "TOML with a key twice", "toml.duplicate-key",
      ["content/a.md": "+++\ntitle = 'A'\n¦title = 'B'\n+++\n"]),
    BadInput(
      "required field", "front-matter.missing", says: ["« but »"],
      [
        "content/_types/t.yaml":
          "libelle: T\ndossier: t\nchamps: { but: { libelle: But, requis: true } }\n",
        "content/t/a.md": "---\n¦titre: A\n---\n",
      ]),
    BadInput(
      "vocabulary that cannot be read", "yaml.syntax",
      [
        "content/_types/t.yaml":
          "libelle: T\ndossier: t\nchamps:\n  p: { libelle: P, type: terme, vocabulaire: phases }\n",
        "content/_vocabularies/phases.yaml": "libelle: ¦\"Phases\ntermes: [{ libelle: A }]\n",
        "content/t/a.md": "---\np: a\n---\n",
      ]),
    BadInput(
      "vocabulary that no file declares", "type.vocabulary",
      [
        "content/_types/t.yaml":
          "libelle: T\nchamps:\n  p: { libelle: P, type: terme, ¦vocabulaire: rien }\n"
      ]),
  ]

  /// Nine lists that each hold the one before nine times: 9⁹ values.
  private static let aliasBomb =
    "a0: &a0 [x]\n"
    + (1...9).map { level in
      let aliases = (0..<9).map { place in
        // The twenty-fifth alias is one too many.
        level == 3 && place == 6 ? "¦*a\(level - 1)" : "*a\(level - 1)"
      }
      return "a\(level): &a\(level) [\(aliases.joined(separator: ", "))]"
    }.joined(separator: "\n")

  private static let references: [BadInput] = [
    .field(
      "dangling reference", "reference.dangling", "lie: ¦autr",
      says: ["le nom de fichier d’une fiche", "vouliez-vous dire « autre »"]),
    .field("dangling title", "reference.dangling", "lie: ¦\"[[Autres]]\""),
    BadInput(
      "title of a translation of another type", "reference.type", says: ["« page »", "« t »"],
      [
        "content/_types/t.yaml":
          "libelle: T\ndossier: t\nchamps: { lie: { type: reference, vers: [t] } }\n",
        "content/cafe.md": "# Café\n", "content/cafe.en.md": "---\ntitre: Coffee\n---\n",
        "content/t/a.md": "---\nlie: ¦\"[[Coffee]]\"\n---\n",
      ]),
    BadInput(
      "translation into the language of the original", "translation.twice", at: "content/a.br.md",
      says: ["« br »", "content/a.md"],
      ["content/a.md": "---\nlangue: br\n---\n# A\n", "content/a.br.md": "---\ntitre: A\n---\n"]),
    BadInput(
      "reference to another type", "reference.type", says: ["« page »", "« t »"],
      [
        "content/_types/t.yaml":
          "libelle: T\ndossier: t\nrelations: { lie: { libelle: L, vers: [t] } }\n",
        "content/page.md": "P.\n", "content/t/a.md": "---\nlie: ¦page\n---\n",
      ]),
    BadInput(
      "reference to a draft", "reference.unpublished", says: ["un brouillon"],
      [
        "content/_types/t.yaml":
          "libelle: T\ndossier: t\nrelations: { lie: { libelle: L, vers: [t] } }\n",
        "content/t/a.md": "---\nlie: ¦b\n---\n", "content/t/b.md": "---\ndraft: true\n---\n",
      ]),
    BadInput(
      "licence that forbids what the site allows", "site.licence", says: ["CC-BY-NC-SA-4.0"],
      [
        "archipel.yaml": "licence: CC-BY-SA-4.0\n",
        "content/a.md": "---\nlicense: ¦CC-BY-NC-SA-4.0\n---\n",
      ]),
  ]

  private static let addresses: [BadInput] = [
    .field("slug that climbs out", "sheet.slug", "slug: ¦../a"),
    .field("slug with a folder", "sheet.slug", "slug: ¦a/b"),
    .field("slug that is absolute", "sheet.slug", "slug: ¦/a"),
    .field("slug that is empty", "sheet.slug", "slug: ¦\"\""),
    .field("slug that is the folder", "sheet.slug", "slug: ¦.."),
    BadInput(
      "slug that no disk takes", "site.name-length", at: "content/a.md", says: ["255 octets"],
      ["content/a.md": "---\nslug: " + String(repeating: "é", count: 128) + "\n---\n"]),
    .field("alias that climbs out", "sheet.alias", "alias: ¦../a"),
    .field("alias that climbs out in the middle", "sheet.alias", "alias: ¦a/../../b"),
    .field("alias that is an address", "sheet.alias", "alias: ¦https://exemple.fr/a"),
    .field("alias on another host", "sheet.alias", "alias: ¦//exemple.fr/a"),
    .field("alias that is empty", "sheet.alias", "alias: ¦\"\""),
    BadInput(
      "two files at one address", "site.collision", at: "content/a.md",
      says: ["content/b.md", "changez l’adresse que donne content/b.md, ligne 3"],
      ["content/a.md": "A.\n", "content/b.md": "---\ntitre: B\nslug: a\n---\n"]),
    BadInput(
      "address of another sheet", "site.collision",
      says: ["content/c.md", "changez l’adresse que donne content/b.md, ligne 3"],
      ["content/b.md": "---\ntitre: B\nslug: ¦c\n---\n", "content/c.md": "C.\n"]),
  ]

  private static let configuration: [BadInput] = [
    BadInput("broken configuration", "yaml.syntax", ["archipel.yaml": "title: ¦\"A\n"]),
    BadInput(
      "choice", "site.choice", says: ["vouliez-vous dire « allow »"],
      [
        "archipel.yaml": "¦html: alow\n"
      ]),
    BadInput(
      "content folder outside", "site.path", ["archipel.yaml": "paths: { ¦content: ../autre }\n"]),
    BadInput(
      "menu", "site.menu", says: ["vouliez-vous dire « methodes »"],
      [
        "archipel.yaml": "menu: [{ label: M, ¦page: methode }]\n", "content/methodes.md": "M.\n",
      ]),
    BadInput("base URL", "site.base-url", ["archipel.yaml": "¦base_url: https://é.fr/\n"]),
    BadInput("theme", "site.theme", ["archipel.yaml": "title: A\n¦theme: rien\n"]),
    BadInput(
      "accessibility declaration", "site.accessibility",
      says: ["vouliez-vous dire « accessibilite »"],
      ["archipel.yaml": "¦accessibility: accesibilite\n", "content/accessibilite.md": "A.\n"]),
    BadInput(
      "content folder that is not there", "site.path", says: ["« textes » n’existe pas"],
      ["archipel.yaml": "paths: { ¦content: textes }\n"]),
    BadInput(
      "misnamed configuration", "site.configuration", at: "archipel.yml",
      says: ["« archipel.yaml »"], ["archipel.yml": "title: A\n"]),
    BadInput("language", "front-matter.language", ["archipel.yaml": "¦lang: français\n"]),
    BadInput(
      "type in a folder outside", "site.path", says: ["methodes"],
      ["content/_types/t.yaml": "libelle: T\n¦dossier: ../x\n"]),
    BadInput(
      "two types in one folder", "type.folder", says: ["« t »"],
      [
        "content/_types/t.yaml": "libelle: T\ndossier: x\n",
        "content/_types/u.yaml": "libelle: U\n¦dossier: x/\n",
      ]),
    BadInput("data in JSON", "data.syntax", ["content/_data/a.json": "{\"a\": ¦}"]),
  ]

  private static let themes: [BadInput] = [
    template("tag that is never closed", "theme.syntax", "<p>¦{{#page}}"),
    template("tag that closes another", "theme.syntax", "{{#page}}{{#site}}¦{{/page}}"),
    template("braces that never end", "theme.syntax", "a\n¦{{page.title"),
    template("missing partial", "theme.missing-partial", "¦{{>card}}", says: ["« cards »"]),
    template("missing layout", "theme.missing-partial", "¦{{<bas}}{{/bas}}", says: ["« base »"]),
    template("partial that includes itself", "theme.recursion", "é ¦{{>tag}}", says: ["tag → tag"]),
    template(
      "unknown name", "theme.unknown-name", "¦{{page.titel}}",
      says: ["« page.titel »", "etiquettes/a/index.html", "vouliez-vous dire « title »"]),
  ]

  /// A mistake in the template of tags, of a site that has one.
  private static func template(
    _ name: String, _ id: String, _ text: String, says: [String] = []
  ) -> BadInput {
    BadInput(
      name, id, says: says,
      ["themes/ti/templates/tag.mustache": text, "content/a.md": "---\ntags: [a]\n---\n"])
  }
}
