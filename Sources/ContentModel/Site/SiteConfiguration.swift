public import Diagnostics
import YAMLParsing

/// What `archipel.yaml` says of a site; every key has a default.
public struct SiteConfiguration: Sendable, Hashable {
  /// An entry of a menu.
  public struct MenuItem: Sendable, Hashable {
    /// What readers see.
    public let label: Label
    /// The id of a sheet or a folder, or an address on the web.
    public let target: String
    /// Where the entry is written.
    public let location: SourceLocation
  }

  /// The name of the site.
  public var title = "Archipel"
  /// A sentence under the name, by language.
  public var taglines: Label?
  /// The language of the site, as a BCP 47 tag.
  public var language = "fr"
  /// The languages that folders at the top of the content are for: `fr/page.md` is `page.md` in
  /// French.
  public var languages: [String] = []
  /// Where the site is published.
  public var baseURL: String?
  /// The name of the theme.
  public var theme = "ti"
  /// The terms of reuse of the sheets that name none.
  public var licence: Licence?
  /// Who publishes the site.
  public var publisher: String?
  /// Whether warnings count as errors.
  public var isStrict = false
  /// What becomes of raw HTML in Markdown.
  public enum RawHTML: Sendable, Hashable {
    /// Its words alone stay.
    case omit
    /// What says what a text is stays.
    case safe
    /// It is copied.
    case allow
  }

  /// What becomes of raw HTML in Markdown.
  public var rawHTML = RawHTML.safe
  /// Whether raw HTML in Markdown is copied.
  public var allowsHTML: Bool { rawHTML == .allow }
  /// Whether images of other origins are shown.
  public var allowsRemoteImages = false
  /// Whether each sheet has an image for where its address is shared, where the site has an address.
  public var hasSocialImages = false
  /// The main menu; the top folders when nothing is said.
  public var menu: [MenuItem] = []
  /// The menu at the foot of the page.
  public var footerMenu: [MenuItem] = []
  /// The id of the accessibility declaration.
  public var accessibility: String?
  /// The id of the page that composes sequences.
  public var composer: String?
  /// The id of the page of cards and booklet.
  public var cards: String?
  /// The e-mail addresses and telephone numbers that the site publishes: none is a person's.
  public var contacts: [String] = []
  /// Whether git tells when sheets were last changed, and by how many people.
  public var usesHistory = false
  /// Whether those who changed a sheet are named, and not only counted.
  public var namesContributors = false
  /// Where a change of a sheet is proposed, with `{path}` in the place of its file.
  public var editURL: String?
  /// Where mistakes are reported: an e-mail address, or an address on the web with `{title}` and
  /// `{url}` in the place of those of the page.
  public var reports: String?
  /// The content folder; found by itself when nothing is said.
  public var contentFolder: String?
  /// How many sheets a page of a list shows.
  public var pageSize = 48
  /// Where the pages are published that belong to no sheet.
  public var addresses = SiteAddresses()
  /// How much pages may weigh.
  public var budget = WeightBudget()
  /// What is looked at in the writing.
  public var editorial = EditorialRules()
  /// The syntax of other tools that sheets are read with.
  public var markdown = MarkdownSyntax()

  /// The ids of sheets and folders that the search shows after the others, such as notes.
  public var searchedLast: [String] = []

  private var locations: [String: SourceLocation] = [:]

  /// Where a key is written: `theme`, `base_url`, `accessibility`, `search_last`, `composer`,
  /// `cards` or `content`.
  public func location(of key: String) -> SourceLocation {
    locations[key] ?? SourceLocation(path: "archipel.yaml")
  }

  /// The sentence under the name, in the language of the site.
  public var tagline: String? { taglines?.text(in: language) }

  /// Creates the configuration of a site that says nothing.
  public init() {}

  /// Reads `archipel.yaml`.
  public init(path: String, text: String, reporting diagnostics: inout [Diagnostic]) {
    let yaml = YAMLText(path: path, firstLine: 1, text: text)
    let problems = diagnostics.count
    guard let root = yaml.compose(reporting: &diagnostics), !root.isNull else { return }
    guard let mapping = root.mapping else {
      if diagnostics.count == problems {
        diagnostics.append(.expectedMapping(at: yaml.location(of: root.mark)))
      }
      return
    }
    yaml.reportDoubts(in: root, reporting: &diagnostics)
    var reader = MappingReader(mapping, in: yaml)
    title = reader.string("title", "titre") ?? title
    taglines = reader.label("tagline", "devise")
    publisher = reader.string("publisher", "editeur")
    isStrict = reader.boolean("strict")
    let ways = ["omit": RawHTML.omit, "safe": .safe, "allow": .allow]
    rawHTML = choice("html", among: ways, &reader) ?? .safe
    allowsRemoteImages =
      choice("remote_images", among: ["link": false, "allow": true], &reader) ?? false
    hasSocialImages = reader.boolean("social_images")
    accessibility = reader.string("accessibility", "accessibilite")
    composer = reader.string("composer", "composeur")
    cards = reader.string("cards", "cartes")
    contacts = reader.strings("contacts")
    searchedLast = reader.strings("search_last", "recherche_en_dernier")
    readHistory(&reader)
    readReports(&reader)
    menu = Self.menu("menu", &reader)
    footerMenu = Self.menu("footer_menu", &reader)
    readChecked(&reader)
    locations["theme"] = reader.location(ofKey: "theme")
    locations["base_url"] = reader.location(ofKey: "base_url")
    locations["accessibility"] = reader.location(ofKey: "accessibility", "accessibilite")
    locations["search_last"] = reader.location(ofKey: "search_last", "recherche_en_dernier")
    locations["composer"] = reader.location(ofKey: "composer", "composeur")
    locations["cards"] = reader.location(ofKey: "cards", "cartes")
    editorial = EditorialRules(&reader)
    markdown = MarkdownSyntax(&reader)
    if let node = reader.node("budget"), var limits = reader.reader(of: node) {
      budget = WeightBudget(&limits)
      limits.finish(into: &diagnostics)
    }
    if let node = reader.node("addresses", "adresses"), var names = reader.reader(of: node) {
      addresses = SiteAddresses(&names)
      names.finish(into: &diagnostics)
    }
    if let node = reader.node("paths"), var paths = reader.reader(of: node) {
      contentFolder = folder(&paths)
      locations["content"] = paths.location(ofKey: "content", "contenu")
      paths.finish(into: &diagnostics)
    }
    reader.finish(into: &diagnostics)
  }

  private mutating func readHistory(_ reader: inout MappingReader) {
    let sources = ["git": true, "none": false]
    usesHistory = choice("history", "historique", among: sources, &reader) ?? false
    let namings = ["count": false, "names": true, "nombre": false, "noms": true]
    namesContributors = choice("contributors", "contributeurs", among: namings, &reader) ?? false
    guard let url = reader.string("edit_url", "modifier") else { return }
    let pattern = url.replacing("{chemin}", with: "{path}")
    if pattern.hasPrefix("https://") || pattern.hasPrefix("http://"), pattern.contains("{path}") {
      editURL = pattern
    } else {
      reader.report(.unusableEditURL(url, at: reader.location(ofKey: "edit_url", "modifier")))
    }
  }

  private mutating func readReports(_ reader: inout MappingReader) {
    guard let address = reader.string("report", "signaler") else { return }
    let pattern = address.replacing("{titre}", with: "{title}")
      .replacing("{adresse}", with: "{url}")
    let isWeb = pattern.hasPrefix("https://") || pattern.hasPrefix("http://")
    let isMail =
      pattern.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/)
      != nil
    if isMail || isWeb && !pattern.contains(where: \.isWhitespace) {
      reports = pattern
    } else {
      reader.report(.unusableReports(address, at: reader.location(ofKey: "report", "signaler")))
    }
  }

  /// Reads the values that have a form of their own.
  private mutating func readChecked(_ reader: inout MappingReader) {
    if let tag = reader.string("lang", "langue") {
      if LanguageTag.isKnown(tag) {
        language = tag
      } else {
        reader.report(.unreadableLanguage(tag, at: reader.location(ofKey: "lang", "langue")))
      }
    }
    languages = reader.strings("languages", "langues").filter { tag in
      if LanguageTag.isKnown(tag) { return true }
      reader.report(
        .unreadableLanguage(tag, at: reader.location(ofKey: "languages", "langues")))
      return false
    }
    if let id = reader.string("licence", "license") {
      licence = Licence(id: id)
      if licence == nil {
        reader.report(
          .unknownLicence(id, at: reader.location(ofKey: "licence", "license")))
      }
    }
    if let name = reader.string("theme") {
      // A theme is a folder of `themes/`: a path could lead out of the source.
      if SheetReader.isName(name) {
        theme = name
      } else {
        reader.report(.unusablePath(name, at: reader.location(ofKey: "theme")))
      }
    }
    if let url = reader.string("base_url") {
      if url.hasPrefix("https://") || url.hasPrefix("http://") {
        baseURL = url
      } else {
        reader.report(.unreadableURL(url, at: reader.location(ofKey: "base_url")))
      }
    }
    if let size = reader.integer("page_size") {
      if (1...1_000).contains(size) {
        pageSize = size
      } else {
        reader.report(
          .outOfBounds(
            "\(size)", Bounds(min: 1, max: 1_000), at: reader.location(ofKey: "page_size")))
      }
    }
  }

  private func folder(_ paths: inout MappingReader) -> String? {
    guard let folder = paths.string("content", "contenu") else { return nil }
    let parts = folder.split(separator: "/")
    if folder.hasPrefix("/") || parts.isEmpty || parts.contains("..") {
      paths.report(.unusablePath(folder, at: paths.location(ofKey: "content", "contenu")))
      return nil
    }
    return parts.joined(separator: "/")
  }

  private func choice<Choice>(
    _ key: String, _ other: String? = nil, among choices: [String: Choice],
    _ reader: inout MappingReader
  ) -> Choice? {
    guard let text = reader.string(key, other) else { return nil }
    if let choice = choices[text] { return choice }
    let location = reader.location(ofKey: key, other ?? key)
    reader.report(.unknownChoice(text, known: choices.keys.sorted(), at: location))
    return nil
  }

  private static func menu(_ key: String, _ reader: inout MappingReader) -> [MenuItem] {
    var items: [MenuItem] = []
    for var entry in reader.mappings(key) {
      let label = entry.label("label")
      let target = entry.string("page", "url")
      let location = entry.location(ofKey: "page", "url")
      var problems: [Diagnostic] = []
      entry.finish(into: &problems)
      for problem in problems { reader.report(problem) }
      if let label, let target {
        items.append(MenuItem(label: label, target: target, location: location))
      } else {
        reader.report(.incompleteMenuItem(at: location))
      }
    }
    return items
  }
}

extension SiteConfiguration {
  /// Returns on how many pages a list of entries is shown; an empty list has one.
  public func pageCount(ofList count: Int) -> Int { max(1, (count + pageSize - 1) / pageSize) }
}
