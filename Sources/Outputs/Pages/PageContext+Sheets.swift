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
    let fields = fields(of: index, links: links, format: format)
    var members = [("fields", fields.value), ("fields_list", fields.list)]
    var kind = "sheet"
    if sheet.original != nil, sheet.isIndex {
      kind = sheet.id.isEmpty ? "language" : "section"
      members += translated(
        in: sheet.id, language: format.language, folder: folder, page: page,
        size: sheet.pageSize, links: links, format: format)
    } else if sheet.isIndex, let section = commons.sections.section(withID: sheet.id) {
      kind = sheet.id.isEmpty ? "home" : "section"
      members += list(
        of: section, folder: folder, page: page, links: links, format: format)
    }
    let head = PageHead(
      context: self, title: titles[index], summary: sheets[index].summary,
      hasLead: sheet.summary != nil
        && !OpeningWords.of(sheets[index].html, repeat: sheets[index].summary),
      kind: kind, folder: pageFolder, number: page,
      original: sheet.original == nil ? nil : commons.translations.original(of: index),
      links: links, format: format, trail: trail(to: sheet, links: links, format: format),
      notices: notices(of: index, links: links, format: format),
      folderID: sheet.isIndex ? sheet.id : nil, versions: commons.versions(of: index),
      isNotIndexed: sheet.isNotIndexed)
    let values = SheetOnPage.members.values(
      of: SheetOnPage(
        index, number: page, fields: fields.value, links: links, format: format, context: self))
    return root(head, sheet: values, members)
  }

  private func fields(
    of index: Int, links: PageLinks, format: ValueFormat
  ) -> (value: TemplateValue, list: TemplateValue) {
    let sheet = commons.sheets[index]
    guard !sheet.type.fields.isEmpty else {
      return (.object(TemplateObject([], defaults: .any)), [])
    }
    let context = FieldTemplateValue(
      commons: commons, titles: titles, inlines: sheets[index].inlines, links: links,
      format: format, sheet: sheet,
      original: sheet.original, termAddresses: termAddresses(of: index, links: links))
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
    return (.object(fields), context.list(of: fields, in: sheet))
  }

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
      sheet.authors.isEmpty ? [configuration.publisher ?? configuration.title] : sheet.authors
    let author = authors.joined(separator: ", ")
    let source = baseURL?.url(of: commons.addresses[index]) ?? configuration.title
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
      if format.language == configuration.language { return .text(termTexts[number].reason) }
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
