import Calendars
import Diagnostics
import TextEncoding

extension ConfigurationKey {
  /// The keys of `archipel.yaml`, in the order in which the documentation lists them.
  package static let all: [ConfigurationKey] = site + pages + history + writing

  private static let standard = SiteConfiguration()

  /// What the site is.
  private static let site: [ConfigurationKey] = [
    .init(
      "title", also: "titre", .text(\.title),
      fr: "Le nom du site, en tête de chaque page.", en: "the name of the site",
      form: .init(.identity, fr: "Nom du site", en: "Name of the site")),
    .init(
      "tagline", also: "devise", .translated(\.taglines),
      fr: "Une phrase sous le nom : ce que le site offre, et à qui.",
      en: "a sentence under the name",
      form: .init(.identity, fr: "Phrase de présentation", en: "Tagline")),
    .init(
      "lang", also: "langue",
      .checked(
        .text, standard: standard.language, languageTag,
        orReport: { .unreadableLanguage($0, at: $1) }, set: { $0.language = $1 }),
      fr: "La langue du site : fr, br, en…", en: "the language of the site",
      form: .init(.identity, fr: "Langue", en: "Language")),
    .init(
      "languages", also: "langues", languages,
      fr: "Les langues qui ont un dossier dans le contenu.",
      en: "the languages that have a folder at the top of the content", page: "languages.md"),
    .init(
      "time_zone", also: "fuseau",
      .checked(
        .choice(CalendarZone.all.map(\.id)), { CalendarZone(id: $0) },
        orReport: { .unknownChoice($0, known: CalendarZone.all.map(\.id), at: $1) },
        set: { $0.timeZone = $1 }),
      fr: "Le fuseau horaire du site : une fiche datée d’aujourd’hui paraît à minuit, là.",
      en:
        "the time zone of the site, where a sheet of today is published from midnight on; that of "
        + "the machine when left out",
      form: .init(.rare, fr: "Fuseau horaire", en: "Time zone")),
    .init(
      "publisher", also: "editeur", .text(\.publisher),
      fr: "Le service ou l’organisation qui publie le site.", en: "who publishes the site",
      form: .init(.identity, fr: "Qui publie le site", en: "Publisher")),
    .init(
      "base_url",
      .checked(
        .matching("^https?://"), { isOnTheWeb($0) ? $0 : nil },
        orReport: { .unreadableURL($0, at: $1) }, set: { $0.baseURL = $1 }),
      fr: "L’adresse du site publié, qui commence par https://.",
      en: "the address of the site; `--base-url` wins",
      form: .init(.identity, fr: "Adresse du site", en: "Address of the site")),
    .init(
      "licence", also: "license",
      .checked(
        .licence, { Licence(id: $0) ?? Licence(address: $0) },
        orReport: { .unknownLicence($0, at: $1) }, set: { $0.licence = $1 }),
      fr: "La licence des fiches qui n’en disent rien : CC-BY-SA-4.0, etalab-2.0… (SPDX).",
      en: "SPDX identifier: the terms of the sheets that name none",
      form: .init(.identity, fr: "Licence des fiches", en: "Licence of sheets")),
    .init(
      "theme",
      // A theme is a folder of `themes/`: a path could lead out of the source.
      .checked(
        .theme, standard: standard.theme, { SheetReader.isName($0) ? $0 : nil },
        orReport: { .unusablePath($0, at: $1) }, set: { $0.theme = $1 }),
      fr: "Le thème : un dossier de themes/.", en: "the theme", page: "theme.md"),
    .init(
      "colors", also: "couleurs",
      .keys(SiteColours.parts, read: { $0.colours = SiteColours(&$1) }),
      fr: "Les couleurs du site : la principale suffit.",
      en: "the colours of the site, each as `\"#0b4257\"` or `{ day, night }`; the main one is "
        + "enough, and the others come from it",
      form: .init(.look, fr: "Couleurs", en: "Colours"), page: "theme.md#colours-of-a-site"),
    .init(
      "logo", .text(\.logo, naming: .picture),
      fr: "Le dessin à côté du nom du site ; le nom, toujours écrit, lui sert d’alternative.",
      en: "the picture beside the name of the site: a file of the content folder",
      form: .init(.look, fr: "Logo", en: "Logo"), page: "theme.md#colours-of-a-site"),
    .init(
      "image", .text(\.image, naming: .picture),
      fr: "L’image de la page d’accueil, un décor sans alternative.",
      en: "the picture of the home page, in the place of the theme’s drawing: a file of the "
        + "content folder",
      form: .init(.look, fr: "Image de l’accueil", en: "Picture of the home page"),
      page: "theme.md#colours-of-a-site"),
    .init(
      "params", also: "parametres", .parameters,
      fr: "Des valeurs de ce site, que ses gabarits lisent.",
      en: "values of this site for its templates, which read `{ ville: Brest }` as "
        + "`site.params.ville`", page: "theme.md#values-of-a-site"),
    .init(
      "strict", .flag(\.isStrict), fr: "Un avertissement arrête la publication.",
      en: "makes errors of warnings",
      form: .init(.rare, fr: "Site strict", en: "Strict site")),
  ]

  /// What pages hold, and where they are.
  private static let pages: [ConfigurationKey] = [
    .init(
      "html", .choice(\.rawHTML, ["omit": .omit, "safe": .safe, "allow": .allow]),
      fr: "Le HTML écrit dans les fiches.",
      en: "`safe` keeps the HTML that says what a text is; `omit` keeps its words alone, `allow` "
        + "all of it, and publishes files that a browser or a server runs (`.html`, `.php`…)",
      page: "links.md"),
    .init(
      "markdown",
      .keys(
        MarkdownSyntax.Kind.allCases.map { .init($0.rawValue, $0.englishName, shape: .flag) },
        read: { $0.markdown = MarkdownSyntax(&$1) }),
      fr: "Les écritures d’autres outils qui ne sont pas lues.",
      en: "the syntax of other tools that is not read", page: "markdown.md"),
    .init(
      "remote_images", .choice(\.allowsRemoteImages, ["link": false, "allow": true]),
      fr: "Les images d’un autre site.",
      en: "`allow` shows images of other sites; otherwise they are links"),
    .init(
      "page_size", .integer(\.pageSize, in: 1...SiteConfiguration.maxPageSize),
      fr: "Le nombre de fiches par page de liste.", en: "how many sheets a page of a list shows",
      form: .init(.rare, fr: "Fiches par page de liste", en: "Sheets on a page of a list")),
    .init(
      "menu", .menu(\.menu),
      fr: "Le menu en haut des pages ; sans lui, ce sont les dossiers du premier niveau.",
      en:
        "the main menu: `{ label, page }`, `page` being a sheet or a folder, `{ label, url }`, or a "
        + "group, `{ label, children }`; the folders at the top when left out",
      form: .init(.menus, fr: "Menu principal", en: "Main menu"), page: "#menus"),
    .init(
      "footer_menu", .menu(\.footerMenu), fr: "Le menu du pied de page.",
      en: "the menu at the foot of the page, as `menu`",
      form: .init(.menus, fr: "Menu du pied de page", en: "Menu at the foot")),
    .init(
      "accessibility", also: "accessibilite", .text(\.accessibility, naming: .sheet),
      fr: "La fiche de la déclaration d’accessibilité.",
      en: "the page that the footer links to as the accessibility declaration",
      form: .init(.menus, fr: "Déclaration d’accessibilité", en: "Accessibility declaration")),
    .init(
      "composer", also: "composeur", .text(\.composer, naming: .sheet),
      fr: "La page où l’on compose un déroulé.",
      en: "the page where sequences are composed, which the buttons « Ajouter à mon déroulé » "
        + "lead to", page: "content-types.md"),
    .init(
      "cards", also: "cartes", .text(\.cards, naming: .sheet),
      fr: "La page des cartes de poche et du livret.",
      en: "the page of pocket cards and booklet, which the buttons « Ajouter à mes cartes » lead "
        + "to: a sheet whose view is `{ genre: cartes, format: poche }`", page: "content-types.md"),
    .init(
      "search_last", also: "recherche_en_dernier", .texts(\.searchedLast),
      fr: "Les fiches et dossiers que la recherche montre après les autres.",
      en: "the ids of the sheets and folders that the search shows after the others, such as "
        + "`[notes, guide]`"),
    .init(
      "social_images", .flag(\.hasSocialImages),
      fr: "Une image de chaque fiche, pour les partages.",
      en: "draws an image of each sheet for where its address is shared",
      form: .init(.rare, fr: "Images pour les partages", en: "Images for shared addresses"),
      page: "images.md"),
    .init(
      "contacts", .texts(\.contacts), fr: "Les adresses et numéros qui ne sont ceux de personne.",
      en: "the generic e-mail addresses and telephone numbers that sheets may hold, or the "
        + "domains of which every address may be (`\"@region.bzh\"`); others are reported",
      form: .init(.rare, fr: "Adresses et numéros génériques", en: "Generic addresses and numbers")),
  ]

  /// What git says of sheets, where readers take part, and where the site's own pages are.
  private static let history: [ConfigurationKey] = [
    .init(
      "history", also: "historique", .choice(\.usesHistory, ["git": true, "none": false]),
      fr: "D’où vient la mémoire.", en: "`git` takes the days of sheets from their commits",
      page: "#history"),
    .init(
      "contributors", also: "contributeurs",
      .choice(
        \.namesContributors, ["count": false, "names": true, "nombre": false, "noms": true]),
      fr: "Compter les personnes qui ont changé une fiche, ou les nommer.",
      en: "counts the people who changed a sheet, or names them", page: "#history"),
    .init(
      "edit_url", also: "modifier",
      .checked(
        .matching("^https?://.*\\{(path|chemin)\\}"), editPattern,
        orReport: { .unusableEditURL($0, at: $1) }, set: { $0.editURL = $1 }),
      fr: "Où proposer une modification d’une fiche.",
      en: "where a change of a sheet is proposed", page: "#history"),
    .init(
      "forge", .keys(Forge.parts, read: { $0.forge = Forge(&$1) }),
      fr: "Où est gardée la source : « adresse » suffit pour les forges connues.",
      en: "where the source is kept, for proposals of readers and for `archipel desk --forge`; "
        + "the address is enough for well-known forges", page: "forge.md"),
    .init(
      "report", also: "signaler",
      .checked(
        .matching("^(https?://\\S+|[^@\\s]+@[^@\\s]+)$"), reportPattern,
        orReport: { .unusableReports($0, at: $1) }, set: { $0.reports = $1 }),
      fr: "Une adresse de messagerie ou du web, où signaler une erreur d’une page.",
      en: "where readers report a mistake",
      form: .init(.rare, fr: "Où signaler une erreur", en: "Where to report a mistake"),
      page: "#reports"),
    .init(
      "paths",
      .keys(
        [.init("content", "contenu", shape: .text)],
        read: { configuration, keys in
          configuration.contentFolder = contentFolder(&keys)
          configuration.locations["content"] = keys.location(ofKey: "content", "contenu")
        }),
      fr: "Les dossiers.",
      en: "`content` names the content folder; `content`, else `docs`, else the source itself, "
        + "when left out"),
    .init(
      "addresses", also: "adresses",
      .keys(
        SiteAddresses.keys.map { .init($0.name, $0.french, shape: .matching("^[^A-Z\\s/]+$")) },
        read: { $0.addresses = SiteAddresses(&$1) }),
      fr: "Où sont les pages sans fiche.",
      en: "where the pages are published that belong to no sheet", page: "#addresses"),
    .init(
      "exports", also: "formes", .choices(\.exports, of: SiteExport.self) { [$0.rawValue] },
      fr: "Les formes du catalogue à publier.",
      en: "the forms of the catalogue to publish besides `commons.json`", page: "commons.md"),
    .init(
      "taxonomies", .taxonomies,
      fr:
        "Ce qui a des pages comme les étiquettes : un vocabulaire, « auteurs », un champ, une clé.",
      en: "what has pages as tags have: vocabularies, `authors`, fields of types, or keys of front "
        + "matter such as `categories`",
      page: "tags.md"),
    .init(
      "feeds", also: "flux", .choices(\.feeds, of: FeedScope.self) { $0.names },
      fr: "Les listes qui ont un flux, en plus du site et de ses dossiers.",
      en: "the lists that have a feed besides the site and the folders at its top: `tags`, and "
        + "`terms` of taxonomies",
      page: "tags.md"),
    .init(
      "redirects", also: "redirections",
      .choices(\.redirects, of: RedirectForm.self) { [$0.rawValue] },
      fr: "Les règles qui mènent des anciennes adresses aux nouvelles.",
      en: "the rules by which a server leads from former addresses to the new ones",
      page: "links.md#former-addresses"),
    .init(
      "federation", .federation,
      fr: "Les labs dont les fiches se montrent à côté de celles d’ici.",
      en: "the labs whose sheets are shown beside those of this site, each as `{ name, catalogue, "
        + "sha256 }`; `archipel federate` reads their catalogues",
      page: "commons.md#sheets-of-other-labs-beside-ours"),
    .init(
      "budget",
      .keys(
        WeightBudget.PageKind.allCases.flatMap { kind -> [ConfigurationShape.Part] in
          [
            .init(kind.rawValue, shape: .text, help: "« 60 kB », par exemple."),
            .init("\(kind.rawValue)_requests", shape: .integer(Bounds())),
          ]
        }, read: { $0.budget = WeightBudget(&$1) }),
      fr: "Le poids et le nombre de requêtes d’une page, au plus.",
      en: "how much pages may weigh", page: "#budget"),
  ]

  /// What `archipel check` looks at.
  private static let writing: [ConfigurationKey] = [
    .init(
      "controles", also: "checks",
      .keys(
        EditorialRules.Check.allCases.map { .init($0.rawValue, $0.englishName, shape: .flag) },
        read: { $0.editorial.readChecks(&$1) }),
      fr: "Ce que « archipel check » ne regarde pas.",
      en: "what `archipel check` does not look at", page: "check.md"),
    .init(
      "ecriture_inclusive", also: "inclusive_writing",
      .choice(
        \.editorial.inclusiveWriting,
        ["point-median": .middleDot, "doublets": .bothWords, "libre": .free]),
      fr: "Comment écrire les mots de tous les genres.",
      en: "how words for all genders are to be written", page: "check.md"),
    .init(
      "sigles_connus", also: "known_abbreviations",
      ConfigurationValue(.list(.text)) { key, configuration, reader in
        configuration.editorial.knownAbbreviations = Set(reader.strings(key.name, key.otherName))
      },
      fr: "Les sigles à ne pas expliquer.", en: "the abbreviations that need no explanation",
      page: "check.md"),
  ]

  private static let languages = ConfigurationValue(.list(.text)) { key, configuration, reader in
    for tag in reader.strings(key.name, key.otherName) {
      if LanguageTag.isKnown(tag) {
        configuration.languages.append(tag)
      } else {
        reader.report(.unreadableLanguage(tag, at: key.location(in: reader)))
      }
    }
  }

  @Sendable private static func languageTag(_ text: String) -> String? {
    LanguageTag.isKnown(text) ? text : nil
  }

  private static func isOnTheWeb(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  @Sendable private static func editPattern(_ text: String) -> String? {
    let pattern = text.replacing("{chemin}", with: "{path}")
    return isOnTheWeb(pattern) && pattern.contains("{path}") ? pattern : nil
  }

  @Sendable private static func reportPattern(_ text: String) -> String? {
    let pattern = text.replacing("{titre}", with: "{title}").replacing("{adresse}", with: "{url}")
    let isMail =
      pattern.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/)
      != nil
    return isMail || isOnTheWeb(pattern) && !pattern.contains(where: \.isWhitespace)
      ? pattern : nil
  }

  private static func contentFolder(_ paths: inout MappingReader) -> String? {
    guard let folder = paths.string("content", "contenu") else { return nil }
    let parts = folder.split(separator: "/")
    if folder.hasPrefix("/") || parts.isEmpty || parts.contains("..") {
      paths.report(.unusablePath(folder, at: paths.location(ofKey: "content", "contenu")))
      return nil
    }
    return parts.joined(separator: "/")
  }
}
