import SiteLoading
package import ContentModel
package import Diagnostics
import TextEncoding

/// What views are made from: they read the sheets of a site here and nowhere else.
extension LinkedSite {
  /// The sheets that a view may show, in its order or else in that of their type.
  package func sheets(in selection: SheetSelection) -> [Int] {
    let chosen = (sheetsByType[selection.type.id] ?? []).filter { selection.contains(sheets[$0]) }
    guard let sort = selection.sort else { return chosen }
    return SectionTree.order(of: chosen, in: sheets, by: sort)
  }

  /// The first of these: as many as the view shows.
  package func shown(in selection: SheetSelection) -> ArraySlice<Int> {
    sheets(in: selection).prefix(selection.shownCount)
  }

  /// The sheets that the cards of a page show; empty when the page has none.
  package func cardsShown(on page: Int) -> ArraySlice<Int> {
    sheets[page].cards.map { shown(in: $0.selection) } ?? []
  }

  /// What the list of a folder shows: its sheets, then the folders in it, but for what the views
  /// of the folder's own page show already.
  package func listed(in section: Section) -> [Section.Listed] {
    guard let index = section.index, !sheets[index].views.isEmpty else { return section.listed }
    let shown = Set(
      sheets[index].views.compactMap(\.view.selection).flatMap { self.shown(in: $0) })
    return section.listed.filter { entry in
      if case .sheet(let sheet) = entry { !shown.contains(sheet) } else { true }
    }
  }

  /// The page that shows a sheet as a pocket card, by sheet; the first of several pages.
  package var pocketPages: [Int: Int] {
    var pages: [Int: Int] = [:]
    for index in sheets.indices {
      guard sheets[index].cards?.format == .pocket, !sheets[index].isUnlisted else { continue }
      for sheet in cardsShown(on: index) where pages[sheet] == nil { pages[sheet] = index }
    }
    return pages
  }

  /// The page of pocket cards that the site names; nil when it names none that is one.
  package var cardsPage: Int? {
    guard let id = site.configuration.cards,
      let index = index(ofID: id == "index" ? "" : id),
      sheets[index].cards?.format == .pocket
    else { return nil }
    return index
  }

  /// Reports the views that name a folder without sheets.
  package func checkViews(reporting diagnostics: inout [Diagnostic]) {
    for sheet in sheets {
      let views = sheet.views.map(\.view)
      for selection in views.flatMap(\.selections) {
        checkWords(of: selection, reporting: &diagnostics)
        guard let folder = selection.folder, sections.section(withID: folder) == nil else {
          continue
        }
        let known = sections.sections.map(\.id).filter { !$0.isEmpty }
        diagnostics.append(.unknownViewFolder(folder, known: known, at: selection.location))
      }
      for case .timeline(let timeline) in views {
        checkEntries(of: timeline, reporting: &diagnostics)
      }
    }
  }

  /// Reports the words that a view asks for and that no sheet of its type has.
  private func checkWords(of selection: SheetSelection, reporting diagnostics: inout [Diagnostic]) {
    for condition in selection.conditions where condition.field.kind.steps == nil {
      if condition.words.isEmpty { continue }
      var spellings: [String: String] = [:]
      for sheet in allSheetsByType[selection.type.id] ?? [] {
        for word in SheetCondition.openWords(of: condition.field, in: sheets[sheet]) {
          let id = Slug.make(from: word)
          if spellings[id] == nil { spellings[id] = word }
        }
      }
      for word in condition.words where spellings[word.id] == nil {
        diagnostics.append(
          .wordOfNoSheet(
            word.text, field: condition.key, known: spellings.values.sorted(),
            at: word.location))
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
    let views = pages.flatMap { $0.views.flatMap(\.view.selections).map(\.type.id) }
    guard !views.isEmpty else { return [:] }
    let wanted = Set(views)
    let indices = sheets.indices.filter {
      wanted.contains(sheets[$0].type.id) && !sheets[$0].isUnlisted
    }
    return Dictionary(grouping: indices) { sheets[$0].type.id }
      .mapValues { SectionTree.order(of: $0, in: sheets) }
  }
}
