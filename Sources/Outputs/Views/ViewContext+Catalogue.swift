import ContentModel
import SiteGraph
import SiteLoading
import Theming

extension ViewContext {
  /// Returns cards with the values that readers filter by.
  ///
  /// Each sheet has one card, in the part of its first value; the parts of its other values name it.
  func catalogue(_ catalogue: CatalogueView) -> TemplateValue {
    let sheets = commons.shown(in: catalogue.selection)
    let facets = catalogue.facets.map {
      CatalogueFacet(commons: commons, field: $0, format: format)
    }
    var placed: Set<Int> = []
    let groups = parts(of: catalogue).map { part -> TemplateValue in
      let others = part.sheets.filter { !placed.insert($0).inserted }
      var own = part
      own.sheets.removeAll(where: Set(others).contains)
      guard case .object(var value) = group(own, item: { card($0, facets, catalogue) }) else {
        return .none
      }
      value["count_label"] = .text(format.words.text("nombre_fiches", count: part.sheets.count))
      value["others"] = .list(others.map(card))
      return .object(value)
    }
    return .object([
      "facets": .list(facets.compactMap { $0.value(for: sheets) }),
      "count": .number(sheets.count),
      "count_label": .text(format.words.text("nombre_fiches", count: sheets.count)),
      "groups": .list(groups), "more": more(in: catalogue.selection),
      // What other labs have is not known by the fields that choose sheets here.
      "elsewhere": catalogue.selection.conditions.isEmpty
        ? page.elsewhere(
          ofType: catalogue.selection.type, id: prefix + "_ailleurs", links: links, format: format)
        : .none,
    ])
  }

  private func parts(of catalogue: CatalogueView) -> [SheetGroup] {
    guard let grouping = catalogue.grouping else {
      let sheets = Array(commons.shown(in: catalogue.selection))
      return [SheetGroup(id: "fiches", label: "", definition: nil, sheets: sheets)]
    }
    return groups(of: catalogue.selection, by: grouping, keepsEmpty: false)
  }

  /// Returns the card of a sheet with what the filters compare: `phase:ideation,evaluation but:clore`,
  /// and ranges as `groupe:12:120`.
  private func card(
    _ index: Int, _ facets: [CatalogueFacet], _ catalogue: CatalogueView
  ) -> TemplateValue {
    let value = page.card(
      index, links: links, format: format, besides: catalogue.grouping?.key)
    guard case .object(var card) = value else { return .none }
    card["values"] = .text(facets.compactMap { $0.values(of: index) }.joined(separator: " "))
    let ranges = facets.compactMap { $0.range(of: index) }
    card["ranges"] = .optional(ranges.isEmpty ? nil : ranges.joined(separator: " "))
    return .object(card)
  }
}

/// A field that readers filter a catalogue by.
private struct CatalogueFacet {
  let commons: SiteView
  let field: FieldDefinition
  let format: ValueFormat

  private var grouping: SheetGrouping {
    SheetGrouping(commons: commons, field: field, format: format)
  }

  /// Returns the facet as templates read it: its values with their counts, or its range.
  func value(for sheets: ArraySlice<Int>) -> TemplateValue? {
    let ends = sheets.compactMap(ends)
    let groups = ends.isEmpty ? grouping.groups(of: sheets).groups : []
    guard !ends.isEmpty || !groups.isEmpty else { return nil }
    let isDuration = ends.contains { $0.unit == .minutes }
    return .object([
      "key": .text(field.key), "label": .text(format.label(field.label)),
      "values": .list(
        groups.filter { !$0.sheets.isEmpty }.map { group in
          .object([
            "id": .text(group.id), "label": .text(group.label),
            "count": .number(group.sheets.count), "sign": .optional(sign(of: group.id)),
          ])
        }),
      "sign": .optional(field.appearance.sign), "ordered": .flag(!ends.isEmpty || isScale),
      "range": ends.isEmpty
        ? .none
        : .object([
          "sense": isDuration ? "au-plus" : "dans",
          "before": .text(format.words.text(isDuration ? "vue_au_plus" : "vue_pour")),
          "after": isDuration ? .text(format.words.text("vue_minutes")) : unit,
          "presets": .list(field.appearance.presets.map { preset($0, isDuration: isDuration) }),
        ]),
    ])
  }

  private var isScale: Bool {
    if case .scale = field.kind.steps { true } else { false }
  }

  private var unit: TemplateValue { field.appearance.unit.map(format.labelValue) ?? .none }

  private func sign(of id: String) -> String? {
    field.kind.vocabulary.flatMap { commons.vocabularies[$0]?.term(named: id)?.sign }
  }

  private func preset(_ preset: FieldAppearance.Preset, isDuration: Bool) -> TemplateValue {
    let plain =
      isDuration && preset.value < 1e6
      ? format.duration(minutes: Int(preset.value)) : format.number(preset.value)
    return .object([
      "value": .text(Self.text(preset.value)),
      "label": preset.label.map(format.labelValue) ?? .text(plain),
    ])
  }

  func values(of sheet: Int) -> String? {
    guard ends(of: sheet) == nil else { return nil }
    let ids = grouping.ids(of: sheet).map(\.id)
    return ids.isEmpty ? nil : field.key + ":" + ids.joined(separator: ",")
  }

  func range(of sheet: Int) -> String? {
    ends(of: sheet).map { "\(field.key):\(Self.text($0.low)):\(Self.text($0.high))" }
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  private func ends(of sheet: Int) -> FieldSpan? {
    guard let value = commons.sheets[sheet].fields[field.key],
      case .span(let span) = field.kind.facet(of: value)
    else { return nil }
    return span
  }
}

/// The names that a catalogue holds.
extension TemplateNames {
  static let catalogue = TemplateNames(
    "a catalogue",
    [
      Entry("facets", .list(facet), "the fields that readers filter by"),
      Entry("count", .number, "how many sheets it shows"),
      Entry("count_label", .text, "the same in words"),
      Entry(
        "groups",
        .list(
          group(
            of: filteredCard,
            [Entry("others", .list(card), "the sheets whose card is in another group")])),
        "the cards, in parts if the view says so"), more,
      Entry("elsewhere", .object(elsewhere), "the sheets of the type that other labs have"),
    ])

  private static let filteredCard = card.adding(
    "a card to filter",
    [
      Entry("values", .text, "what filters compare, as `phase:ideation,evaluation but:clore`"),
      Entry("ranges", .text, "the same for numbers, as `groupe:12:120`"),
    ])

  private static let facet = TemplateNames(
    "a facet",
    [
      Entry("key", .text, "the key of the field"), Entry("label", .text, "its name"),
      Entry(
        "values",
        .list(
          TemplateNames(
            "a value to filter by",
            [
              Entry("id", .text, "the value"), Entry("label", .text, "its words"),
              Entry("count", .number, "how many sheets have it"),
              Entry("sign", .text, "the drawing of the term, if its vocabulary names one"),
            ])), "its values, when it has some"),
      Entry("sign", .text, "the drawing of the field, if its type names one"),
      Entry("ordered", .flag, "whether cards can be sorted by it: numbers and scales"),
      Entry(
        "range",
        .object(
          TemplateNames(
            "a range",
            [
              Entry("sense", .text, "`au-plus`, or `dans` when the number must be within"),
              Entry("before", .text, "the words in front of the number"),
              Entry("after", .text, "the words behind it"),
              Entry(
                "presets",
                .list(
                  TemplateNames(
                    "a preset",
                    [Entry("value", .text, "the number"), Entry("label", .text, "its words")])),
                "the numbers that the type offers"),
            ])), "its numbers, when it has some"),
    ])
}
