import ContentModel
import SiteGraph
import SiteLoading
import Theming

extension ViewContext {
  /// Returns the sheets of a type, lab by lab: this one first, the others in the order of the site.
  func portfolio(_ portfolio: PortfolioView) -> TemplateValue {
    let type = portfolio.selection.type
    let own = commons.sheets(in: portfolio.selection)
    let federated = commons.federated
    let theirs = federated.sheetsByType[type.id] ?? []
    let here = PageContext.FederatedLab(
      id: "_ici", name: format.typeset(commons.declared.configuration.title), url: nil,
      licence: commons.declared.configuration.licence?.id)
    let labs = zip(federated.labs, theirs).compactMap { lab, sheets -> TemplateValue? in
      guard !sheets.isEmpty else { return nil }
      return self.lab(
        .init(id: lab.id, name: lab.name, url: lab.url, licence: lab.licence),
        sheets.count,
        sheets.prefix(SheetGroup.maxShown).map {
          page.federated($0, format, besides: lab.licence)
        },
        more: page.searchLink(
          [("lab", lab.id), ("type", type.id)], hidden: sheets.count - SheetGroup.maxShown, links,
          format))
    }
    let ownLab = lab(
      here, own.count, own.prefix(SheetGroup.maxShown).map(ownSheet),
      more: more(own.count - SheetGroup.maxShown))
    return .object(["labs": .list((own.isEmpty ? [] : [ownLab]) + labs)])
  }

  private func lab(
    _ lab: PageContext.FederatedLab, _ count: Int, _ items: [TemplateValue], more: TemplateValue
  ) -> TemplateValue {
    let licence = lab.licence.map { Licence(id: $0) }
    return .object([
      "id": .text(prefix + "lab-" + lab.id), "label": .text(lab.name), "url": .optional(lab.url),
      "licence": .optional(licence.flatMap { $0?.label } ?? lab.licence),
      "count_label": .text(format.words.text("nombre_fiches", count: count)),
      "items": .list(items), "more": more,
    ])
  }

  private func ownSheet(_ index: Int) -> TemplateValue {
    let shown = commons.translations.version(of: index, in: format.language)
    // The terms of the site are told for all its sheets.
    let licence = commons.licence(of: shown).flatMap {
      $0 == commons.declared.configuration.licence ? nil : $0
    }
    return page.federatedSheet(
      title: page.titles[shown], url: links.page(encoded: commons.addresses[shown]),
      language: page.foreignLanguage(shown, format), summary: page.sheets[shown].summary,
      licence: (licence?.label, licence?.url))
  }
}

/// The names that a portfolio holds.
extension TemplateNames {
  static let portfolio = TemplateNames(
    "a portfolio",
    [
      Entry(
        "labs",
        .list(
          TemplateNames(
            "a lab with its sheets",
            [
              Entry("id", .text, "an id for its heading"), Entry("label", .text, "its name"),
              Entry("url", .text, "its site; none for this one"),
              Entry("licence", .text, "the terms of its site"),
              Entry("count_label", .text, "how many sheets it has, in words"),
              Entry("items", .list(federatedSheet), "its sheets"), more,
            ])), "this lab, then the others")
    ])
}
