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
