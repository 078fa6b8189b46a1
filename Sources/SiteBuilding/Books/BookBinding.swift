import Books
import ContentModel
import Diagnostics
import Formats
import Outputs
import SiteFiles
import SiteGraph
import SiteLoading
import Theming

/// Puts the pages of chosen sheets together as a book.
struct BookBinding {
  private let site: PreparedSite
  private var context: PageContext
  private let selection: BookSelection
  /// The chapters of the parts, in order.
  private let chapters: [Made]

  /// A chapter, and what its templates asked for in vain.
  private struct Made: Sendable {
    let chapter: Book.Chapter
    let diagnostics: [Diagnostic]
  }

  /// Makes the pages.
  init(
    _ site: PreparedSite, _ context: PageContext, _ selection: BookSelection, _ workers: Workers
  ) async throws {
    self.site = site
    self.context = context
    self.selection = selection
    let sheets = selection.parts.flatMap(\.sheets)
    var pages: [Int: SheetPage] = [:]
    for case let page as SheetPage in site.plan.files where page.number == 1 {
      pages[page.index] = page
    }
    let cards = Set(site.commons.cardsPage.map { site.commons.cardsShown(on: $0) } ?? [])
    chapters = try await workers.map(
      sheets.count, state: { FileRenderer(context, templates: site.templates) }
    ) { [pages] renderer, number -> Made in
      var found: [Diagnostic] = []
      let chapter = try Self.chapter(
        sheets[number], pages[sheets[number]], isCard: cards.contains(sheets[number]),
        prefix: "f\(number + 1)", &renderer, &found)
      return Made(chapter: chapter, diagnostics: found)
    }
  }

  private static func chapter(
    _ sheet: Int, _ page: SheetPage?, isCard: Bool, prefix: String, _ renderer: inout FileRenderer,
    _ diagnostics: inout [Diagnostic]
  ) throws -> Book.Chapter {
    let commons = renderer.commons
    let written = commons.sheets[sheet]
    let language = commons.language(of: sheet)
    var bytes: [UInt8] = []
    if let page { bytes = try renderer.bytes(of: page, reporting: &diagnostics) }
    let path = SiteLayout.listPath(commons.folders[sheet])
    var card: Book.Card?
    if isCard, let template = renderer.templates.pocketCard, let cards = commons.cardsPage,
      let values = renderer.context.pocketCard(of: sheet, on: cards)
    {
      let markup = commons.theme.render(
        template, values, contentPath: written.path, diagnostics: &diagnostics)
      card = Book.Card(
        markup, path: SiteLayout.listPath(commons.folders[cards]), prefix: prefix + "c")
    }
    let format = renderer.context.format(language)
    let licence = written.licence ?? commons.declared.configuration.licence
    return Book.Chapter(
      page: BookPage(bytes, path: path, prefix: prefix),
      title: renderer.context.titles[sheet], language: language,
      authors: written.authors.map(format.typeset), licence: licence.map(Book.Terms.init),
      creditsLine: renderer.context.creditsLine(of: sheet),
      indexWords: indexWords(
        of: written, commons.tagLabels(of: sheet), format),
      card: card)
  }

  /// The other names of a sheet, as its type declares them, and its tags.
  private static func indexWords(
    of sheet: Sheet, _ tags: [String], _ format: ValueFormat
  ) -> [String] {
    let names = sheet.type.fields.filter { $0.searchRole == .name }.flatMap { field in
      (sheet.fields[field.key]?.elements ?? []).compactMap { value -> String? in
        switch field.kind.shown(value) {
        case .words(let text), .markdown(let text, _): text
        default: nil
        }
      }
    }
    return (names + tags).map(format.typeset)
  }

  /// Returns the book, and what its templates asked for in vain.
  func book(titled given: String?) -> (book: Book, diagnostics: [Diagnostic]) {
    var context = context
    let commons = site.commons
    let configuration = commons.site.configuration
    var diagnostics = chapters.flatMap(\.diagnostics)
    let format = context.format(configuration.language)
    let title = given ?? selection.title ?? configuration.title
    let asset = { (name: String) in
      commons.site.theme.assets.first { $0.name == name }?.bytes ?? []
    }
    let style = BookStyle(asset(BookStyle.assetName))
    let cover = cover(titled: format.typeset(title), style, &context, &diagnostics)
    let book = Book(
      title: format.typeset(title), siteTitle: format.typeset(configuration.title),
      tagline: configuration.tagline.map(format.typeset),
      publisher: configuration.publisher ?? configuration.title,
      language: configuration.language, isRightToLeft: format.isRightToLeft,
      date: context.today, dateLabel: format.date(context.today), baseURL: context.baseURL,
      licence: configuration.licence.map(Book.Terms.init), parts: parts(format),
      words: format.words, styleSheet: style.styleSheet,
      paperStyleSheet: style.coloured(asset(BookStyle.paperAssetName)),
      cardStyleSheet: style.coloured(asset("planches.css")), cover: cover)
    return (book, diagnostics)
  }

  private func parts(_ format: ValueFormat) -> [Book.Part] {
    var next = 0
    return selection.parts.enumerated().map { number, part in
      let own = chapters[next..<(next + part.sheets.count)].map(\.chapter)
      next += part.sheets.count
      return Book.Part(
        title: selection.parts.count == 1 || part.title.isEmpty ? nil : format.typeset(part.title),
        opening: part.index.flatMap { opening(of: $0, prefix: "p\(number + 1)") },
        language: part.index.map(site.commons.language) ?? format.language, chapters: own)
    }
  }

  /// The text that the writers gave to the own page of a folder; nil when they gave none.
  private func opening(of index: Int, prefix: String) -> BookPage? {
    let html = context.sheets[index].html
    guard !html.isEmpty else { return nil }
    return BookPage(
      Array("<main>".utf8) + html + Array("</main>".utf8),
      path: SiteLayout.listPath(site.commons.folders[index]), prefix: prefix)
  }

  private func cover(
    titled title: String, _ style: BookStyle, _ context: inout PageContext,
    _ diagnostics: inout [Diagnostic]
  ) -> Book.Cover {
    let theme = site.commons.site.theme
    guard let template = theme.template(for: [BookCover.templateName]) else {
      return Book.Cover(svg: [], png: nil)
    }
    let svg = style.coloured(
      theme.render(
        template, context.bookCover(titled: title), contentPath: "archipel.yaml",
        diagnostics: &diagnostics))
    return Book.Cover(svg: svg, png: try? site.commons.pictures.drawn(svg).get())
  }
}

extension Book.Terms {
  init(_ licence: Licence) { self.init(label: licence.label, url: licence.canonicalURL) }
}
