import SiteLoading
import ContentModel
import Formats
import MarkdownRendering
import SearchIndexing
package import SiteGraph
import Theming

/// Makes `site`: what templates read of the site as one page sees it.
struct SiteObject {
  package let commons: SiteView
  package let links: PageLinks
  package let format: ValueFormat
  package let baseURL: BaseURL?

  private var configuration: SiteConfiguration { commons.configuration }

  /// Returns the object for the pages of a folder.
  package func object(folder: String) -> TemplateValue {
    .object(
      TemplateObject([
        ("title", .text(format.typeset(configuration.title))),
        ("tagline", configuration.taglines.map(format.labelValue) ?? .none),
        ("lang", .text(configuration.language)), ("root", .text(links.prefix)),
        ("home", .text(links.page(home))),
        ("own_lang", .optional(isForeign ? configuration.language : nil)),
        ("search", .text(links.page(commons.layout.searchFolder))),
        ("search_index", .text(commons.layout.indexFolder + SearchIndex.rootName)),
        ("a_z", .text(links.page(commons.layout.alphabetFolder))),
        ("tags", .text(links.page(commons.layout.tagFolder))),
        ("sitemap", .text(links.page(commons.layout.siteMapFolder))),
        ("feed_atom", .text(links.file(AtomFeed.fileName))),
        ("feed_json", .text(links.file(JSONFeed.fileName))),
        ("accessibility", .optional(configuration.accessibility.flatMap(url))),
        ("accessibility_label", .text(accessibilityLabel)),
        ("composer", .optional(configuration.composer.flatMap(url))),
        ("cards", .optional(configuration.cards.flatMap(url))),
        ("activities", .text(SiteActivities.fileName)),
        ("menu", menu(configuration.menu, on: folder)),
        ("footer_menu", menu(configuration.footerMenu, on: folder)),
        ("licence", configuration.licence.map(licence) ?? .none),
        ("generator", .text(Self.generator)), ("base_url", .optional(baseURL?.text)),
        ("logo", picture(commons.logo)), ("image", picture(commons.homeImage)),
        ("publisher", .optional(configuration.publisher.map(format.typeset))),
      ]))
  }

  /// What the foot of every page says of the site's accessibility.
  private var accessibilityLabel: String {
    switch PageContext.conformity(of: commons) {
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

  private func menu(_ items: [SiteConfiguration.MenuItem], on folder: String) -> TemplateValue {
    if items.isEmpty { return topFolders(on: folder) }
    return .list(
      items.map { item in
        entry(
          label: format.labelValue(item.label), target(of: item.target),
          folder: PageContext.folder(of: item.target), on: folder)
      })
  }

  /// The menu of a site that names none: the folders at its top.
  private func topFolders(on folder: String) -> TemplateValue {
    .list(
      commons.sections.topFolders.prefix(8).map { top in
        entry(
          label: .text(format.typeset(commons.title(ofFolder: String(top.dropLast())))),
          target(of: String(top.dropLast())), folder: top, on: folder)
      })
  }

  /// Whether the page is in another language than its site.
  private var isForeign: Bool { format.language != configuration.language }

  private var home: String {
    commons.translations.languages.contains(format.language)
      ? commons.home(of: format.language) : ""
  }

  private func entry(
    label: TemplateValue, _ target: Target, folder targetFolder: String, on folder: String
  ) -> TemplateValue {
    let own = target.folder ?? targetFolder
    let isAncestor = folder != own && !own.isEmpty && folder.hasPrefix(own)
    return .object([
      "label": label, "url": .text(target.url), "current": .flag(folder == own),
      "ancestor": .flag(isAncestor), "hreflang": .optional(target.language),
    ])
  }

  /// Where an entry of a menu leads.
  private struct Target {
    let url: String
    /// The published folder of a sheet.
    var folder: String?
    /// Its language, when it is another than that of the page.
    var language: String?
  }

  private func target(of name: String) -> Target {
    guard let index = commons.index(ofID: name == "index" ? "" : name) else {
      return Target(url: url(name) ?? name)
    }
    let version = commons.translations.version(of: index, in: format.language)
    let language = commons.language(of: version)
    return Target(
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
