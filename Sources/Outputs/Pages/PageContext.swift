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
  package let commons: SiteView
  package let sheets: TrackedSheets
  package let titles: Tracked<String>
  package let connections: TrackedConnections
  package let options: PageOptions
  package let baseURL: BaseURL?
  private let day: CalendarDate
  private let latest: [Int]
  private let pocket: [Int: Int]

  /// What pages show of the tags and other words.
  let termTexts: TermTexts
  /// The data files, as templates read them.
  private let data: TemplateValue

  private var siteObjects: [String: (value: TemplateValue, reads: [UInt32])] = [:]
  private var assetObjects: [String: TemplateValue] = [:]
  private var formats: [String: ValueFormat] = [:]
  private var menuFoldersByLanguage: [String: [String]] = [:]

  package init(
    commons: SiteView, sheets: [RenderedSheet], titles: [String], connections: Connections,
    request: BuildRequest, baseURL: BaseURL?
  ) {
    self.commons = commons
    self.sheets = TrackedSheets(sheets, nil)
    self.titles = Tracked(titles, .card, nil)
    self.connections = TrackedConnections(connections, nil)
    options = request.options
    day = request.today
    self.baseURL = baseURL
    latest = commons.latestSheets
    pocket = commons.pocketPages
    let language = commons.declared.configuration.language
    let format = ValueFormat(commons.theme, language: language, siteLanguage: language)
    termTexts = TermTexts(commons, format)
    data = .object(
      TemplateObject(
        commons.data.sorted { $0.key < $1.key }.map { ($0.key, TemplateValue($0.value)) }))
  }

  /// Copies the context for a worker whose readings are recorded.
  package init(_ context: PageContext, _ recorder: DependencyRecorder) {
    commons = context.commons.recording(recorder)
    sheets = context.sheets.recording(recorder)
    titles = context.titles.recording(recorder)
    connections = context.connections.recording(recorder)
    options = context.options
    day = context.day
    baseURL = context.baseURL
    latest = context.latest
    pocket = context.pocket
    termTexts = context.termTexts
    data = context.data
  }

  /// The dated sheets, the latest first.
  package var latestSheets: [Int] {
    commons.note(.latest)
    return latest
  }

  /// The page that shows a sheet as a pocket card, by sheet.
  package var pocketPages: [Int: Int] {
    commons.note(.pocketCards)
    return pocket
  }

  /// The day of the build.
  package var today: CalendarDate {
    commons.note(.today)
    return day
  }

  /// Returns the links of the page of a folder.
  package func links(from folder: String) -> PageLinks {
    PageLinks(prefix: Address.prefix(from: folder), isOffline: options.isOffline)
  }

  /// Returns how values are written in a language.
  package mutating func format(_ language: String) -> ValueFormat {
    if let format = formats[language] { return format }
    let format = ValueFormat(
      commons.theme, language: language, siteLanguage: commons.declared.configuration.language)
    formats[language] = format
    return format
  }

  /// Returns the root object of a page: `site`, `page`, `t`, `assets`, and what its kind adds.
  ///
  /// - Parameter sheet: What `page` holds besides, on the page of a sheet.
  mutating func root(
    _ head: PageHead, sheet: [(String, TemplateValue)] = [],
    _ members: [(String, TemplateValue)] = []
  ) -> TemplateObject {
    let page = PageHead.members.values(of: head) + sheet
    return TemplateObject(
      [
        ("site", site(folder: head.folder, links: head.links, format: head.format)),
        ("page", .object(TemplateObject(page, defaults: Self.pageDefaults))),
        ("t", head.format.words.templateValue), ("assets", assets(prefix: head.links.prefix)),
        ("data", data),
      ] + members, defaults: Self.rootDefaults)
  }

  private mutating func assets(prefix: String) -> TemplateValue {
    if let assets = assetObjects[prefix] { return assets }
    let assets = commons.theme.assetAddresses(prefix: prefix)
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
    // Menus mark the page that they are on, and those above it, which are the deepest of them and those
    // above that one.
    let place = menuFolders(in: format.language).last { folder.hasPrefix($0) }
    let key = "\(links.prefix)|\(top)|\(place ?? "")|\(place == folder)|\(format.language)"
    if let (site, reads) = siteObjects[key] {
      commons.note(again: reads)
      return site
    }
    let object = SiteObject(commons: commons, links: links, format: format, baseURL: baseURL)
    let (site, reads) = commons.reads { object.object(folder: folder) }
    siteObjects[key] = (site, reads)
    return site
  }

  /// Returns the published folders of the pages that menus lead to, the longest last.
  private mutating func menuFolders(in language: String) -> [String] {
    if let folders = menuFoldersByLanguage[language] { return folders }
    let folders = commons.menuFolders(in: language).sorted { $0.utf8.count < $1.utf8.count }
    menuFoldersByLanguage[language] = folders
    return folders
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
