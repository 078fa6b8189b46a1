import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// Returns sheets one after another.
  ///
  /// - Parameter isHeaded: Whether the page gives the view a heading; without one, the cards need some.
  func list(_ list: ListView, isHeaded: Bool) -> TemplateValue {
    let shown = commons.shown(in: list.selection)
    let items = list.selection.limit == nil ? shown.prefix(SheetGroup.maxShown) : shown
    return .object([
      "cartes": .flag(list.format == .cards && !items.isEmpty),
      "lignes": .flag(list.format == .lines && !items.isEmpty),
      "count_label": isHeaded
        ? .none : .text(format.words.text("nombre_fiches", count: items.count)),
      "items": .list(items.map(card)), "more": more(in: list.selection, past: items.count),
    ])
  }
}

/// The names that a list holds.
extension TemplateNames {
  static let list = TemplateNames(
    "a list",
    [
      Entry("cartes", .flag, "whether it has sheets, and shows them as cards"),
      Entry("lignes", .flag, "whether it has sheets, and shows them as lines"),
      Entry("count_label", .text, "how many sheets it shows, in words, when nothing heads it"),
      Entry("items", .list(card), "its sheets"), more,
    ])
}
