import ContentModel
import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// What every page says of itself, whatever its kind.
struct PageHead {
  let context: PageContext
  /// The title, typeset.
  let title: String
  /// Empty when there is none.
  var summary = ""
  /// Whether somebody wrote the summary; one made from the text is not shown above it.
  var hasLead = true
  /// One of the kinds that `docs/theme.md` lists.
  let kind: String
  /// The published folder of the page.
  let folder: String
  /// Its file, for a page that is not the page of its folder.
  var file: String?
  /// Which page of a list it is; those after the first say so in their title.
  var number = 1
  /// The sheet that the page translates.
  var original: Int?
  /// Whether the page in the language of the site has the same title.
  var sharesTitle = false
  let links: PageLinks
  let format: ValueFormat
  /// The way from the home page.
  var trail = TemplateValue.none
  /// What readers are told first.
  var notices = TemplateValue.none
  /// The id of the folder that it is the page of.
  var folderID: String?
  /// The folder of its feed, when it is not the own page of a folder at the top.
  var feedFolder: String?
  /// The page in every language that it is in, when it is in several.
  var versions: [PageTranslation] = []
  /// Whether search engines are asked not to show it.
  var isNotIndexed = false

  var language: String { format.language }

  /// The names that `page` has on every page, each with its value.
  static let members: [TemplateMember<PageHead>] = [
    TemplateMember("title", .text, "the title, for the `h1`") { .text($0.title) },
    TemplateMember("head_title", .text, "the title with that of the site, for `<title>`") {
      .text($0.headTitle)
    },
    TemplateMember("summary", .text, "the summary, or the start of the first paragraph") {
      .optional($0.summary.isEmpty ? nil : $0.summary)
    },
    TemplateMember("lead", .text, "the summary, for above the text; none where nobody wrote one") {
      .optional($0.summary.isEmpty || !$0.hasLead ? nil : $0.summary)
    },
    TemplateMember("lang", .text, "the language of the page") { .text($0.language) },
    TemplateMember("url", .text, "its folder from the root of the site") {
      .text(Address.encode($0.file ?? $0.folder))
    },
    TemplateMember("canonical", .text, "its whole address, when the site knows its own") {
      .optional($0.canonical)
    },
    TemplateMember(
      "kind", .text,
      "`home`, `language`, `section`, `sheet`, `tag`, `tags`, `search`, `a-z`, `sitemap` or `404`"
    ) {
      .text($0.kind)
    },
    TemplateMember("breadcrumbs", .list(.step), "the way from the home page") { $0.trail },
    TemplateMember("notices", .list(.notice), "what is said first: translations and their age") {
      $0.notices
    },
    TemplateMember(
      "feed_atom", .text, "the address of the Atom feed of its folder or its tag, if it has one"
    ) {
      .optional($0.feed)
    },
    TemplateMember("report_url", .text, "where to report a mistake of it, if the site says so") {
      .optional($0.context.reportAddress(of: $0))
    },
    TemplateMember(
      "former_js", .text,
      "the address of the script that leads from the addresses of a wiki, on the home page, if the "
        + "site asks for it"
    ) {
      .optional($0.formerAddresses)
    },
    TemplateMember("noindex", .flag, "whether search engines are asked not to show it") {
      .flag($0.isNotIndexed)
    },
    TemplateMember("interface_lang", .text, "the language of the words around the text") {
      .text($0.isSpoken ? $0.language : $0.format.words.language)
    },
    TemplateMember("main_lang", .text, "the language of the text, where it is not that one") {
      .optional($0.isSpoken ? nil : $0.language)
    },
    TemplateMember("dir", .text, "`rtl` for a language written from right to left") {
      .optional($0.format.isRightToLeft ? "rtl" : nil)
    },
    TemplateMember(
      "languages", .list(.translation),
      "the languages of the site with the page in each, as a switch"
    ) {
      $0.context.languageSwitch(on: $0)
    },
    TemplateMember("translations", .list(.translation), "the same page in other languages") {
      $0.context.translations(of: $0)
    },
    TemplateMember(
      "alternates", .list(.alternate), "the same page in every language, for programs"
    ) {
      $0.context.alternates(of: $0)
    },
  ]

  /// The title as tabs and search engines show it.
  private var headTitle: String {
    let site = format.typeset(context.commons.declared.configuration.title)
    // A page that keeps the title of its original is told from it by its language.
    let isSame = sharesTitle || original.map { context.titles[$0] == title } ?? false
    var parts = [isSame ? "\(title) (\(context.commons.translations.name(of: language)))" : title]
    if number > 1 { parts.append(format.words.text("page") + "\u{00A0}\(number)") }
    if title != site { parts.append(site) }
    return parts.joined(separator: " – ")
  }

  /// The whole address of the page of a folder; the page for addresses that lead nowhere is shown at any.
  private var canonical: String? {
    file == nil ? context.baseURL?.url(of: Address.encode(folder)) : nil
  }

  /// The address of the feed of the page: the folders at the top of the content have one.
  private var feed: String? {
    if let feedFolder { return links.file(feedFolder + AtomFeed.fileName) }
    guard let id = folderID, !id.isEmpty, !id.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return links.file(id + "/" + AtomFeed.fileName)
  }

  /// The script of the home page that leads from the addresses of a wiki.
  private var formerAddresses: String? {
    guard folder.isEmpty, file == nil,
      context.commons.declared.configuration.redirects.contains(.page)
    else {
      return nil
    }
    return links.file(RedirectForm.page.fileName)
  }

  /// Whether the theme has words in the language of the page: another language frames it otherwise.
  private var isSpoken: Bool { language.prefix { $0 != "-" } == format.words.language }
}

extension TemplateNames {
  package static let page = TemplateNames(
    "`page`", PageHead.members.map(\.entry) + SheetOnPage.members.map(\.entry))
}
