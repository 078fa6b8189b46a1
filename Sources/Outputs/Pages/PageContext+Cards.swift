package import Calendars
import ContentModel
package import SiteGraph
import SiteLoading
package import Theming

extension PageContext {
  /// Returns the card of a sheet: what lists show of it.
  ///
  /// - Parameter heading: The field whose value heads the list, and need not be said again.
  package func card(
    _ index: Int, links: PageLinks, format: ValueFormat, besides heading: String? = nil
  ) -> TemplateValue {
    let sheet = commons.sheets[index]
    let summary = sheets[index].summary
    return .object([
      "title": .text(titles[index]), "lang": foreignLanguage(index, format),
      "url": .text(links.page(encoded: commons.addresses[index])),
      "summary": .optional(summary.isEmpty ? nil : summary),
      "type": .text(sheet.type.id),
      "type_label": sheet.type == .page ? .none : format.labelValue(sheet.type.label),
      "date": sheet.type == .page ? date(sheet.date, format) : .none,
      "tags": tags(of: index, atMost: Self.maxTagsOfCard, links: links, format: format),
      "facts": facts(of: sheet, besides: heading, format),
      "sign": sign(of: sheet, format), "activity": .optional(activityID(of: index)),
      "pocket": .optional(pocketID(of: index)), "draft": .flag(sheet.isDraft),
    ])
  }

  /// Returns the card of a folder.
  package func card(ofFolder section: Section, links: PageLinks, format: ValueFormat)
    -> TemplateValue
  {
    let summary = section.index.map { sheets[$0].summary } ?? ""
    return .object([
      "title": .text(format.typeset(commons.title(ofFolder: section.id))),
      "url": .text(links.page(section.id + "/")),
      "summary": .optional(summary.isEmpty ? nil : summary), "type": .none,
      "lang": section.index.map { foreignLanguage($0, format) } ?? .none,
      "type_label": .text(
        format.words.text("nombre_fiches", count: commons.sections.allSheets(of: section).count)),
      "date": .none, "tags": .none, "facts": .none, "sign": .none, "activity": .none,
      "pocket": .none,
      "draft": false,
    ])
  }

  /// How many tags a card shows; the page of the sheet shows them all.
  private static let maxTagsOfCard = 24

  /// Returns the tags of a sheet with their links, or the first of them.
  package func tags(
    of index: Int, atMost limit: Int = .max, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    let language = foreign(commons.declared.configuration.language, format)
    return .list(
      commons.tags(of: index).prefix(limit).map { number in
        .object([
          "label": .text(termTexts[number].label), "lang": language,
          "url": .text(links.page(encoded: termTexts[number].address)),
        ])
      })
  }

  /// Returns a day as templates read it.
  package func date(_ date: CalendarDate?, _ format: ValueFormat) -> TemplateValue {
    guard let date else { return .none }
    return .object(["iso": .text(date.description), "label": .text(format.date(date))])
  }

  /// Returns the fields that the type shows in lists.
  private func facts(
    of sheet: Sheet, besides heading: String?, _ format: ValueFormat
  ) -> TemplateValue {
    .list(
      sheet.type.fields.compactMap { field in
        guard field.isShownInLists, field.key != heading, let value = sheet.fields[field.key] else {
          return nil
        }
        let text = ShortText(commons: commons, format: format).text(of: value, field)
        if case .text(let text) = text, text.isEmpty { return nil }
        return .object([
          "key": .text(field.key), "label": format.labelValue(field.label), "text": text,
          "sign": .optional(field.appearance.sign), "unit": unit(of: field, format),
          "steps": steps(of: value, field), "terms": signedTerms(of: value, field, format),
        ])
      })
  }

  private func unit(of field: FieldDefinition, _ format: ValueFormat) -> TemplateValue {
    field.appearance.unit.map(format.labelValue) ?? .none
  }

  private func steps(of value: FieldValue, _ field: FieldDefinition) -> TemplateValue {
    guard case .scale(let range, _) = field.kind.steps,
      case .step(let step, _) = field.kind.facet(of: value)
    else { return .none }
    return .list(range.map { .object(["on": .flag($0 <= step)]) })
  }

  /// Returns the terms of a value one by one, where each has a drawing.
  private func signedTerms(
    of value: FieldValue, _ field: FieldDefinition, _ format: ValueFormat
  ) -> TemplateValue {
    guard field.kind.vocabulary != nil else { return .none }
    var terms: [TemplateValue] = []
    for element in value.elements {
      guard let term = term(of: element, field), let sign = term.sign else { return .none }
      terms.append(.object(["name": .text(sign), "label": format.labelValue(term.label)]))
    }
    return .list(terms)
  }

  /// Returns the first term with a drawing, of the fields that the type shows in lists.
  private func sign(of sheet: Sheet, _ format: ValueFormat) -> TemplateValue {
    for field in sheet.type.fields where field.isShownInLists {
      for element in sheet.fields[field.key]?.elements ?? [] {
        guard let term = term(of: element, field), let sign = term.sign else { continue }
        return .object(["name": .text(sign), "label": format.labelValue(term.label)])
      }
    }
    return .none
  }

  private func term(of value: FieldValue, _ field: FieldDefinition) -> Vocabulary.Term? {
    guard case .term(let id, let vocabulary) = field.kind.facet(of: value) else { return nil }
    return commons.vocabularies[vocabulary]?.term(named: id)
  }

  /// Returns `pagination`, or none when the list has one page.
  ///
  /// - Parameter size: How many entries a page of the list shows; as many as the site says when nil.
  func pagination(
    _ folder: String, page: Int, count: Int, size: Int? = nil, links: PageLinks
  ) -> TemplateValue {
    let total = commons.declared.configuration.pageCount(ofList: count, size: size)
    guard total > 1 else { return .none }
    func url(_ number: Int) -> String { links.page(SiteLayout.listFolder(folder, page: number)) }
    return .object([
      "current": .number(page), "total": .number(total),
      "previous": .optional(page > 1 ? url(page - 1) : nil),
      "next": .optional(page < total ? url(page + 1) : nil),
      "pages": .list(
        Self.shownPages(around: page, of: total).map { number in
          .object([
            "number": .number(number), "url": .text(url(number)), "current": .flag(number == page),
          ])
        }),
    ])
  }

  /// Returns the numbers that a pagination shows: the ends and those around the current page.
  private static func shownPages(around page: Int, of total: Int) -> [Int] {
    let shown = [1, 2, total - 1, total] + Array((page - 2)...(page + 2))
    return Set(shown).filter { (1...total).contains($0) }.sorted()
  }

  /// Returns the part of a list that one of its pages shows.
  package func slice<Element>(
    _ list: [Element], page: Int, size: Int? = nil
  ) -> ArraySlice<Element> {
    let size = size ?? commons.declared.configuration.pageSize
    let start = min(list.count, (page - 1) * size)
    return list[start..<min(list.count, start + size)]
  }
}
