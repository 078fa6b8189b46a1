import Publishing
import SiteLoading
import BuildCache
public import ContentModel
public import Diagnostics
import Formats
import Outputs
import SiteFiles
import SiteGraph
import Theming

extension SiteBuilder {
  /// What came of asking for an explanation.
  public enum Explanation: Sendable {
    case page(PageExplanation)
    /// The site has no such page; the closest, when one is close.
    case noPage(suggestion: String?)
    /// The sheet is not published, and has no page for that.
    case unpublished(SheetDirectory.Unpublished)
    /// The site cannot be made, for these reasons.
    case broken([Diagnostic])
  }

  /// Explains a page or another file of the site; nothing is written.
  ///
  /// - Parameter name: Its address, its path in the published folder, or the id, the title or the path
  ///   of the file of its sheet.
  /// - Throws: ``EnvironmentFailure`` when the source cannot be read.
  public func explain(_ name: String) async throws -> Explanation {
    try await ReadFailures.watch { try await explanation(of: name) }
  }

  private func explanation(of name: String) async throws -> Explanation {
    var clock = PhaseClock()
    let site = try await prepare(&clock)
    if site.isBroken { return .broken(site.raisedDiagnostics) }
    let address = PageAddress(name, baseURL: try baseURL(of: site)?.text)
    guard let file = address.file(in: site) else {
      if let reason = address.absence(in: site) { return .unpublished(reason) }
      return .noPage(suggestion: address.closest(in: site))
    }
    let context = site.context(request, baseURL: try baseURL(of: site))
    let elements = ElementHashes(site.commons, site.rendered.connections)
    let recorder = DependencyRecorder(SiteHashes.counts(site.view), elements)
    var renderer = FileRenderer(context, templates: site.templates, recorder)
    var found: [Diagnostic] = []
    _ = try renderer.bytes(of: file, reporting: &found)
    let reads = recorder.recorded.compactMap(Dependency.init(bits:))
    let template = renderer.page(of: file)?.template.text
    var parts = SheetFacts(site, file, template: template).parts
    let own = file.sheet.map { site.commons.site.sheets[$0].path }
    parts += DependencyFacts(site, reads, of: own).parts
    parts.append(try await state(of: file, site, context, elements))
    return .page(PageExplanation(path: file.path, parts: parts))
  }

  /// Tells whether the next build would make a file again, and why.
  private func state(
    of file: any Output, _ site: PreparedSite, _ context: PageContext, _ elements: ElementHashes
  ) async throws -> PageExplanation.Part {
    let title = LocalizedText(fr: "À la prochaine construction", en: "At the next build")
    func state(_ french: String, _ english: String) -> PageExplanation.Part {
      PageExplanation.Part(title: title, lines: [LocalizedText(fr: french, en: english)])
    }
    let recordFile = BuildRecordFile(request)
    guard let record = recordFile.read(), record.key.fits(request),
      let pages = recordFile.pages.read(record.beside.pages)
    else {
      return state(
        "tout sera fait : il n’y a pas de construction dont partir",
        "everything will be made: there is no build to start from")
    }
    let published = OutputFolder.place(of: request.output) + "/" + file.path
    if let stamp = record.output.files.stamp(of: file.path),
      stamp == .unknown || FileStamp.of(published) != stamp
    {
      return state(
        "elle sera refaite : le fichier publié a été changé ou supprimé",
        "it will be made again: the published file has been changed or removed")
    }
    let loaded = site.commons.site
    guard pages.declarations == loaded.declarations else {
      return state(
        "elle sera refaite : la configuration, un type, un vocabulaire ou des données ont changé",
        "it will be made again: the configuration, a type, a vocabulary or data have changed")
    }
    guard pages.theme == site.commons.frameHash else {
      return state(
        "elle sera refaite : le thème, ou ce que montrent les autres labs, a changé",
        "it will be made again: the theme, or what other labs show, has changed")
    }
    guard let known = pages[file.path]?.content else {
      return state("elle sera faite : elle est nouvelle", "it will be made: it is new")
    }
    let hashes = try await SiteHashStage(
      site.rendered, today: site.commons.site.today, elements, workers
    )
    .compute(after: pages.hashes)
    guard
      let changes = ChangedParts(
        pages, hashes, declarations: pages.declarations, theme: pages.theme)
    else { return state("elle sera refaite", "it will be made again") }
    let changed = known.reads.compactMap(Dependency.init(bits:)).filter(changes.hasChanged)
    if changed.isEmpty {
      return state(
        "elle restera telle quelle : rien de ce qu’elle lit n’a changé",
        "it will stay as it is: nothing that it reads has changed")
    }
    let own = file.sheet.map { loaded.sheets[$0].path }
    let names = DependencyFacts(pages.hashes, changed, of: own).lines
    return PageExplanation.Part(
      title: LocalizedText(
        fr: "À la prochaine construction, elle sera refaite, car ceci a changé",
        en: "At the next build it will be made again, as this has changed"),
      lines: names)
  }
}
