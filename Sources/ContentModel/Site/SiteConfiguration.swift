public import Calendars
public import Diagnostics
import YAMLParsing

/// What `archipel.yaml` says of a site; every key has a default.
public struct SiteConfiguration: Sendable, Hashable {
  /// The name of the site.
  public var title = "Archipel"
  /// A sentence under the name, by language.
  public var taglines: Label?
  /// The language of the site, as a BCP 47 tag.
  public var language = "fr"
  /// The languages that folders at the top of the content are for: `fr/page.md` is `page.md` in
  /// French.
  public var languages: [String] = []
  /// The time zone whose days are those of the site; nil for that of the machine.
  public var timeZone: CalendarZone?
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
  /// The main menu; empty when the site shows its top folders instead.
  public var menu: [MenuItem] = []
  /// The menu at the foot of the page.
  public var footerMenu: [MenuItem] = []
  /// Whether the menu is that of the settings of another tool: its dead entries are left out.
  package var hasMenuOfOtherTool = false
  /// The pages that the settings of another tool put in an order, by their paths in the content folder.
  package var pageOrderOfOtherTool: [String] = []
  /// The names that `nav` of MkDocs gives to pages, by their paths in the content folder.
  package var pageLabelsOfOtherTool: [String: String] = [:]
  /// The id of the accessibility declaration.
  public var accessibility: String?
  /// The id of the page that composes sequences.
  public var composer: String?
  /// The id of the page of cards and booklet.
  public var cards: String?
  /// What templates read that is of this site alone, by name.
  public var parameters: [String: SiteParameter] = [:]
  /// The colours of the site; nil for those of its theme.
  public var colours: SiteColours?
  /// The picture beside the name of the site, by its path from the content folder.
  public var logo: String?
  /// The picture of the home page, by its path from the content folder.
  public var image: String?
  /// The e-mail addresses and telephone numbers that the site publishes: none is a person's.
  public var contacts: [String] = []
  /// Whether sheets take their last change, and how many people made it, from git.
  public var usesHistory = false
  /// Whether those who changed a sheet are named, and not only counted.
  public var namesContributors = false
  /// Where a change of a sheet is proposed, with `{path}` in the place of its file.
  public var editURL: String?
  /// Where the source is kept, for those who write in their browser.
  public var forge: Forge?
  /// Where mistakes are reported: an e-mail address, or an address on the web with `{title}` and
  /// `{url}` in the place of those of the page.
  public var reports: String?
  /// The content folder; nil when the loader looks for it.
  public var contentFolder: String?
  /// How many sheets a page of a list shows.
  public var pageSize = 48
  /// The most that it may show.
  static let maxPageSize = ListSize.max
  /// Where the pages are published that belong to no sheet.
  public var addresses = SiteAddresses()
  /// How much pages may weigh.
  public var budget = WeightBudget()
  /// The forms of the catalogue that are published besides `commons.json`.
  public var exports: Set<SiteExport> = []
  /// What sheets have pages by, besides their tags.
  public var taxonomies: [TaxonomyName] = []
  /// The lists that have a feed besides the site and the folders at its top.
  public var feeds: Set<FeedScope> = []
  /// The forms in which former addresses are published besides their pages.
  public var redirects: Set<RedirectForm> = []
  /// The sites whose sheets are shown beside those of this one, in the order of trust.
  public var federation: [FederatedSite] = []
  /// What `archipel check` looks at in the writing.
  public var editorial = EditorialRules()
  /// The syntax of other tools that sheets are read with.
  public var markdown = MarkdownSyntax()

  /// The ids of sheets and folders that the search shows after the others, such as notes.
  public var searchedLast: [String] = []

  var locations: [String: SourceLocation] = [:]

  /// Where a key is written, by its first name in ``ConfigurationKey/all``, or `content`.
  public func location(of key: String) -> SourceLocation {
    locations[key] ?? SourceLocation(path: "archipel.yaml")
  }

  /// Where a change of a sheet is proposed: what the site says of it, or else the page of its forge.
  public var changeURL: String? { editURL ?? forge?.editURL }

  /// An e-mail address by which whoever runs the site is reached: that for mistakes, else the first of
  /// those that sheets may hold.
  public var contact: String? {
    ([reports].compactMap(\.self) + contacts).first { text in
      text.contains("@") && !text.hasPrefix("@") && !text.contains("/")
    }
  }

  /// The sentence under the name, in the language of the site.
  public var tagline: String? { taglines?.text(in: language) }

  /// Creates the default configuration.
  public init() {}

  /// Reads `archipel.yaml`.
  public init(path: String, text: String, reporting diagnostics: inout [Diagnostic]) {
    let yaml = YAMLText(path: path, firstLine: 1, text: text)
    let problems = diagnostics.count
    let read = yaml.compose(reporting: &diagnostics)
    guard let root = read.map({ yaml.withoutControls($0, reporting: &diagnostics) }), !root.isNull
    else { return }
    guard let mapping = root.mapping else {
      if diagnostics.count == problems {
        diagnostics.append(.expectedMapping(at: yaml.location(of: root.mark)))
      }
      return
    }
    yaml.reportDoubts(in: root, reporting: &diagnostics)
    var reader = MappingReader(mapping, in: yaml)
    for key in ConfigurationKey.all { key.read(into: &self, &reader) }
    reader.finish(into: &diagnostics)
  }
}

extension SiteConfiguration {
  /// Returns on how many pages a list of entries is shown; an empty list has one.
  ///
  /// - Parameter size: How many of them a page shows; as many as the site says when nil.
  public func pageCount(ofList count: Int, size: Int? = nil) -> Int {
    let size = max(1, size ?? pageSize)
    return max(1, (count + size - 1) / size)
  }
}
