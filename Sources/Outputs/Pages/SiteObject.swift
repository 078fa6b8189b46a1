import SiteLoading
import ContentModel
import Formats
import MarkdownRendering
import SearchIndexing
import SiteGraph
import Theming

/// Makes `site`: what templates read of the site as one page sees it.
struct SiteObject {
  package let commons: SiteView
  package let links: PageLinks
  package let format: ValueFormat
  package let baseURL: BaseURL?
  /// The published folder of the page, which menus mark.
  var folder = ""

  private var configuration: SiteConfiguration { commons.declared.configuration }

  /// The names of `site`, each with its value: `docs/theme.md` is written from here.
  static let members: [TemplateMember<SiteObject>] = [
    TemplateMember("title", .text, "the name of the site") {
      .text($0.format.typeset($0.configuration.title))
    },
    TemplateMember("tagline", .text, "the sentence under it") {
      $0.configuration.taglines.map($0.format.labelValue) ?? .none
    },
    TemplateMember("lang", .text, "its language") {
      .text($0.configuration.language)
    },
    TemplateMember(
      "root", .text, "the way from the page to the root of the site: empty, or as `../../`"
    ) {
      .text($0.links.prefix)
    },
    TemplateMember("home", .text, "the address of the home page") {
      .text($0.links.page($0.home))
    },
    TemplateMember("search", .text, "that of the search page") {
      .text($0.links.page($0.commons.layout.searchFolder))
    },
    TemplateMember("search_index", .text, "the path of the search index from the root") {
      .text($0.commons.layout.indexFolder + SearchIndex.rootName)
    },
    TemplateMember(
      "search_elsewhere", .text,
      "the path from the root of the index of the sheets of other labs, if there are some"
    ) {
      .optional($0.commons.federatedIndex)
    },
    TemplateMember("a_z", .text, "the address of the alphabetical list") {
      .text($0.links.page($0.commons.layout.alphabetFolder))
    },
    TemplateMember("tags", .text, "that of the list of tags") {
      .text($0.links.page($0.commons.layout.tagFolder))
    },
    TemplateMember("sitemap", .text, "that of the site map for readers") {
      .text($0.links.page($0.commons.layout.siteMapFolder))
    },
    TemplateMember("feed_atom", .text, "that of the Atom feed") {
      .text($0.links.file(AtomFeed.fileName))
    },
    TemplateMember("feed_json", .text, "that of the JSON Feed") {
      .text($0.links.file(JSONFeed.fileName))
    },
    TemplateMember("accessibility", .text, "that of the accessibility declaration, if it is named")
    {
      .optional($0.configuration.accessibility.flatMap($0.url))
    },
    TemplateMember(
      "accessibility_label", .text, "what the site says of its accessibility, by that declaration"
    ) {
      .text($0.accessibilityLabel)
    },
    TemplateMember("composer", .text, "that of the page that composes sequences, if it is named") {
      .optional($0.configuration.composer.flatMap($0.url))
    },
    TemplateMember("cards", .text, "that of the page of cards and booklet, if it is named") {
      .optional($0.configuration.cards.flatMap($0.url))
    },
    TemplateMember(
      "logo", .object(.image), "the picture beside the name of the site, if it names one"
    ) {
      $0.picture($0.commons.logo)
    },
    TemplateMember("image", .object(.image), "the picture of the home page, if the site names one")
    {
      $0.picture($0.commons.homeImage)
    },
    TemplateMember("activities", .text, "the path of the data of all activities from the root") {
      _ in .text(SiteLayout.activitiesFile)
    },
    TemplateMember("menu", .list(.menuItem), "the main menu; the top folders when none is written")
    {
      $0.menu($0.configuration.menu)
    },
    TemplateMember("has_menu_groups", .flag, "whether an entry of a menu has entries below it") {
      let menus = $0.configuration.menu + $0.configuration.footerMenu
      return .flag(menus.contains { !$0.children.isEmpty })
    },
    TemplateMember("footer_menu", .list(.menuItem), "the menu at the foot") {
      $0.menu($0.configuration.footerMenu)
    },
    TemplateMember("params", .declared, "what `archipel.yaml` gives under `params`, by name") {
      TemplateValue(parameters: $0.configuration.parameters)
    },
    TemplateMember("licence", .object(.licence), "the licence of the site") {
      $0.configuration.licence.map($0.licence) ?? .none
    },
    TemplateMember("generator", .text, "the name of the program") {
      _ in .text(generator)
    },
    TemplateMember("base_url", .text, "where the site is published, if that is known") {
      .optional($0.baseURL?.text)
    },
    TemplateMember("publisher", .text, "who publishes it") {
      .optional($0.configuration.publisher.map($0.format.typeset))
    },
    TemplateMember("own_lang", .text, "the language of its name, where it is not that of the page")
    {
      .optional($0.isForeign ? $0.configuration.language : nil)
    },
  ]

  /// Returns the object for the pages of a folder.
  package func object(folder: String) -> TemplateValue {
    var page = self
    page.folder = folder
    return .object(TemplateObject(Self.members.map { ($0.entry.name, $0.value(page)) }))
  }

  /// What the foot of every page says of the site's accessibility.
  private var accessibilityLabel: String {
    switch commons.conformity {
    case .full: format.words.text("accessibilite_conforme")
    case .partial: format.words.text("accessibilite_partielle")
    case .none: format.words.text("accessibilite_non_conforme")
    }
  }

  /// Returns a picture that the configuration names; none when it cannot be shown.
  private func picture(_ file: SourceFolder.File?) -> TemplateValue {
    guard let file, case .success(let picture) = commons.pictures.picture(file) else {
      return .none
    }
    return .object(TemplateObject(ShownImage(picture, of: file, links: links), alternative: ""))
  }

  /// The name of the program, as pages and feeds give it.
  static let generator = "Archipel"

  /// Returns what templates read of a licence.
  package func licence(_ licence: Licence) -> TemplateValue {
    .object([
      "id": .text(licence.id), "label": .text(licence.label), "url": .text(licence.url),
    ])
  }

  /// Returns the entries of a menu, without those that lead nowhere.
  private func menu(_ items: [SiteConfiguration.MenuItem]) -> TemplateValue {
    let entries = items.compactMap { entry(of: $0) }
    return entries.isEmpty ? topFolders : .list(entries.map(\.object))
  }

  private func entry(of item: SiteConfiguration.MenuItem) -> MenuEntry? {
    let link = item.target.flatMap { commons.menuLink(to: $0, in: format.language) }
    let children = item.children.compactMap { entry(of: $0) }
    guard link != nil || !children.isEmpty else { return nil }
    let target = link.map {
      MenuEntry.Target(url: $0.address(from: links), folder: $0.folder, language: $0.language)
    }
    return MenuEntry(
      label: format.labelValue(item.label), target, page: folder, children: children)
  }

  /// The menu of a site that names none: the folders at its top.
  private var topFolders: TemplateValue {
    .list(
      commons.sections.topFolders.prefix(8).map { top in
        let id = String(top.dropLast())
        let entry = MenuEntry(
          label: .text(format.typeset(commons.title(ofFolder: id))), target(ofFolder: id),
          page: folder)
        return entry.object
      })
  }

  /// Whether the page is in another language than its site.
  private var isForeign: Bool { format.language != configuration.language }

  private var home: String {
    commons.translations.languages.contains(format.language)
      ? commons.home(of: format.language) : ""
  }

  /// Where the name of a folder leads.
  private func target(ofFolder id: String) -> MenuEntry.Target {
    guard let index = commons.index(ofID: id) else {
      return MenuEntry.Target(url: url(id) ?? id, folder: id + "/")
    }
    let version = commons.translations.version(of: index, in: format.language)
    let language = commons.language(of: version)
    return MenuEntry.Target(
      url: links.page(encoded: commons.addresses[version]), folder: commons.folders[version],
      language: language == format.language ? nil : language)
  }

  private func url(_ target: String) -> String? {
    if target.hasPrefix("https://") || target.hasPrefix("http://") { return target }
    if let index = commons.index(ofID: target == "index" ? "" : target) {
      let version = commons.translations.version(of: index, in: format.language)
      return links.page(encoded: commons.addresses[version])
    }
    return commons.sections.section(withID: target).map { links.page($0.id + "/") }
  }
}

/// The names of `site`.
extension TemplateNames {
  package static let site = TemplateNames("`site`", SiteObject.members.map(\.entry))
}
