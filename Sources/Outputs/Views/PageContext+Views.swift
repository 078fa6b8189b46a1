import ContentModel
import MarkdownRendering
package import SiteGraph
import TextEncoding
package import Theming

extension PageContext {
  /// What templates ask a view for; each genre is absent but its own.
  private static let viewDefaults = TemplateNames.view.defaults

  /// Returns `page.views`: what the page of a sheet shows below its text, each under the name of its
  /// genre.
  ///
  /// - Parameter headings: Those of the views that have a title, in their order.
  func views(
    of index: Int, headings: [DocumentHeading], links: PageLinks, format: ValueFormat
  ) -> [TemplateValue] {
    var counts: [View.Genre: Int] = [:]
    var titles = headings.makeIterator()
    return commons.sheets[index].views.enumerated().map { place, placed in
      let count = counts[placed.view.genre, default: 0] + 1
      counts[placed.view.genre] = count
      let context = ViewContext(
        page: self, sheet: index, links: links, format: format, number: place + 1, count: count)
      return view(placed, titled: placed.title == nil ? nil : titles.next(), context)
    }
  }

  /// Returns the headings of the views of a page, whose ids no heading of its text has.
  func headingsOfViews(
    of index: Int, besides text: [DocumentHeading], _ format: ValueFormat
  ) -> [DocumentHeading] {
    let views = commons.sheets[index].views
    guard views.contains(where: { $0.title != nil }) else { return [] }
    var taken = Set(text.map(\.id))
    return views.compactMap { placed in
      guard let title = placed.title else { return nil }
      let plain = "vues-" + Slug.make(from: title)
      var (id, number) = (plain, 1)
      while !taken.insert(id).inserted {
        number += 1
        id = "\(plain)-\(number)"
      }
      return DocumentHeading(
        level: 2, id: id, text: format.typeset(title), location: placed.location)
    }
  }

  private func view(
    _ placed: PlacedView, titled heading: DocumentHeading?, _ view: ViewContext
  ) -> TemplateValue {
    let member: (String, TemplateValue)
    switch placed.view {
    case .board(let board): member = ("tableau", view.board(board))
    case .matrix(let matrix): member = ("matrice", view.matrix(matrix))
    case .catalogue(let catalogue): member = ("catalogue", view.catalogue(catalogue))
    case .glossary(let glossary): member = ("glossaire", view.glossary(glossary))
    case .directory(let directory): member = ("annuaire", view.directory(directory))
    case .cards(let cards): member = ("cartes", view.cards(cards))
    case .agenda(let agenda): member = ("agenda", view.agenda(agenda))
    case .timeline(let timeline): member = ("frise", view.timeline(timeline))
    case .archipelago(let archipelago): member = ("graphe", view.archipelago(archipelago))
    case .types(let types): member = ("types", view.types(types))
    case .conformity(let conformity): member = ("conformite", view.conformity(conformity))
    case .budget: member = ("budget", view.budget())
    case .portfolio(let portfolio): member = ("portefeuille", view.portfolio(portfolio))
    case .list(let list): member = ("liste", view.list(list, isHeaded: heading != nil))
    }
    return .object(
      TemplateObject(
        [
          ("genre", .text(member.0)), member, ("id", .optional(heading?.id)),
          ("title", .optional(heading?.text)),
          ("text", .optional(placed.text.map(view.format.typeset))),
          ("level", .number(heading == nil ? 2 : 3)), ("again", .flag(view.count > 1)),
        ], defaults: Self.viewDefaults))
  }

  /// Returns what the template of a card reads, on the page of cards.
  package mutating func pocketCard(of index: Int, on page: Int) -> TemplateObject? {
    guard let cards = commons.sheets[page].cards else { return nil }
    let folder = commons.folders[page]
    let language = commons.language(of: page)
    let links = links(from: folder)
    let format = format(language)
    let view = ViewContext(page: self, sheet: page, links: links, format: format)
    guard case .object(let card) = view.card(index, showing: cards.shown) else { return nil }
    return root(
      PageHead(
        context: self, title: titles[page], kind: "sheet", folder: folder, links: links,
        format: format),
      [("card", .object(card))])
  }
}

/// The names of a view: what heads it, the genre, and what it holds.
extension TemplateNames {
  package static let view = TemplateNames(
    "a view",
    [
      Entry("genre", .text, "which of the following it is"),
      Entry("title", .text, "its heading, if the page gives one"),
      Entry("id", .text, "an id for that heading"),
      Entry("text", .text, "a few words below the heading, if the page gives some"),
      Entry("level", .number, "the level of the headings in it: 2, or 3 below its title"),
      Entry("again", .flag, "whether another view of its genre comes before it"),
      Entry("agenda", .object(agenda), "events, month by month"),
      Entry("annuaire", .object(directory), "a directory: sheets under each of their words"),
      Entry("budget", .object(budget), "what pages may weigh"),
      Entry("cartes", .object(cards), "cards, to read or to print"),
      Entry("catalogue", .object(catalogue), "cards that readers filter"),
      Entry("conformite", .object(conformity), "how accessible the site is, by its audit"),
      Entry("frise", .object(timeline), "what happened, year by year"),
      Entry("glossaire", .object(glossary), "the letters of a glossary"),
      Entry("graphe", .object(archipelago), "sheets as islands on a map, and as lists"),
      Entry("liste", .object(list), "sheets one after another"),
      Entry("portefeuille", .object(portfolio), "the sheets of a type, lab by lab"),
      Entry("matrice", .object(matrix), "a table with two headers"),
      Entry("tableau", .object(board), "a board: a column for each value of a field"),
      Entry("types", .object(types), "the types of sheets, with their fields"),
    ])
}

/// Makes what templates read of the view of one page.
struct ViewContext {
  package let page: PageContext
  package let sheet: Int
  package let links: PageLinks
  package let format: ValueFormat
  /// Its place on the page, from 1.
  var number = 1
  /// The same among those of its genre.
  var count = 1

  package var commons: SiteView { page.commons }

  /// Returns a group of sheets as templates read it.
  ///
  /// - Parameter item: What is shown of each sheet.
  package func group(_ group: SheetGroup, item: (Int) -> TemplateValue) -> TemplateValue {
    let hidden = group.sheets.count - SheetGroup.maxShown
    return .object([
      "id": .text(anchor(of: group)), "label": .text(group.label),
      "definition": .optional(group.definition), "count": .number(group.sheets.count),
      "count_label": .text(format.words.text("nombre_fiches", count: group.sheets.count)),
      "items": .list(group.sheets.prefix(SheetGroup.maxShown).map(item)),
      "more": more(hidden), "without": .flag(group.isWithout),
    ])
  }

  /// What the ids of the view start with: those of two views of a page differ.
  var prefix: String { number == 1 ? "vue-" : "vue\(number)-" }

  /// Returns the id of the heading of a group.
  package func anchor(of group: SheetGroup) -> String { prefix + group.id }

  /// Returns the sheets that a view shows by the values of a field; those without a value come last,
  /// under words that say so.
  package func groups(
    of selection: SheetSelection, by field: FieldDefinition, keepsEmpty: Bool
  ) -> [SheetGroup] {
    let sheets = commons.shown(in: selection)
    var (groups, without) = SheetGrouping(commons: commons, field: field, format: format)
      .groups(of: sheets)
    if !keepsEmpty { groups.removeAll(where: \.sheets.isEmpty) }
    if !without.isEmpty {
      groups.append(
        SheetGroup(
          id: "sans-" + field.key, label: format.words.text("vue_sans_valeur"), definition: nil,
          sheets: without, isWithout: true))
    }
    return groups
  }

  /// Returns a link to the sheets that a view leaves out; none when it shows them all.
  package func more(_ hidden: Int) -> TemplateValue {
    guard hidden > 0 else { return .none }
    return .object([
      "label": .text(
        format.words.text("vue_autres", count: hidden, ["n": format.integer(hidden)])),
      "url": .text(links.page(commons.layout.alphabetFolder)),
    ])
  }

  /// Returns the way to the sheets past the limit of a view: where the page sets it, the list of their
  /// folder.
  package func more(in selection: SheetSelection) -> TemplateValue {
    more(in: selection, past: selection.shownCount)
  }

  /// - Parameter shown: How many sheets are shown.
  func more(in selection: SheetSelection, past shown: Int) -> TemplateValue {
    let hidden = commons.sheets(in: selection).count - shown
    guard hidden > 0, shown < SheetSelection.maxShown,
      let folder = selection.folder ?? selection.type.folder,
      let section = commons.sections.section(withID: folder)
    else { return more(hidden) }
    // A page that is itself that list has nothing else to lead to.
    let version = section.index.map { commons.translations.version(of: $0, in: format.language) }
    if version == sheet { return more(hidden) }
    let address =
      version.map { links.page(encoded: commons.addresses[$0]) } ?? links.page(folder + "/")
    return .object([
      "label": .text(
        format.words.text("vue_les_autres", count: hidden, ["n": format.integer(hidden)])),
      "url": .text(address + filters(of: version, leaving: selection)),
    ])
  }

  /// Returns the filters of the catalogue of a page that leave the sheets of a view, as its address has
  /// them; none where the catalogue cannot filter by all that the view asks for.
  private func filters(of page: Int?, leaving selection: SheetSelection) -> String {
    guard let page, !selection.conditions.isEmpty else { return "" }
    for case .catalogue(let catalogue) in commons.sheets[page].views.map(\.view) {
      let keys = Set(catalogue.facets.map(\.key))
      guard catalogue.selection.type == selection.type,
        selection.conditions.allSatisfy({ !$0.words.isEmpty && keys.contains($0.field.key) })
      else { return "" }
      let filters = selection.conditions.flatMap { condition in
        condition.words.map { condition.field.key + "=" + Address.encode($0.id) }
      }
      return "?" + filters.joined(separator: "&")
    }
    return ""
  }

  package func card(_ index: Int) -> TemplateValue {
    page.card(index, links: links, format: format)
  }
}
