import ContentModel
import MarkdownRendering
package import SiteGraph
import TextEncoding
package import Theming

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
