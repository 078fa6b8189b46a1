import ContentModel
import Theming

extension ViewContext {
  /// Returns cards with the values that readers filter by.
  ///
  /// Each sheet has one card, in the part of its first value.
  func catalogue(_ catalogue: CatalogueView) -> TemplateValue {
    let sheets = commons.sheets(in: catalogue.selection).prefix(Commons.mostInView)
    let groupings = catalogue.facets.map { field in
      SheetGrouping(commons: commons, field: field, format: format)
    }
    let facets = zip(catalogue.facets, groupings).map { field, grouping -> TemplateValue in
      let groups = grouping.groups(of: sheets).groups.filter { !$0.sheets.isEmpty }
      return .object([
        "key": .text(field.key), "label": .text(format.label(field.label)),
        "values": .list(
          groups.map { group in
            .object([
              "id": .text(group.id), "label": .text(group.label),
              "count": .number(group.sheets.count),
            ])
          }),
      ])
    }
    return .object([
      "facets": .list(facets), "count": .number(sheets.count),
      "count_label": .text(format.words.text("nombre_fiches", count: sheets.count)),
      "groups": .list(
        parts(of: catalogue).map { part in
          group(part) { card($0, facets: groupings) }
        }),
      "more": more(in: catalogue.selection),
    ])
  }

  private func parts(of catalogue: CatalogueView) -> [SheetGroup] {
    guard let grouping = catalogue.grouping else {
      let sheets = Array(commons.sheets(in: catalogue.selection).prefix(Commons.mostInView))
      return [SheetGroup(id: "fiches", label: "", definition: nil, sheets: sheets)]
    }
    return groups(of: catalogue.selection, by: grouping, keepsEmpty: false)
  }

  /// Returns the card of a sheet with its values: `phase:ideation phase:prototypage format:presence`.
  private func card(_ index: Int, facets: [SheetGrouping]) -> TemplateValue {
    guard case .object(var card) = card(index) else { return .none }
    let values = facets.flatMap { facet in
      facet.ids(of: index).map { facet.field.key + ":" + $0.id }
    }
    card["values"] = .text(values.joined(separator: " "))
    return .object(card)
  }
}
