import Calendars
import ContentModel
import Formats
import MarkdownRendering
import SiteGraph
import SiteLoading
package import Theming

extension PageContext {
  /// Returns the root object of the page of a sheet.
  ///
  /// - Parameter page: Which page of the list of its folder, when it is the folder's own.
  package mutating func sheet(_ index: Int, page: Int) -> TemplateObject {
    let sheet = commons.sheets[index]
    let folder = commons.folders[index]
    let pageFolder = SiteLayout.listFolder(folder, page: page)
    let links = links(from: pageFolder)
    let format = format(commons.language(of: index))
    var members = fields(of: index, links: links, format: format)
    var kind = "sheet"
    if sheet.original != nil, sheet.isIndex {
      kind = sheet.id.isEmpty ? "language" : "section"
      members += translated(
        in: sheet.id, language: format.language, folder: folder, page: page, links: links,
        format: format)
    } else if sheet.isIndex, let section = commons.sections.section(withID: sheet.id) {
      kind = sheet.id.isEmpty ? "home" : "section"
      members += list(
        of: section, folder: folder, page: page, links: links, format: format)
    }
    var values = heading(
      title: titles[index], summary: sheets[index].summary, hasLead: sheet.summary != nil,
      kind: kind, folder: pageFolder, page: page,
      original: sheet.original == nil ? nil : commons.translations.original(of: index),
      language: commons.language(of: index), format: format,
      trail: trail(to: sheet, links: links, format: format))
    values += body(of: index, page: page, links: links, format: format)
    values += contributions(to: index, format)
    values += event(of: index, links: links, format: format)
    values += sequence(of: index, members, links: links, format: format)
    values += canvases(of: index, links: links, format: format)
    if sheet.isIndex { values.append(feed(ofFolder: sheet.id, links: links)) }
    values += credits(of: index, links: links, format: format)
    values += works(of: index, links: links, format: format)
    values += neighbours(of: index, links: links, format: format)
    return root(
      folder: pageFolder, language: commons.language(of: index), page: values, members,
      versions: commons.versions(of: index))
  }

  private func fields(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    let sheet = commons.sheets[index]
    guard !sheet.type.fields.isEmpty else {
      return [
        ("fields", .object(TemplateObject([], defaults: .any))), ("fields_list", []),
      ]
    }
    let context = FieldTemplateValue(
      commons: commons, titles: titles, inlines: sheets[index].inlines, links: links,
      format: format, sheet: sheet,
      original: sheet.original)
    var fields = context.fields(of: sheet)
    for field in sheet.type.fields where field.appearance.showsCards {
      guard case .object(var value) = fields[field.key] else { continue }
      value["cards"] = .list(
        (sheet.fields[field.key]?.elements ?? []).compactMap { named in
          guard case .reference(_, let location) = named,
            let target = commons.target(of: location)
          else { return nil }
          let version = commons.translations.version(of: target, in: format.language)
          return card(version, links: links, format: format)
        })
      fields[field.key] = .object(value)
    }
    return [("fields", .object(fields)), ("fields_list", context.list(of: fields, in: sheet))]
  }

  private func body(
    of index: Int, page: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    let sheet = commons.sheets[index]
    let rendered = sheets[index]
    let toc = TableOfContents(rendered.headings)
    let folder = commons.folders[index]
    var values: [(String, TemplateValue)] = [
      ("type", .text(sheet.type.id)),
      ("type_label", sheet.type == .page ? .none : format.labelValue(sheet.type.label)),
      ("type_label_plural", format.labelValue(sheet.type.pluralLabel)),
      ("has_toc", .flag(rendered.headings.count > 2)), ("toc", toc.value),
      ("has_lead", .flag(!rendered.html.isEmpty && !rendered.html.starts(with: "<h".utf8))),
      ("date", date(sheet.date, format)),
      ("updated", date(commons.lastChange(of: index), format)),
      ("tags", tags(of: index, links: links, format: format)),
      ("authors", .list(sheet.authors.map { .text(format.typeset($0)) })),
      ("draft", .flag(sheet.isDraft)), ("status_notice", notice(of: index, format)),
      ("notices", notices(of: index, links: links, format: format)),
      ("image", image(of: sheet, links: links, format: format)),
      ("social_image", socialImageURL(of: index)),
    ]
    // The writer's page on the first page of its list alone.
    if page == 1, !rendered.html.isEmpty { values.append(("content", .html(rendered.html))) }
    if page == 1 { values.append(("view", view(of: index, links: links, format: format))) }
    if sheet.type.exportsSource {
      values.append(("source_url", .text(links.file(folder + "index.md"))))
    }
    if sheet.type.exportsData {
      values.append(("data_url", .text(links.file(folder + "index.json"))))
    }
    values.append(("qr_url", codeURL(of: index, links: links)))
    values.append(("pocket", .optional(pocketID(of: index))))
    if let page = pocketPages[index] {
      let address = links.page(encoded: commons.addresses[page])
      values.append(("card_url", .text(address + "#" + ViewContext.cardID(of: sheet))))
    }
    if sheet.type != .page { values.append(("json_ld", .html(linkedData(of: index)))) }
    return values
  }

  /// Returns what readers must know before they read: a draft, or what a term of the sheet says.
  private func notice(of index: Int, _ format: ValueFormat) -> TemplateValue {
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

  private func image(
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

  /// Returns the licence of a sheet, and the line that credits it.
  func credits(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    let sheet = commons.sheets[index]
    guard let licence = commons.licence(of: index) else {
      return [("licence", .none), ("credits_line", .none)]
    }
    let site = SiteObject(
      commons: commons, links: links, format: format, baseURL: baseURL)
    let authors =
      sheet.authors.isEmpty ? [configuration.publisher ?? configuration.title] : sheet.authors
    let author = authors.joined(separator: ", ")
    let source = baseURL?.url(of: commons.addresses[index]) ?? configuration.title
    // A lab that signs its own site need not be named twice.
    let line =
      [titles[index], format.typeset(author)] + (source == author ? [] : [source])
      + [licence.label.replacing(" ", with: "\u{00A0}")]
    return [
      ("licence", site.licence(licence)), ("credits_line", .text(line.joined(separator: ", "))),
    ]
  }

  private func neighbours(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> [(String, TemplateValue)] {
    func members(_ other: Int) -> [(String, TemplateValue)] {
      let other = commons.translations.version(of: other, in: format.language)
      return [
        ("title", .text(titles[other])),
        ("url", .text(links.page(encoded: commons.addresses[other]))),
        ("lang", foreignLanguage(other, format)),
      ]
    }
    func link(_ other: Int?) -> TemplateValue {
      other.map { .object(TemplateObject(members($0))) } ?? .none
    }
    func summarized(_ other: Int) -> TemplateValue {
      let shown = commons.translations.version(of: other, in: format.language)
      let summary = sheets[shown].summary
      return .object(
        TemplateObject(
          members(other) + [("summary", .optional(summary.isEmpty ? nil : summary))]))
    }
    let original = commons.translations.original(of: index)
    let around =
      original == index
      ? commons.sections.neighbours[index] : commons.translations.neighbours(of: index)
    let groups = commons.relations(of: original).map { group -> TemplateValue in
      .object([
        "name": .text(group.name), "label": format.labelValue(group.label),
        "items": .list(group.targets.map(summarized)),
      ])
    }
    return [
      ("previous", link(around.previous)), ("next", link(around.next)),
      ("relations", .list(groups)),
      ("backlinks", .list(connections.backlinks(of: original).prefix(24).map { link($0) })),
      ("related", related(to: index, links: links, format: format)),
      ("elsewhere", elsewhere(relatedTo: index, links: links, format: format)),
    ]
  }

  private func related(
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
      if format.language == configuration.language { return .text(tagTexts[number].reason) }
      return .text(
        format.words.text("raison_etiquettes", count: 1, ["liste": tagTexts[number].label]))
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

  private func linkedData(of index: Int) -> [UInt8] {
    let sheet = commons.sheets[index]
    return LinkedData(
      type: sheet.type.schemaClass,
      url: baseURL?.url(of: commons.addresses[index]), name: titles[index],
      summary: sheets[index].summary, language: commons.language(of: index),
      licenceURL: commons.licence(of: index)?.url, authors: sheet.authors,
      tags: commons.tagLabels(of: index),
      published: Timestamp(sheet.date), modified: Timestamp(commons.lastChange(of: index)),
      properties: FieldJSON(commons: commons).schemaProperties(of: sheet)
    ).encoded()
  }
}

extension Timestamp {
  /// Creates the first moment of a day, when there is one.
  init?(_ date: CalendarDate?) {
    guard let date else { return nil }
    self.init(year: date.year, month: date.month, day: date.day)
  }
}
