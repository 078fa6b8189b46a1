import ContentModel
package import SiteGraph
package import Theming

extension PageContext {
  /// What templates ask `page.view` for; each genre is absent but that of the page.
  private static let viewDefaults = TemplateNames.view.defaults

  /// Returns `page.view`: what the page of a sheet shows below its text, under the name of its genre.
  package func view(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    let view = ViewContext(page: self, sheet: index, links: links, format: format)
    let member: (String, TemplateValue)
    switch commons.sheets[index].view {
    case nil: return .none
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
    }
    return .object(
      TemplateObject([("genre", .text(member.0)), member], defaults: Self.viewDefaults))
  }

  /// Returns what the template of a card reads, on the page of cards.
  package mutating func pocketCard(of index: Int, on page: Int) -> TemplateObject? {
    guard case .cards(let cards) = commons.sheets[page].view else { return nil }
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

/// The names of `page.view`: the genre, and what it holds.
extension TemplateNames {
  package static let view = TemplateNames(
    "a view",
    [
      Entry("genre", .text, "which of the following it is"),
      Entry("agenda", .object(agenda), "events, month by month"),
      Entry("annuaire", .object(directory), "a directory: sheets under each of their words"),
      Entry("budget", .object(budget), "what pages may weigh"),
      Entry("cartes", .object(cards), "cards, to read or to print"),
      Entry("catalogue", .object(catalogue), "cards that readers filter"),
      Entry("conformite", .object(conformity), "how accessible the site is, by its audit"),
      Entry("frise", .object(timeline), "what happened, year by year"),
      Entry("glossaire", .object(glossary), "the letters of a glossary"),
      Entry("graphe", .object(archipelago), "sheets as islands on a map, and as lists"),
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

  /// Returns the id of the heading of a group.
  package func anchor(of group: SheetGroup) -> String { "vue-" + group.id }

  /// Returns the sheets that a view shows by the values of a field; those without a value come last,
  /// under words that say so.
  package func groups(
    of selection: SheetSelection, by field: FieldDefinition, keepsEmpty: Bool
  ) -> [SheetGroup] {
    let sheets = commons.sheets(in: selection).prefix(SheetSelection.maxShown)
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

  /// Returns the way to the sheets past the limit of a view.
  package func more(in selection: SheetSelection) -> TemplateValue {
    more(commons.sheets(in: selection).count - SheetSelection.maxShown)
  }

  package func card(_ index: Int) -> TemplateValue {
    page.card(index, links: links, format: format)
  }
}
