package import Calendars
package import ContentModel
import Diagnostics
package import Formats
package import SiteGraph
package import SiteLoading
import TextEncoding
package import Theming

/// Makes what templates read, page by page.
///
/// One a worker: it keeps what neighbouring pages have in common.
package struct PageContext {
  package let commons: LinkedSite
  package let sheets: TrackedSheets
  package let titles: Tracked<String>
  package let connections: TrackedConnections
  package let request: BuildRequest
  package let baseURL: BaseURL?
  private let latest: [Int]
  private let pocket: [Int: Int]

  /// The labels of the tags, typeset.
  let tagLabels: [String]
  /// What is said of two sheets that share a tag.
  let tagReasons: [String]
  /// The folders of their pages, percent-encoded.
  let tagAddresses: [String]
  /// The data files, as templates read them.
  private let data: TemplateValue

  private var siteObjects: [String: (value: TemplateValue, reads: [UInt32])] = [:]
  private var assetObjects: [String: TemplateValue] = [:]
  private var formats: [String: ValueFormat] = [:]

  package init(
    commons: LinkedSite, sheets: [RenderedSheet], titles: [String], connections: Connections,
    request: BuildRequest, baseURL: BaseURL?
  ) {
    self.commons = commons
    self.sheets = TrackedSheets(sheets, nil)
    self.titles = Tracked(titles, .card, nil)
    self.connections = TrackedConnections(connections, nil)
    self.request = request
    self.baseURL = baseURL
    latest = commons.latestSheets
    pocket = commons.pocketPages
    let language = commons.site.configuration.language
    let format = ValueFormat(commons.site.theme, language: language, siteLanguage: language)
    tagLabels = commons.tags.map { format.typeset($0.label) }
    tagReasons = tagLabels.map {
      format.words.text("raison_etiquettes", count: 1, ["liste": $0])
    }
    tagAddresses = commons.tags.map { Address.encode(commons.layout.tagFolder + $0.key) + "/" }
    data = .object(
      TemplateObject(
        commons.site.data.sorted { $0.key < $1.key }.map { ($0.key, TemplateValue($0.value)) }))
  }

  /// Copies the context for a worker whose readings are recorded.
  package init(_ context: PageContext, _ recorder: DependencyRecorder) {
    commons = LinkedSite(context.commons, recorder)
    sheets = context.sheets.recording(recorder)
    titles = context.titles.recording(recorder)
    connections = context.connections.recording(recorder)
    request = context.request
    baseURL = context.baseURL
    latest = context.latest
    pocket = context.pocket
    tagLabels = context.tagLabels
    tagReasons = context.tagReasons
    tagAddresses = context.tagAddresses
    data = context.data
  }

  package var configuration: SiteConfiguration { commons.site.configuration }

  /// The dated sheets, the latest first.
  package var latestSheets: [Int] {
    commons.recorder?.note(.latest)
    return latest
  }

  /// The page that shows a sheet as a pocket card, by sheet.
  package var pocketPages: [Int: Int] {
    commons.recorder?.note(.pocketCards)
    return pocket
  }

  /// The day of the build.
  package var today: CalendarDate {
    commons.recorder?.note(.today)
    return request.today
  }

  /// Returns the links of the page of a folder.
  package func links(from folder: String) -> PageLinks {
    PageLinks(prefix: Address.prefix(from: folder), isOffline: request.options.isOffline)
  }

  /// Returns how values are written in a language.
  package mutating func format(_ language: String) -> ValueFormat {
    if let format = formats[language] { return format }
    let format = ValueFormat(
      commons.site.theme, language: language, siteLanguage: configuration.language)
    formats[language] = format
    return format
  }

  /// Returns the root object of a page: `site`, `page`, `t`, `assets`, and what its kind adds.
  ///
  /// - Parameters:
  ///   - folder: The published folder of the page.
  ///   - versions: The page in every language that it is in, when it is in several.
  package mutating func root(
    folder: String, language: String, page: [(String, TemplateValue)],
    _ members: [(String, TemplateValue)], links given: PageLinks? = nil,
    versions: [PageTranslation] = []
  ) -> TemplateObject {
    let links = given ?? links(from: folder)
    let format = format(language)
    let here = PageTranslation(language: language, address: Address.encode(folder))
    let page =
      page + languages(of: here, versions: versions, links: links, format: format)
      + reports(of: page, folder: folder, format)
    return TemplateObject(
      [
        ("site", site(folder: folder, links: links, format: format)),
        ("page", .object(TemplateObject(page, defaults: Self.pageDefaults))),
        ("t", format.words.templateValue), ("assets", assets(prefix: links.prefix)),
        ("data", data),
      ] + members, defaults: Self.rootDefaults)
  }

  private mutating func assets(prefix: String) -> TemplateValue {
    if let assets = assetObjects[prefix] { return assets }
    let assets = commons.site.theme.assetAddresses(prefix: prefix)
    assetObjects[prefix] = assets
    return assets
  }

  /// What every page knows, absent unless the page says otherwise.
  private static let pageDefaults = TemplateNames.page.defaults
  private static let rootDefaults = TemplateNames.root.defaults

  /// Returns `site` as a page of a folder sees it; pages of one folder share it.
  private mutating func site(
    folder: String, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    let top = folder.prefix { $0 != "/" }
    // Menus mark the page that they are on, which only some pages are.
    let isInMenu = configuration.menu.contains { Self.folder(of: $0.target) == folder }
    let key = "\(links.prefix)|\(top)|\(isInMenu ? folder : "")|\(format.language)"
    if let (site, reads) = siteObjects[key] {
      commons.recorder?.note(again: reads)
      return site
    }
    let object = SiteObject(commons: commons, links: links, format: format, baseURL: baseURL)
    let (site, reads) =
      commons.recorder?.reads { object.object(folder: folder) }
      ?? (object.object(folder: folder), [])
    siteObjects[key] = (site, reads)
    return site
  }

  package static func folder(of target: String) -> String {
    target.isEmpty || target == "index" ? "" : target + "/"
  }
}

extension TemplateValue {
  /// Creates what templates read of a value of a data file.
  package init(_ data: DataValue) {
    switch data {
    case .null: self = .none
    case .text(let text): self = .text(text)
    case .list(let values): self = .list(values.map(TemplateValue.init))
    case .object(let values):
      self = .object(
        TemplateObject(values.sorted { $0.key < $1.key }.map { ($0.key, TemplateValue($0.value)) }))
    }
  }
}
