import Calendars
import ContentModel
import Formats
import MarkdownRendering
package import SiteGraph
import TextEncoding
package import Theming

extension PageContext {
  /// Returns the way from the home page to a sheet.
  func trail(to sheet: Sheet, links: PageLinks, format: ValueFormat) -> TemplateValue {
    guard !sheet.id.isEmpty else { return .none }
    var folders: [String] = []
    var folder = sheet.folder
    while !folder.isEmpty {
      folders.insert(folder, at: 0)
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    // A folder of pages that are in no list has no page itself.
    let between = folders.filter { commons.sections.section(withID: $0) != nil }.map {
      step(to: $0, format)
    }
    return trail(between, last: format.typeset(sheet.title), links: links, format: format)
  }

  /// A step of the way to a page: a folder, in the language of the page where it is in it.
  typealias Step = (label: String, folder: String, lang: TemplateValue)

  private func step(to folder: String, _ format: ValueFormat) -> Step {
    guard let index = commons.sections.section(withID: folder)?.index else {
      return (format.typeset(commons.title(ofFolder: folder)), folder + "/", .none)
    }
    let version = commons.translations.version(of: index, in: format.language)
    return (titles[version], commons.folders[version], foreignLanguage(version, format))
  }

  /// Returns the way from the home page through some folders to a page.
  func trail(
    _ folders: [Step] = [], last: String, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    let language =
      commons.translations.languages.contains(format.language)
      ? format.language : commons.declared.configuration.language
    let home: Step = (format.words.text("accueil"), commons.home(of: language), .none)
    let steps: [TemplateValue] = ([home] + folders).map { step in
      .object([
        "label": .text(step.label), "url": .text(links.page(step.folder)), "lang": step.lang,
      ])
    }
    return .list(steps + [.object(["label": .text(last), "url": .none, "lang": .none])])
  }

  /// Returns what the page of a folder lists; of the home page, the folders and the latest sheets.
  package func list(
    of section: Section, folder: String, page: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    if section.id.isEmpty { return home(section, links: links, format: format) }
    let listed = namesAll(of: section) ? [] : commons.listed(in: section)
    let size = pageSize(of: section)
    let items = slice(listed, page: page, size: size).map { entry -> TemplateValue in
      switch entry {
      case .sheet(let index): card(index, links: links, format: format)
      case .folder(let index):
        card(ofFolder: commons.sections.sections[index], links: links, format: format)
      }
    }
    return [
      ("items", .list(items)),
      ("count_label", countLabel(of: section, listed, format: format)),
      ("pagination", pagination(folder, page: page, count: listed.count, size: size, links: links)),
    ]
  }

  /// Returns how many entries a page of the list of a folder shows, where its own page says so.
  private func pageSize(of section: Section) -> Int? {
    section.index.flatMap { commons.sheets[$0].pageSize }
  }

  /// Whether the page of a folder leads to each sheet and folder in it by its own text, which a list
  /// would only repeat.
  private func namesAll(of section: Section) -> Bool {
    guard let index = section.index,
      section.listed.count <= pageSize(of: section) ?? commons.declared.configuration.pageSize
    else { return false }
    let linked = Set(sheets[index].links.compactMap(\.pageID))
    return section.listed.allSatisfy { entry in
      switch entry {
      case .sheet(let sheet): linked.contains(sheet)
      case .folder(let folder):
        commons.sections.sections[folder].index.map(linked.contains) ?? false
      }
    }
  }

  /// Returns what heads the list of a folder: a count of its sheets, but words where a view shows
  /// some of them or where there are only folders; nil when nothing is listed.
  private func countLabel(
    of section: Section, _ listed: [Section.Listed], format: ValueFormat
  ) -> TemplateValue {
    if listed.isEmpty { return .none }
    let hasView = section.index.map { !commons.sheets[$0].views.isEmpty } ?? false
    if hasView || section.sheets.isEmpty { return .text(format.words.text("vue_autres_pages")) }
    return .text(format.words.text("nombre_fiches", count: section.sheets.count))
  }

  private func home(
    _ section: Section, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    let sections = section.children.map { child -> TemplateValue in
      let section = commons.sections.sections[child]
      let count = commons.sections.allSheets(of: section).count
      let summary = section.index.map { sheets[$0].summary } ?? ""
      return .object([
        "title": .text(format.typeset(commons.title(ofFolder: section.id))),
        "url": .text(links.page(section.id + "/")),
        "summary": .optional(summary.isEmpty ? nil : summary), "count": .number(count),
        "count_label": .text(format.words.text("nombre_fiches", count: count)),
      ])
    }
    let latest = latestInTurn()
    let shown = latest.prefix(Self.maxLatest)
    // When every sheet has the same day, those that are shown are not the latest.
    let days = [latestSheets.first, latestSheets.last].compactMap(\.self)
      .compactMap(commons.latestDate(of:))
    let isAnyDay = latest.count > shown.count && days.first == days.last
    return [
      ("sections", .list(sections)),
      ("latest", .list(shown.map { card($0, links: links, format: format) })),
      (
        "latest_label",
        .text(format.words.text(isAnyDay ? "quelques_fiches" : "dernieres_fiches"))
      ),
    ]
  }

  /// How many sheets the home page shows.
  private static let maxLatest = 6

  /// Returns the dated sheets, the latest first.
  ///
  /// Of one day, folders come as in the menu, and the types take turns, so that a day of many sheets
  /// of one type leaves room for the others.
  private func latestInTurn() -> [Int] {
    let sheets = commons.sheets
    var day: CalendarDate?
    var countsOfDay: [String: Int] = [:]
    var turns: [(sheet: Int, day: Int, turn: Int, order: Int)] = []
    var days = 0
    for (order, index) in latestAsInMenu().enumerated() {
      let latest = commons.latestDate(of: index)
      if latest != day {
        day = latest
        days += 1
        countsOfDay = [:]
      }
      let turn = countsOfDay[sheets[index].type.id, default: 0]
      countsOfDay[sheets[index].type.id] = turn + 1
      turns.append((index, days, turn, order))
    }
    return turns.sorted { ($0.day, $0.turn, $0.order) < ($1.day, $1.turn, $1.order) }.map(\.sheet)
  }

  /// Returns the dated sheets, the latest first; of one day, their folders as in the menu.
  private func latestAsInMenu() -> [Int] {
    let menu = commons.pages(of: commons.declared.configuration.menu)
    let dated = latestSheets.compactMap { sheet in
      commons.latestDate(of: sheet).map { date in
        let top = commons.sheets[sheet].folder.prefix { $0 != "/" }
        return (sheet: sheet, date: date, place: menu.firstIndex { $0 == top } ?? menu.count)
      }
    }
    return dated.sorted { left, right in
      left.date == right.date
        ? (left.place, left.sheet) < (right.place, right.sheet) : left.date > right.date
    }.map(\.sheet)
  }

  /// Returns the root object of the page of a folder that has no page of its own.
  package mutating func section(_ id: String, page: Int) -> TemplateObject {
    let folder = id.isEmpty ? "" : id + "/"
    let pageFolder = SiteLayout.listFolder(folder, page: page)
    let links = links(from: pageFolder)
    let language = commons.declared.configuration.language
    let format = format(language)
    let title = format.typeset(commons.title(ofFolder: id))
    var parents: [Step] = []
    var parent = id
    while let slash = parent.lastIndex(of: "/") {
      parent = String(parent[..<slash])
      parents.insert(step(to: parent, format), at: 0)
    }
    let head = PageHead(
      context: self, title: title,
      summary: id.isEmpty ? commons.declared.configuration.tagline.map(format.typeset) ?? "" : "",
      kind: id.isEmpty ? "home" : "section", folder: pageFolder, number: page, links: links,
      format: format,
      trail: id.isEmpty ? .none : trail(parents, last: title, links: links, format: format),
      folderID: id,
      versions: id.isEmpty && commons.translations.hasTranslations ? commons.homes : [])
    let section = commons.sections.section(withID: id) ?? Section(id: id)
    return root(
      head, list(of: section, folder: folder, page: page, links: links, format: format))
  }
}
