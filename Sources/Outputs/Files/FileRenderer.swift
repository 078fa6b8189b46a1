import SiteLoading
package import ContentModel
package import Diagnostics
import Formats
import SiteFiles
package import SiteGraph
import TextEncoding
package import Theming

/// Makes the bytes of one planned file after another; one a worker.
package struct FileRenderer {
  /// The site, its readings those of the file that is made.
  package let commons: LinkedSite
  private var context: PageContext
  private let templates: Templates
  private let recorder: DependencyRecorder?

  /// - Parameter recorder: Keeps what each file reads, when somebody asks for it.
  package init(_ context: PageContext, templates: Templates, _ recorder: DependencyRecorder? = nil)
  {
    self.context = recorder.map { PageContext(context, $0) } ?? context
    commons = self.context.commons
    self.templates = templates
    self.recorder = recorder
  }

  /// Makes a file; what its template asks for in vain is reported.
  package mutating func bytes(
    of file: PlannedFile, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    recorder?.start()
    if let page = page(of: file) {
      return commons.site.theme.render(
        page.template, page.root, contentPath: page.source, diagnostics: &diagnostics)
    }
    switch file.content {
    case .source(let index): return try commons.records[index].file.contents()
    case .data(let index): return SiteCatalogue(context).data(of: index)
    case .redirect(let index): return redirect(to: index, from: file.path)
    case .attachment(let attachment):
      recorder?.note(.files)
      do {
        return try attachment.read()
      } catch {
        if error.isOfTheEnvironment { throw EnvironmentFailure.unreadableFile(error) }
        diagnostics.append(.unreadable(error, at: SourceLocation(path: attachment.path)))
        return []
      }
    case .picture(let file):
      recorder?.note(.files)
      return try commons.pictures.bytes(of: file)
    case .socialImage(let index): return socialImage(of: index, &diagnostics)
    case .asset(let index): return commons.site.theme.assets[index].bytes
    case .feed(let folder, let format): return SiteFeeds(context).bytes(folder: folder, format)
    case .event(let index): return SiteCalendarFiles(context).bytes(ofEventOf: index)
    case .agenda(let type): return SiteCalendarFiles(context).bytes(ofAgendaOf: type)
    // A theme without the template has been reported when the templates were looked up.
    default: return []
    }
  }

  /// Returns what a page is written from; nothing for a file that no template writes.
  package mutating func page(of file: PlannedFile) -> Page? {
    switch file.content {
    case .sheet(let index, let page):
      let sheet = commons.sheets[index]
      return Page(templates.sheet(sheet), context.sheet(index, page: page), sheet.path)
    case .section(let id, let page):
      let template = id.isEmpty ? templates.home : templates.section
      return Page(template, context.section(id, page: page), file.path)
    case .languageHome(let language, let page):
      return Page(templates.section, context.languageHome(language, page: page), file.path)
    case .tag(let number, let page):
      return Page(templates.tag, context.tag(number, page: page), file.path)
    case .tags: return Page(templates.tags, context.tags(), file.path)
    case .search: return Page(templates.search, context.search(), file.path)
    case .alphabet(let letter):
      return Page(templates.alphabet, context.alphabet(letter), file.path)
    case .siteMap: return Page(templates.siteMap, context.siteMap(), file.path)
    case .notFound: return Page(templates.notFound, context.notFound(), file.path)
    default: return nil
    }
  }

  /// A page before it is written: its template, its values, and the file it comes from.
  package struct Page {
    package let template: TemplateName
    package let root: TemplateObject
    package let source: String

    fileprivate init?(_ template: TemplateName?, _ root: TemplateObject, _ source: String) {
      guard let template else { return nil }
      self.template = template
      self.root = root
      self.source = source
    }
  }

  private mutating func socialImage(
    of index: Int, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let template = templates.socialImage else { return [] }
    let path = commons.sheets[index].path
    let svg = commons.site.theme.render(
      template, context.socialImage(of: index), contentPath: path, diagnostics: &diagnostics)
    switch commons.pictures.drawn(svg) {
    case .success(let png): return png
    case .failure(let problem):
      diagnostics.append(.undrawnSocialImage(problem, of: path))
      return []
    }
  }

  private mutating func redirect(to index: Int, from path: String) -> [UInt8] {
    let folder = commons.folders[index]
    let language = commons.language(of: index)
    let links = PageLinks(
      prefix: Address.prefix(from: path), isOffline: context.request.options.isOffline)
    return RedirectPage(
      language: language, title: context.titles[index],
      notice: context.format(language).words.text("page_deplacee"), target: links.page(folder),
      canonical: context.baseURL?.url(of: Address.encode(folder))
    ).encoded()
  }
}

/// The templates of a theme for each kind of page.
package struct Templates: Sendable {
  package let home: TemplateName?
  package let section: TemplateName?
  package let tags: TemplateName?
  package let tag: TemplateName?
  package let search: TemplateName?
  package let alphabet: TemplateName?
  package let siteMap: TemplateName?
  package let notFound: TemplateName?
  /// Only looked up where the site wants such images.
  package let socialImage: TemplateName?
  private let theme: Theme

  /// Looks the templates up; those that the theme lacks are reported.
  package init(
    _ theme: Theme, hasSocialImages: Bool = false, reporting diagnostics: inout [Diagnostic]
  ) {
    func template(_ name: String) -> TemplateName? {
      let template = theme.template(for: [name])
      if template == nil { diagnostics.append(.missingTemplate(name)) }
      return template
    }
    home = template("home")
    section = template("section")
    tags = template("tags")
    tag = template("tag")
    search = template("search")
    alphabet = template("a-z")
    siteMap = template("sitemap")
    notFound = template("404")
    socialImage = hasSocialImages ? template(SocialImage.templateName) : nil
    self.theme = theme
    _ = template("sheet")
  }

  /// Returns the template of a sheet.
  package func sheet(_ sheet: Sheet) -> TemplateName? { theme.template(of: sheet) }
}
