import ContentModel
public import Diagnostics
import Formats
import SourceHistory
import Theming

/// Builds a site: load, link, plan, render, publish.
public struct SiteBuilder: Sendable {
  /// What a build tells while it runs.
  public enum Event: Sendable {
    /// A phase has started; its name is for people.
    case phase(LocalizedText)
    /// Another build of the same site is running, and this one waits for its end.
    case waiting
  }

  private let request: BuildRequest
  private let workers: Workers
  private let historian: HistoryReader
  private let onEvent: @Sendable (Event) -> Void

  /// Creates a builder.
  ///
  /// - Parameter onEvent: Called as the build goes on.
  public init(_ request: BuildRequest, onEvent: @escaping @Sendable (Event) -> Void = { _ in }) {
    self.request = request
    workers = Workers(count: request.jobs)
    historian = HistoryReader(of: request.source, lastDay: request.today.description)
    self.onEvent = onEvent
  }

  /// Builds the site and publishes it, unless the content has errors.
  ///
  /// - Throws: ``EnvironmentFailure`` when something outside the source prevents it; the published
  ///   site is then what it was.
  public func build() async throws -> BuildReport {
    var clock = PhaseClock()
    let traceFile = TraceFile(request)
    let trace = request.startsFromScratch ? nil : clock.measure("trace") { traceFile.read() }
    if let trace, try await clock.measure("compare", { try await isCurrent(trace) }) {
      return BuildReport(trace, clock)
    }
    let site = try await prepare(&clock)
    guard !site.hasErrors else { return site.report(clock, fileCount: 0) }
    let output = try await PublishedSite(request.output, source: request.source) {
      onEvent(.waiting)
    }
    do {
      let report = try await render(site, &clock) { bytes, path in
        try output.write(bytes, to: path)
      } publish: { paths in
        onEvent(.phase(LocalizedText(fr: "publication", en: "publication")))
        traceFile.remove()
        try output.publish(paths)
      }
      if report.hasErrors {
        output.close()
      } else {
        try await clock.measure("keep") { try await keep(report, in: traceFile) }
      }
      return report
    } catch {
      output.close()
      throw error
    }
  }

  private func isCurrent(_ trace: BuildTrace) async throws -> Bool {
    // What cannot be compared is read again, and reported then.
    (try? await trace.isCurrent(request, workers)) ?? false
  }

  /// Keeps what the next build may take from this one.
  private func keep(_ report: BuildReport, in file: TraceFile) async throws {
    guard let site = report.site, let root = DiskFile.realPath(request.output) else { return }
    let files = site.plan.files.map(\.path) + [PublishedSite.manifestName]
    file.write(
      BuildTrace(
        key: BuildKey(request), day: request.today.daysSince1970,
        folders: site.commons.site.folders, source: site.commons.site.snapshot,
        output: try await OutputSnapshot(root: root, files: files, workers),
        pageCount: report.pageCount, fileCount: report.fileCount,
        diagnostics: report.diagnostics))
  }

  /// Does everything that a build does but for writing.
  ///
  /// - Parameters:
  ///   - auditsOutput: Whether to audit every page too, as it would be published. What a strict
  ///     site makes an error of does not prevent it.
  ///   - readsProse: Whether to say what could be better in the writing.
  public func check(
    auditsOutput: Bool = false, readsProse: Bool = false
  ) async throws -> BuildReport {
    var clock = PhaseClock()
    var site = try await prepare(&clock)
    if readsProse {
      onEvent(.phase(LocalizedText(fr: "vérification des textes", en: "check of the texts")))
      site.diagnostics += try await clock.measure("checks") {
        try await EditorialChecks(site: CheckedSite(site, today: request.today, workers))
          .run(workers)
      }
    }
    guard auditsOutput ? !site.isBroken : !site.hasErrors else {
      return site.report(clock, fileCount: 0)
    }
    let report = try await render(site, &clock) { _, _ in
    } publish: { _ in
    }
    guard auditsOutput, var made = report.site, !made.isBroken else { return report }
    onEvent(.phase(LocalizedText(fr: "vérification des pages", en: "audit of the pages")))
    let audit = OutputAudit(made, made.context(request, baseURL: try baseURL(of: made)), workers)
    made.diagnostics += try await clock.measure("audit") { try await audit.run() }
    return made.report(clock, fileCount: report.fileCount)
  }

  /// Loads, links and plans the site, so that its files can be made one by one.
  ///
  /// - Parameter last: The site as it was before: what has not changed is taken from it.
  /// - Throws: ``EnvironmentFailure`` when the source cannot be read.
  public func preview(after last: SitePreview? = nil) async throws -> SitePreview {
    var clock = PhaseClock()
    return SitePreview(try await prepare(&clock, after: last?.site), request, clock)
  }

  /// Loads, links and plans.
  ///
  /// - Parameter last: The site as it was before: what has not changed is taken from it.
  func prepare(
    _ clock: inout PhaseClock, after last: PreparedSite? = nil
  ) async throws -> PreparedSite {
    var diagnostics: [Diagnostic] = []
    onEvent(.phase(LocalizedText(fr: "lecture", en: "reading")))
    let loader = SiteLoader(
      request: request, workers: workers, historian: historian,
      memory: last?.commons.site.memory)
    let loaded = try await clock.measure("load") {
      try await loader.load(reporting: &diagnostics)
    }
    onEvent(.phase(LocalizedText(fr: "liens", en: "links")))
    let pictures = PictureStore(
      cache: PictureCache(source: request.source), after: last?.commons.pictures)
    let commons = clock.measure("link") {
      Commons(loaded, pictures: pictures, reporting: &diagnostics)
    }
    var missing: [Diagnostic] = []
    let templates = Templates(
      loaded.theme, types: loaded.types, hasSocialImages: loaded.configuration.hasSocialImages,
      reporting: &missing)
    // A theme with an error has no template at all, which says nothing more.
    if !diagnostics.contains(where: { $0.id.hasPrefix("theme.") }) { diagnostics += missing }
    checkMenus(commons, reporting: &diagnostics)
    if let text = loaded.configuration.baseURL, !BuildRequest.isBaseURL(text) {
      diagnostics.append(.unreadableBaseURL(text))
    }
    let stage = DocumentStage(
      commons: commons, workers: workers, isOffline: request.isOffline,
      collectsWords: request.isSearchable, memory: last?.documents)
    let documents = try await clock.measure("documents") {
      try await stage.render(reporting: &diagnostics)
    }
    let connections = clock.measure("connections") {
      Connections(commons, documents.documents.map(\.sheet), reporting: &diagnostics)
    }
    let hasAddress = (request.baseURL ?? loaded.configuration.baseURL) != nil
    let plan = clock.measure("plan") {
      SitePlan(commons, hasAddress: hasAddress, reporting: &diagnostics)
    }
    return PreparedSite(
      commons: commons, documents: documents, connections: connections, plan: plan,
      templates: templates, isStrict: request.isStrict || loaded.configuration.isStrict,
      diagnostics: diagnostics)
  }

  /// Makes every file and hands it over; publishes them unless one of them shows an error.
  private func render(
    _ site: PreparedSite, _ clock: inout PhaseClock,
    write: @escaping @Sendable ([UInt8], String) throws -> Void,
    publish: ([String]) throws -> Void
  ) async throws -> BuildReport {
    onEvent(.phase(LocalizedText(fr: "pages", en: "pages")))
    var site = site
    let baseURL = try baseURL(of: site)
    let context = site.context(request, baseURL: baseURL)
    // Made while the pages are: nothing in a page depends on them.
    let prepared = site
    async let made = prepared.wholeFiles(context)
    let found = try await clock.measure("render") {
      try await render(site.plan.files, context, site.templates, write: write)
    }
    site.diagnostics += found
    let whole = await made
    site.plan.add(whole, reporting: &site.diagnostics)
    guard !site.hasErrors else { return site.report(clock, fileCount: 0) }
    try clock.measure("publish") {
      for file in whole { try write(file.bytes, file.path) }
      try publish(site.plan.files.map(\.path))
    }
    return site.report(clock, fileCount: site.plan.files.count)
  }

  private func render(
    _ files: [PlannedFile], _ context: PageContext, _ templates: Templates,
    write: @escaping @Sendable ([UInt8], String) throws -> Void
  ) async throws -> [Diagnostic] {
    let commons = context.commons
    let budget =
      context.configuration.budget.isEmpty ? nil : PageBudget(commons, baseURL: context.baseURL)
    let found = try await workers.map(files.count) {
      FileRenderer(context, templates: templates)
    } _: { renderer, index in
      var found: [Diagnostic] = []
      let bytes = try renderer.bytes(of: files[index], reporting: &found)
      if let budget { found += budget.check(bytes, files[index], commons) }
      try write(bytes, files[index].path)
      return found
    }
    return Array(found.joined())
  }

  private func baseURL(of site: PreparedSite) throws -> BaseURL? {
    guard let text = request.baseURL ?? site.commons.site.configuration.baseURL else { return nil }
    guard let url = BaseURL(text) else {
      throw EnvironmentFailure(
        fr: "adresse du site illisible « \(text) » ; attendu : « https://exemple.fr/ »",
        en: "unreadable base URL “\(text)”; expected “https://example.org/”")
    }
    return url
  }

  private func checkMenus(_ commons: Commons, reporting diagnostics: inout [Diagnostic]) {
    let configuration = commons.site.configuration
    let known = commons.site.originals.map(\.id)
    for item in configuration.menu + configuration.footerMenu {
      let target = item.target == "index" ? "" : item.target
      let exists =
        target.hasPrefix("https://") || target.hasPrefix("http://")
        || commons.directory.index(ofID: target) != nil
        || commons.sections.section(withID: target) != nil
      if !exists {
        diagnostics.append(.unknownMenuTarget(item.target, known: known, at: item.location))
      }
    }
  }
}
