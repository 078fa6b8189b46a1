import ContentModel
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// What pages show of the sheets of other labs.
extension PageContext {
  /// A lab as a view names it.
  struct FederatedLab {
    let id: String
    let name: String
    let url: String?
    let licence: String?
  }

  /// The most sheets of other labs on a page of a list.
  private static let maxListed = 24
  /// The most that are shown as related to a sheet.
  private static let maxRelated = 3

  /// Returns the sheets of other labs that bear a tag; none on the pages of a list after the first.
  func elsewhere(
    ofTag key: String, page: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    guard page == 1 else { return .none }
    return elsewhere(
      commons.federated.sheetsByTag[key] ?? [], id: "_ailleurs", filter: [("tag", key)], links,
      format)
  }

  /// Returns the sheets of other labs of a type.
  func elsewhere(
    ofType type: ContentType, id: String, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    elsewhere(
      commons.federated.sheetsByType[type.id]?.flatMap(\.self) ?? [], id: id,
      filter: [("type", type.id)], links, format)
  }

  /// Returns the sheets of other labs that are most like a sheet.
  func elsewhere(
    relatedTo index: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    guard !commons.federated.isEmpty, !commons.sheets[index].isIndex else { return .none }
    let keys = commons.tags(of: index).map { commons.tags[$0].key }
    let related = commons.federated.related(
      toTags: keys, type: commons.sheets[index].type.id, atMost: Self.maxRelated)
    return elsewhere(related, id: "_ailleurs", filter: [], links, format)
  }

  /// - Parameter id: The id of the heading of the list; its underscore tells it from those of headings in
  ///   texts, which have none.
  private func elsewhere(
    _ sheets: [Int], id: String, filter: [(name: String, value: String)], _ links: PageLinks,
    _ format: ValueFormat
  ) -> TemplateValue {
    guard !sheets.isEmpty else { return .none }
    let hidden = sheets.count - Self.maxListed
    return .object([
      "id": .text(id),
      "items": .list(sheets.prefix(Self.maxListed).map { federated($0, format) }),
      "more": filter.isEmpty ? .none : searchLink(filter, hidden: hidden, links, format),
    ])
  }

  /// Returns a link to the search for what a list leaves out; none when it shows all.
  func searchLink(
    _ filter: [(name: String, value: String)], hidden: Int, _ links: PageLinks,
    _ format: ValueFormat
  ) -> TemplateValue {
    guard hidden > 0 else { return .none }
    let parts = filter.map { $0.name + "=" + PercentEncoding.encodeComponent($0.value) }
    let query = "?" + parts.joined(separator: "&")
    return .object([
      "label": .text(
        format.words.text("federation_autres", count: hidden, ["n": format.integer(hidden)])),
      "url": .text(links.page(commons.layout.searchFolder) + query),
    ])
  }

  /// Returns a sheet of another lab, in the language of the page where it is in it.
  ///
  /// - Parameter known: The licence that the heading of the list tells, which the sheet does not repeat.
  func federated(
    _ index: Int, _ format: ValueFormat, besides known: String? = nil
  ) -> TemplateValue {
    let sheet = commons.federated.version(of: index, in: format.language)
    let licence = sheet.licence.flatMap { Licence(id: $0) }
    let isForeign = sheet.language.map { $0 != format.language } ?? false
    return federatedSheet(
      title: sheet.title, url: sheet.url,
      language: .optional(isForeign ? sheet.language : nil), summary: sheet.summary,
      type: commons.type(withID: sheet.type).map { format.labelValue($0.label) } ?? .none,
      lab: commons.federated.labs[sheet.lab].name,
      licence: known != nil && sheet.licence == known
        ? (nil, nil) : (licence?.label ?? sheet.licence, licence?.url))
  }

  /// Returns a sheet as lists of several labs show it; one without a lab is of this site.
  func federatedSheet(
    title: String, url: String, language: TemplateValue, summary: String,
    type: TemplateValue = .none, lab: String? = nil, licence: (label: String?, url: String?)
  ) -> TemplateValue {
    .object([
      "title": .text(title), "url": .text(url), "lang": language,
      "summary": .optional(summary.isEmpty ? nil : summary), "type_label": type,
      "lab": .optional(lab), "licence_label": .optional(licence.label),
      "licence_url": .optional(licence.url),
    ])
  }
}
