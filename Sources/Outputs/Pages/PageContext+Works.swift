import ContentModel
import SiteGraph
import Theming

extension PageContext {
  /// Returns the works that a sheet builds on, whatever its type calls their parts.
  func works(of index: Int, links: PageLinks, format: ValueFormat) -> ShownWorks {
    let sheet = commons.sheets[index]
    let context = FieldTemplateValue(
      commons: commons, titles: titles, inlines: [:], links: links, format: format, sheet: sheet,
      original: sheet.original)
    let origin = sheet.origin
    var isCredited = false
    var credits: [TemplateValue] = []
    for field in sheet.type.provenance {
      guard let work = field.roles.work else { continue }
      for element in sheet.fields[field.key]?.elements ?? [] {
        guard case .object(let values) = element else { continue }
        func member(_ name: String?) -> TemplateValue {
          guard let name, let value = values[name],
            let member = field.kind.fields.first(where: { $0.key == name })
          else { return .none }
          return context.value(value, member)
        }
        let source = work.source.flatMap { values[$0]?.string }
        let isOrigin = source != nil && source == origin?.url
        isCredited = isCredited || isOrigin
        let isAddress = source?.wholeMatch(of: /(?i)https?:\/\/[^\s<>"]+/) != nil
        credits.append(
          .object([
            "title": member(work.title), "author": member(work.author),
            "source": member(work.source), "licence": member(work.licence),
            "changes": member(work.changes), "picture": member(work.picture),
            "link": .optional(isAddress ? source : nil), "is_origin": .flag(isOrigin),
          ]))
      }
    }
    let shown: TemplateValue =
      origin.map { origin in
        .object([
          "url": .text(origin.url), "version": .optional(origin.version),
          "credited": .flag(isCredited),
        ])
      } ?? .none
    return ShownWorks(credits: credits, origin: shown)
  }
}

/// The names that the works a sheet builds on hold.
extension TemplateNames {
  static let credit = TemplateNames(
    "a work that a sheet builds on",
    [
      Entry("title", .object(field), "its title"), Entry("author", .object(field), "its author"),
      Entry("source", .object(field), "where it comes from"),
      Entry("link", .text, "the same, when it is an address"),
      Entry("licence", .object(field), "the terms of its reuse"),
      Entry("changes", .object(field), "what was changed; none for what is reused as it is"),
      Entry("picture", .object(field), "the picture of the sheet that it is"),
      Entry("is_origin", .flag, "whether the sheet is made from it"),
    ])

  static let origin = TemplateNames(
    "the sheet of another site that a sheet is made from",
    [
      Entry("url", .text, "its address"), Entry("version", .text, "its version, as it was"),
      Entry("credited", .flag, "whether it is one of the credits"),
    ])
}
