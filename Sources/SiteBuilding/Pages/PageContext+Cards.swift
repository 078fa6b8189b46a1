import ContentModel
import Theming

extension PageContext {
  /// Returns the card of a sheet: what lists show of it.
  ///
  /// - Parameter heading: The field whose value heads the list, and need not be said again.
  func card(
    _ index: Int, links: PageLinks, format: ValueFormat, besides heading: String? = nil
  ) -> TemplateValue {
    let sheet = commons.site.sheets[index]
    let language = format.words.language
    return .object([
      "title": .text(titles[index]), "url": .text(links.page(encoded: commons.addresses[index])),
      "summary": .optional(sheets[index].summary.isEmpty ? nil : sheets[index].summary),
      "type": .text(sheet.type.id),
      "type_label": .optional(
        sheet.type == .page ? nil : format.typeset(sheet.type.label.text(in: language))),
      "date": sheet.type == .page ? date(sheet.date, format) : .none,
      "tags": tags(of: index, links: links, format: format),
      "facts": facts(of: sheet, besides: heading, format),
      "draft": .flag(sheet.isDraft),
    ])
  }

  /// Returns the card of a folder.
  func card(ofFolder section: Section, links: PageLinks, format: ValueFormat) -> TemplateValue {
    let summary = section.index.map { sheets[$0].summary } ?? ""
    return .object([
      "title": .text(format.typeset(commons.title(ofFolder: section.id))),
      "url": .text(links.page(section.id + "/")),
      "summary": .optional(summary.isEmpty ? nil : summary), "type": .none,
      "type_label": .text(
        format.words.text("nombre_fiches", count: commons.sections.allSheets(of: section).count)),
      "date": .none, "tags": .none, "facts": .none, "draft": false,
    ])
  }

  /// Returns the tags of a sheet with their links.
  func tags(of index: Int, links: PageLinks, format: ValueFormat) -> TemplateValue {
    .list(
      commons.tags.tagsBySheet[index].map { number in
        .object([
          "label": .text(tagLabels[number]),
          "url": .text(links.page(encoded: tagAddresses[number])),
        ])
      })
  }

  /// Returns a day as templates read it.
  func date(_ date: CalendarDate?, _ format: ValueFormat) -> TemplateValue {
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
        guard !text.isEmpty else { return nil }
        return .object(["label": .text(format.label(field.label)), "text": .text(text)])
      })
  }

  /// Returns `pagination`, or none when the list has one page.
  func pagination(
    _ folder: String, page: Int, count: Int, links: PageLinks
  ) -> TemplateValue {
    let total = max(1, (count + configuration.pageSize - 1) / configuration.pageSize)
    guard total > 1 else { return .none }
    func url(_ number: Int) -> String { links.page(SitePlan.listFolder(folder, page: number)) }
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
  func slice<Element>(_ list: [Element], page: Int) -> ArraySlice<Element> {
    let start = min(list.count, (page - 1) * configuration.pageSize)
    return list[start..<min(list.count, start + configuration.pageSize)]
  }
}

/// Writes values in a few words, for the cards of lists.
struct ShortText {
  let commons: Commons
  let format: ValueFormat

  /// Returns a value; of an object with `min` and `max`, the range between them.
  func text(of value: FieldValue, _ field: FieldDefinition) -> String {
    switch (value, field.kind) {
    case (.list(let elements), _):
      elements.map { text(of: $0, field) }.joined(separator: ", ")
    case (.object(let values), .object(let nested)):
      range(values, nested)
    case (.term(let id), .term(let vocabulary)):
      commons.site.vocabularies[vocabulary]?.term(named: id).map { format.label($0.label) } ?? id
    case (.scale(let step), .scale(let lowest, _, let labels)):
      labels.indices.contains(step - lowest)
        ? format.label(labels[step - lowest]) : format.integer(step)
    case (.duration(let span), _): format.duration(span)
    case (.date(let date), _): format.date(date)
    case (.dateTime(let moment), _): format.dateTime(moment)
    case (.range(let range), _): format.range(range)
    case (.integer(let number), _): format.integer(number)
    case (.number(let number), _): format.number(number)
    default: value.string.map(format.typeset) ?? ""
    }
  }

  private func range(_ values: [String: FieldValue], _ nested: [FieldDefinition]) -> String {
    let ends = ["min", "max"].compactMap { key -> String? in
      guard let value = values[key], let field = nested.first(where: { $0.key == key }) else {
        return nil
      }
      return text(of: value, field)
    }
    guard let first = ends.first, let last = ends.last else { return "" }
    return first == last ? first : format.words.text("de_a", ["de": first, "a": last])
  }
}
