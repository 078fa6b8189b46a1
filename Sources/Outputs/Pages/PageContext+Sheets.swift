import Calendars
import ContentModel
import Formats
import MarkdownRendering
import SiteGraph
import SiteLoading
package import Theming

extension PageContext {
  /// Returns what readers must know before they read: a draft, or what a term of the sheet says.
  func notice(of index: Int, _ format: ValueFormat) -> TemplateValue {
    let sheet = commons.sheets[index]
    if sheet.isDraft { return .text(format.words.text("avis_brouillon")) }
    if commons.event(of: commons.translations.original(of: index))?.isCancelled == true {
      return .text(format.words.text("avis_annule"))
    }
    for (vocabulary, id) in sheet.terms {
      if let notice = commons.vocabularies[vocabulary]?.term(named: id)?.notice {
        return .text(format.typeset(notice))
      }
    }
    return .none
  }

  func image(
    of sheet: Sheet, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    guard case .file(let written, _) = sheet.image else { return .none }
    let context = FieldTemplateValue(
      commons: commons, titles: titles, inlines: [:], links: links, format: format,
      sheet: sheet)
    guard let image = context.image(written) else { return .none }
    return .object(
      TemplateObject(image, alternative: sheet.imageAlternative.map(format.typeset) ?? ""))
  }

  /// Returns the licence of a sheet; none where neither it nor its site names one.
  func licence(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    let site = SiteObject(commons: commons, links: links, format: format, baseURL: baseURL)
    return commons.licence(of: index).map(site.licence) ?? .none
  }

  /// Returns the line that credits a sheet: title, author, source, licence; nil without a licence.
  func creditsLine(of index: Int, _ format: ValueFormat) -> String? {
    guard let licence = commons.licence(of: index) else { return nil }
    let sheet = commons.sheets[index]
    let authors =
      sheet.authors.isEmpty
      ? [commons.declared.configuration.publisher ?? commons.declared.configuration.title]
      : sheet.authors
    let author = authors.joined(separator: ", ")
    let source = baseURL?.url(of: commons.addresses[index]) ?? commons.declared.configuration.title
    // A lab that signs its own site need not be named twice.
    let line =
      [titles[index], format.typeset(author)] + (source == author ? [] : [source])
      + [licence.label.replacing(" ", with: "\u{00A0}")]
    return line.joined(separator: ", ")
  }

  /// Returns the sheets most alike.
  func related(
    to index: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    // The own page of a folder shows the sheets of the folder instead.
    if commons.sheets[index].isIndex { return [] }
    let original = commons.translations.original(of: index)
    return .list(
      connections.related(to: original).map { neighbour in
        let other = commons.translations.version(of: neighbour.sheet, in: format.language)
        let sheet = commons.sheets[other]
        return .object([
          "title": .text(titles[other]),
          "url": .text(links.page(encoded: commons.addresses[other])),
          "lang": foreignLanguage(other, format),
          "summary": .optional(sheets[other].summary),
          "reason": reason(neighbour.reason, format),
          // What is of another type than the page says so.
          "type_label": sheet.type == .page || sheet.type == commons.sheets[index].type
            ? .none : format.labelValue(sheet.type.label),
        ])
      })
  }

  private func reason(_ feature: RelatedSheets.Feature, _ format: ValueFormat) -> TemplateValue {
    switch feature {
    case .tag(let number):
      if format.language == commons.declared.configuration.language {
        return .text(termTexts[number].reason)
      }
      return .text(
        format.words.text("raison_etiquettes", count: 1, ["liste": termTexts[number].label]))
    case .term(let number):
      let (vocabulary, id) = connections.term(number)
      let term = commons.vocabularies[vocabulary]?.term(named: id)
      return .text(
        format.words.text(
          "raison_termes", ["liste": term.map { format.label($0.label) } ?? id]))
    case .link:
      return .text(format.words.text("raison_lien"))
    case .commonLink:
      return .text(format.words.text("raison_lien_commun"))
    }
  }
}

extension Timestamp {
  /// Creates the first moment of a day, when there is one.
  init?(_ date: CalendarDate?) {
    guard let date else { return nil }
    self.init(year: date.year, month: date.month, day: date.day)
  }
}
