import ContentModel
import MarkdownRendering
import SiteGraph
import SiteLoading
package import Theming

/// What the page of a sheet is put together from: its head, its text, its views and its fields.
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
    let written = sheets[index].headings
    // On the first page of its list alone.
    let added = page == 1 ? headingsOfViews(of: index, besides: written, format) : []
    let views =
      page == 1 ? views(of: index, headings: added, links: links, format: format) : []
    let values = SheetOnPage.members.values(
      of: SheetOnPage(
        index, number: page, headings: written + added, views: views, fields: fields.value,
        links: links, format: format, context: self))
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
}
