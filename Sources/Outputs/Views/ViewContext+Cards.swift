import SiteLoading
import ContentModel
import Formats
import SiteGraph
import Theming

extension ViewContext {
  /// Returns cards, in parts when the view has a field for them.
  package func cards(_ cards: CardsView) -> TemplateValue {
    var groups: [SheetGroup]
    if let grouping = cards.grouping {
      groups = self.groups(of: cards.selection, by: grouping, keepsEmpty: false)
      // A card is printed once: a sheet with several values stays with the first.
      var shown: Set<Int> = []
      for index in groups.indices {
        groups[index].sheets.removeAll { !shown.insert($0).inserted }
      }
      groups.removeAll(where: \.sheets.isEmpty)
    } else {
      let sheets = Array(commons.shown(in: cards.selection))
      groups = [SheetGroup(id: "cartes", label: "", definition: nil, sheets: sheets)]
    }
    return .object([
      "poche": .flag(cards.format == .pocket), "libre": .flag(cards.format == .free),
      "groups": .list(groups.map { group($0) { card($0, showing: cards.shown) } }),
      "more": more(in: cards.selection),
    ])
  }

  /// Returns a card: what lists show of the sheet, its place on the page, and some of its fields.
  func card(_ index: Int, showing shown: [FieldDefinition]) -> TemplateValue {
    guard case .object(var card) = card(index) else { return .none }
    let sheet = commons.sheets[index]
    let context = FieldTemplateValue(
      commons: commons, titles: page.titles, inlines: page.sheets[index].inlines, links: links,
      format: format, sheet: sheet)
    let fields = shown.compactMap { field in
      sheet.fields[field.key].map { (field.key, context.value($0, field)) }
    }
    card["id"] = .text(PageContext.cardID(of: sheet, inView: count))
    card["address"] = .text(
      page.baseURL?.url(of: commons.addresses[index]) ?? commons.addresses[index])
    card["qr"] = page.codeURL(of: index, links: links)
    card["licence"] = page.licence(of: index, links: links, format: format)
    card["credits_line"] = .optional(page.creditsLine(of: index, format))
    card["fields"] = .object(TemplateObject(fields, defaults: .any))
    card["fields_list"] = .list(fields.map(\.1))
    return .object(card)
  }
}

/// The names that cards hold.
extension TemplateNames {
  static let cards = TemplateNames(
    "cards",
    [
      Entry("poche", .flag, "whether they are pocket cards, four on a sheet of paper"),
      Entry("libre", .flag, "whether they take the room they need"),
      Entry("groups", .list(group(of: printedCard)), "the cards, in parts if the view says so"),
      more,
    ])
}
