import ContentModel
import Formats
import MarkdownRendering
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// A sheet on its own page: what `page` holds there besides what every page says.
struct SheetOnPage {
  let context: PageContext
  let index: Int
  let sheet: Sheet
  let rendered: TrackedSheet
  /// Which page of the list of its folder, when it is the folder's own.
  let number: Int
  /// The headings of its text, then those of its views.
  let headings: [DocumentHeading]
  /// What it shows below its text.
  let views: [TemplateValue]
  /// What templates read as `fields`.
  let fields: TemplateValue
  let works: ShownWorks
  let links: PageLinks
  let format: ValueFormat

  /// - Parameters:
  ///   - headings: The headings of its text, then those of its views.
  ///   - views: What it shows below its text.
  ///   - fields: What templates read as `fields`.
  init(
    _ index: Int, number: Int, headings: [DocumentHeading], views: [TemplateValue],
    fields: TemplateValue, links: PageLinks, format: ValueFormat, context: PageContext
  ) {
    self.context = context
    self.index = index
    self.number = number
    self.headings = headings
    self.views = views
    self.fields = fields
    self.links = links
    self.format = format
    sheet = context.commons.sheets[index]
    rendered = context.sheets[index]
    works = context.works(of: index, links: links, format: format)
  }

  var commons: SiteView { context.commons }

  /// The sheet that it is a translation of, or itself.
  var original: Int { commons.translations.original(of: index) }

  /// The names that `page` has on the pages of sheets, each with its value.
  static let members = text + facts + files + provenance + neighbours

  private static let text: [TemplateMember<SheetOnPage>] = [
    TemplateMember("content", .markup, "the text of the sheet") { page in
      // On the first page of its list alone.
      page.number == 1 && !page.rendered.html.isEmpty ? .html(page.rendered.html) : .none
    },
    TemplateMember("view", .object(.view), "the first of what it shows below its text") {
      $0.views.first ?? .none
    },
    TemplateMember("views", .list(.view), "what it shows below its text: see docs/views.md") {
      $0.views.isEmpty ? .none : .list($0.views)
    },
    TemplateMember("has_toc", .flag, "whether a table of contents helps: more than two headings") {
      .flag($0.headings.count > 2)
    },
    TemplateMember("toc", .list(.heading), "the headings, two levels deep") {
      TableOfContents($0.headings).value
    },
    TemplateMember("has_lead", .flag, "whether its text starts before the first heading") {
      .flag(!$0.rendered.html.isEmpty && !$0.rendered.html.starts(with: "<h".utf8))
    },
  ]

  private static let facts: [TemplateMember<SheetOnPage>] = [
    TemplateMember("type", .text, "the id of the type of the sheet") { .text($0.sheet.type.id) },
    TemplateMember("type_label", .text, "the type; none for `page`") {
      $0.sheet.type == .page ? .none : $0.format.labelValue($0.sheet.type.label)
    },
    TemplateMember("type_label_plural", .text, "the same for several sheets") {
      $0.format.labelValue($0.sheet.type.pluralLabel)
    },
    TemplateMember("date", .object(.date), "when it was first published") {
      $0.context.date($0.sheet.date, $0.format)
    },
    TemplateMember("updated", .object(.date), "when it was last changed") {
      $0.context.date($0.commons.lastChange(of: $0.index), $0.format)
    },
    TemplateMember("tags", .list(.tag), "the tags") {
      $0.context.tags(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "taxonomies", .list(.taxonomyOfSheet),
      "the other words that it bears, each with a page, where the site asks for it; terms are in `fields`"
    ) {
      $0.context.taxonomies(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "has_author_pages", .flag, "whether its authors are in `taxonomies`, with a page each"
    ) {
      .flag($0.context.hasAuthorPages($0.index))
    },
    TemplateMember("authors", .texts, "who wrote it") { page in
      .list(page.sheet.authors.map { .text(page.format.typeset($0)) })
    },
    TemplateMember(
      "contributors", .texts,
      "who changed it, after git: their names if the site gives them, or else how many they are"
    ) {
      $0.context.contributors(to: $0.index, $0.format)
    },
    TemplateMember("draft", .flag, "whether it is a draft") { .flag($0.sheet.isDraft) },
    TemplateMember(
      "status_notice", .text, "what readers must know first: a draft, a withdrawn sheet"
    ) {
      $0.context.notice(of: $0.index, $0.format)
    },
    TemplateMember("image", .object(.image), "its picture") {
      $0.context.image(of: $0.sheet, links: $0.links, format: $0.format)
    },
    TemplateMember("event", .object(.event), "when it takes place, for a sheet that is an event") {
      $0.context.event(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "activity", .text, "the id under which a sequence takes it, if it may be part of one"
    ) {
      .optional($0.context.activityID(of: $0.index))
    },
    TemplateMember(
      "sequence", .object(.sequence), "its times and materials, for a sheet that is a sequence"
    ) {
      $0.context.sequence(of: $0.index, $0.fields, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "canvas", .object(.canvas), "its drawing and zones, for a sheet that is a canvas"
    ) {
      $0.context.canvas(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "canvases", .list(.canvas), "the canvases that it is linked to by relations"
    ) {
      $0.context.canvases(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "pocket", .text, "the id under which the page of cards takes it, if it shows it"
    ) {
      .optional($0.context.pocketID(of: $0.index))
    },
    TemplateMember(
      "card_url", .text, "the address of its pocket card, if a page of cards shows it"
    ) {
      .optional($0.cardAddress)
    },
  ]

  private static let files: [TemplateMember<SheetOnPage>] = [
    TemplateMember(
      "social_image", .text, "the whole address of its image for sharing, if there is one"
    ) {
      $0.context.socialImageURL(of: $0.index)
    },
    TemplateMember("source_url", .text, "the address of its Markdown, if it is published") {
      .optional($0.address(of: .source, "index.md"))
    },
    TemplateMember("data_url", .text, "the address of its data in JSON, if it is published") {
      .optional($0.address(of: .data, "index.json"))
    },
    TemplateMember(
      "bundle_url", .text, "the address of the ZIP file to reuse it, if it is published"
    ) {
      let name = PageContext.bundleName(in: $0.commons.folders[$0.index])
      return .optional($0.address(of: .bundle, name + ".zip"))
    },
    TemplateMember(
      "linked_data_url", .text, "the address of all its linked data, if it is published"
    ) {
      .optional($0.address(of: .linkedData, "index.jsonld"))
    },
    TemplateMember(
      "qr_url", .text,
      "the address of the QR code that leads to it, if its type has one and the site its address"
    ) {
      $0.context.codeURL(of: $0.index, links: $0.links)
    },
    TemplateMember(
      "json_ld", .markup, "its linked data, for `<script type=\"application/ld+json\">`"
    ) {
      $0.sheet.type == .page ? .none : .html($0.context.linkedData(of: $0.index))
    },
    TemplateMember("edit_url", .text, "where to propose a change to it, if the site says so") {
      .optional($0.context.changeAddress(of: $0.index, $0.format))
    },
    TemplateMember(
      "propose_url", .text,
      "where to propose a sheet of its type, if the site names a forge or an address"
    ) {
      .optional($0.context.proposalAddress(besides: $0.index, $0.format))
    },
  ]

  private static let provenance: [TemplateMember<SheetOnPage>] = [
    TemplateMember("licence", .object(.licence), "the terms of its reuse") {
      $0.context.licence(of: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember("credits_line", .text, "title, author, source and licence, to copy") {
      .optional($0.context.creditsLine(of: $0.index, $0.format))
    },
    TemplateMember("credits", .list(.credit), "the works that it builds on") {
      .list($0.works.credits)
    },
    TemplateMember(
      "origin", .object(.origin), "the sheet of another site that it is made from"
    ) {
      $0.works.origin
    },
  ]

  private static let neighbours: [TemplateMember<SheetOnPage>] = [
    TemplateMember("previous", .object(.link), "the sheet before in its folder") {
      $0.link($0.around.previous)
    },
    TemplateMember("next", .object(.link), "the sheet after") { $0.link($0.around.next) },
    TemplateMember("related", .list(.relatedLink), "the sheets most alike") {
      $0.context.related(to: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember(
      "elsewhere", .object(.elsewhere), "the sheets of other labs most alike"
    ) {
      $0.context.elsewhere(relatedTo: $0.index, links: $0.links, format: $0.format)
    },
    TemplateMember("backlinks", .list(.link), "the sheets that link to it") { page in
      .list(page.context.connections.backlinks(of: page.original).prefix(24).map { page.link($0) })
    },
    TemplateMember(
      "relations", .list(.relation), "the relations of its type, in both directions"
    ) { $0.relations },
  ]

  /// The address of a file beside the page, for a type that publishes it.
  private func address(of export: SheetExport, _ file: String) -> String? {
    guard sheet.type.exports.contains(export) else { return nil }
    return number == 1 ? Address.encode(file) : links.file(commons.folders[index] + file)
  }

  /// The address of its card, on the page that shows it.
  private var cardAddress: String? {
    context.pocketPages[index].map { page in
      links.page(encoded: commons.addresses[page]) + "#" + PageContext.cardID(of: sheet)
    }
  }
}
