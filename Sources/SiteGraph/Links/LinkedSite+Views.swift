import SiteLoading
package import ContentModel
import Diagnostics

extension SheetSelection {
  /// The most sheets that the page of one view shows: beyond it, nobody reads and phones give up.
  package static let maxShown = 400
}

/// What views are made from: they read the sheets of a site here and nowhere else.
extension LinkedSite {
  /// The sheets that a view may show, in the order of their type.
  package func sheets(in selection: SheetSelection) -> [Int] {
    (sheetsByType[selection.type.id] ?? []).filter { selection.contains(sheets[$0]) }
  }

  /// The sheets that the view of a page shows; empty when the page has none.
  package func sheetsInView(of sheet: Int) -> ArraySlice<Int> {
    guard let selection = sheets[sheet].view?.selection else { return [] }
    return sheets(in: selection).prefix(SheetSelection.maxShown)
  }

  /// What the list of a folder shows: its sheets, then the folders in it, but for what the view of
  /// the folder's own page shows already.
  package func listed(in section: Section) -> [Section.Listed] {
    guard let index = section.index, sheets[index].view != nil else { return section.listed }
    let shown = Set(sheetsInView(of: index))
    return section.listed.filter { entry in
      if case .sheet(let sheet) = entry { !shown.contains(sheet) } else { true }
    }
  }

  /// The page that shows a sheet as a pocket card, by sheet; the first of several pages.
  package var pocketPages: [Int: Int] {
    var pages: [Int: Int] = [:]
    for index in sheets.indices {
      guard case .cards(let cards) = sheets[index].view, cards.format == .pocket else {
        continue
      }
      for sheet in sheetsInView(of: index) where pages[sheet] == nil { pages[sheet] = index }
    }
    return pages
  }

  /// The page of pocket cards that the site names; nil when it names none that is one.
  package var cardsPage: Int? {
    guard let id = site.configuration.cards,
      let index = index(ofID: id == "index" ? "" : id),
      case .cards(let cards) = sheets[index].view, cards.format == .pocket
    else { return nil }
    return index
  }

  /// Reports the views that name a folder without sheets.
  func checkViews(reporting diagnostics: inout [Diagnostic]) {
    for sheet in sheets {
      for selection in sheet.view?.selections ?? [] {
        guard let folder = selection.folder, sections.section(withID: folder) == nil else {
          continue
        }
        let known = sections.sections.map(\.id).filter { !$0.isEmpty }
        diagnostics.append(.unknownViewFolder(folder, known: known, at: selection.location))
      }
      if case .timeline(let timeline) = sheet.view {
        checkEntries(of: timeline, reporting: &diagnostics)
      }
    }
  }

  /// Reports the entries of a timeline that name a sheet which is not there.
  private func checkEntries(of timeline: TimelineView, reporting diagnostics: inout [Diagnostic]) {
    for entry in timeline.entries {
      guard let id = entry.sheet, directory.index(ofID: id) == nil else { continue }
      diagnostics.append(
        .unknownEntrySheet(id, known: sheets.map(\.id), at: entry.location))
    }
  }

  /// Gathers the sheets of each type, in the order of the type.
  static func sheetsByType(
    _ sheets: [Sheet], inViewsOf pages: [Sheet]
  ) -> [String: [Int]] {
    let views = pages.flatMap { $0.view?.selections.map(\.type.id) ?? [] }
    guard !views.isEmpty else { return [:] }
    let wanted = Set(views)
    let indices = sheets.indices.filter { wanted.contains(sheets[$0].type.id) }
    return Dictionary(grouping: indices) { sheets[$0].type.id }
      .mapValues { SectionTree.order(of: $0, in: sheets) }
  }
}
