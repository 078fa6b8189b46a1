import ContentModel
import Diagnostics
import Formats
import Outputs
import Proofreading
import SiteFiles
import SiteGraph
import SiteLoading
import Theming

extension SiteBuilder {
  /// Checks that there is a site to build, without reading its sheets.
  ///
  /// - Throws: ``EnvironmentFailure`` when there is none.
  public func checkSource() throws {
    try SiteLoader(request: request, workers: workers, historyReader: historyReader).checkSource()
  }

  /// Loads, links and plans the site, so that its files can be made one by one.
  ///
  /// - Parameter last: The site as it was before: what has not changed is taken from it.
  /// - Throws: ``EnvironmentFailure`` when the source cannot be read.
  public func preview(after last: SitePreview? = nil) async throws -> SitePreview {
    try await atThisMoment.previewOfItsDay(after: last)
  }

  private func previewOfItsDay(after last: SitePreview?) async throws -> SitePreview {
    let former = (last?.site).map { site in
      PreviousSite(
        sheets: ReadSheets(site.commons.site),
        documents: RenderedDocuments(site.rendered.documents, of: site.commons))
    }
    let site = try await ReadFailures.watch {
      var clock = PhaseClock()
      return try await prepare(&clock, last: last?.site) { former }
    }
    return SitePreview(site, request)
  }

  /// Loads, links and plans.
  ///
  /// - Parameters:
  ///   - last: The site as this program has prepared it before: its theme, its pictures and its plan
  ///     are taken where nothing has changed for them.
  ///   - listing: The files of the source, when they have just been listed.
  ///   - former: Returns the site as it was before.
  func prepare(
    _ clock: inout PhaseClock, last: PreparedSite? = nil, listing: SourceListing? = nil,
    after former: @escaping @Sendable () async -> PreviousSite? = { nil }
  ) async throws -> PreparedSite {
    var diagnostics: [Diagnostic] = []
    onEvent(.phase(LocalizedText(fr: "lecture", en: "reading")))
    let loader = SiteLoader(
      request: request, workers: workers, historyReader: historyReader, listing: listing,
      memory: { await former()?.sheets }, lastTheme: last?.commons.site.loadedTheme)
    let loaded = try await clock.measure("load") {
      try await loader.load(reporting: &diagnostics)
    }
    onEvent(.phase(LocalizedText(fr: "liens", en: "links")))
    let pictures = PictureStore(
      cache: PictureCache(source: request.source), after: last?.commons.pictures)
    let commons = await clock.measure("link") {
      let commons = await LinkedSite(loaded, pictures: pictures, reporting: &diagnostics)
      Self.check(commons, reporting: &diagnostics)
      return commons
    }
    var missing: [Diagnostic] = []
    let templates = Templates(
      loaded.theme, hasSocialImages: loaded.configuration.hasSocialImages, reporting: &missing)
    // A theme with an error has no template at all, which says nothing more.
    if !diagnostics.contains(where: { $0.id.hasPrefix("theme.") }) { diagnostics += missing }
    commons.checkMenus(of: commons.site.configuration, reporting: &diagnostics)
    commons.checkIdentity(reporting: &diagnostics)
    if let text = loaded.configuration.baseURL, !BuildRequest.isBaseURL(text) {
      diagnostics.append(
        .unreadableBaseURL(text, at: loaded.configuration.location(of: "base_url")))
    }
    let stage = DocumentStage(
      commons: commons, workers: workers, isOffline: request.options.isOffline,
      collectsWords: request.options.isSearchable,
      memory: await former()?.documents)
    let documents = try await clock.measure("documents") {
      try await stage.render(reporting: &diagnostics)
    }
    let hasAddress = (request.options.baseURL ?? loaded.configuration.baseURL) != nil
    async let planned = Self.plan(commons, hasAddress: hasAddress, after: last?.plan)
    let connections = clock.measure("connections") {
      Connections(commons, documents.documents.map(\.sheet))
    }
    let (plan, collisions) = await planned
    diagnostics += collisions
    let prepared = PreparedSite(
      rendered: RenderedSite(commons: commons, documents: documents, connections: connections),
      plan: plan,
      templates: templates, isStrict: request.options.isStrict || loaded.configuration.isStrict,
      diagnostics: diagnostics)
    var site = prepared
    site.diagnostics += try await clock.measure("anchors") {
      try await danglingAnchors(in: prepared).bounded()
    }
    return site
  }

  /// Reports what is wrong with the sheets of a site, once they are linked.
  private static func check(_ commons: LinkedSite, reporting diagnostics: inout [Diagnostic]) {
    commons.checkLicences(reporting: &diagnostics)
    commons.checkViews(reporting: &diagnostics)
    commons.checkLanguageFolders(reporting: &diagnostics)
    commons.checkSequences(reporting: &diagnostics)
    commons.checkCanvases(reporting: &diagnostics)
    commons.checkTaxonomies(reporting: &diagnostics)
  }

  /// Reports links to places that their pages do not have; the pages in doubt are made for it.
  private func danglingAnchors(in site: PreparedSite) async throws -> [Diagnostic] {
    let check = AnchorCheck(site.rendered)
    guard check.needsPages else { return [] }
    let context = site.context(request, baseURL: nil)
    var files: [Int: SheetPage] = [:]
    for case let page as SheetPage in site.plan.files where page.number == 1 {
      files[page.index] = page
    }
    return try await check.findings(workers) { [files] index in
      // Without a template there is no page, which has been reported.
      guard let file = files[index],
        site.templates.sheet(site.commons.site.sheets[index]) != nil
      else { return nil }
      var renderer = FileRenderer(context, templates: site.templates)
      var unused: [Diagnostic] = []
      return try renderer.bytes(of: file, reporting: &unused)
    }
  }

  private static func plan(
    _ commons: LinkedSite, hasAddress: Bool, after last: SitePlan?
  ) -> (SitePlan, [Diagnostic]) {
    var found: [Diagnostic] = []
    let plan = SitePlan(
      SiteView(commons), hasAddress: hasAddress, after: last, reporting: &found)
    return (plan, found)
  }
}
