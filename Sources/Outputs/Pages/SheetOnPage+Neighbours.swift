import ContentModel
import SiteGraph
import Theming

/// The sheets that the page of a sheet leads to.
extension SheetOnPage {
  /// The sheets before and after it in its folder.
  var around: (previous: Int?, next: Int?) {
    original == index
      ? commons.sections.neighbours[index] : commons.translations.neighbours(of: index)
  }

  /// The relations that it has with others, each with the summaries of those.
  var relations: TemplateValue {
    .list(
      commons.relations(of: original).map { group in
        .object([
          "name": .text(group.name), "label": format.labelValue(group.label),
          "items": .list(group.targets.map(summarized)),
        ])
      })
  }

  /// Returns a link to a sheet, in the language of the page where it is in it.
  func link(_ other: Int?) -> TemplateValue {
    other.map { .object(TemplateObject(link(to: version(of: $0)))) } ?? .none
  }

  private func summarized(_ other: Int) -> TemplateValue {
    let shown = version(of: other)
    let summary = context.sheets[shown].summary
    return .object(
      TemplateObject(link(to: shown) + [("summary", .optional(summary.isEmpty ? nil : summary))]))
  }

  private func version(of other: Int) -> Int {
    commons.translations.version(of: other, in: format.language)
  }

  private func link(to other: Int) -> [(String, TemplateValue)] {
    [
      ("title", .text(context.titles[other])),
      ("url", .text(links.page(encoded: commons.addresses[other]))),
      ("lang", context.foreignLanguage(other, format)),
    ]
  }
}
