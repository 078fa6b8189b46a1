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

  let request: BuildRequest
  let workers: Workers
  let historian: HistoryReader
  let onEvent: @Sendable (Event) -> Void

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
    let last = request.startsFromScratch ? nil : try await lastBuild(traceFile, &clock)
    if let last, last.isCurrent { return BuildReport(last.trace, clock) }
    let trace = last.flatMap { $0.trace.key.fits(request) ? $0.trace : nil }
    // Read beside the theme, the sheets first.
    let archive = Task {
      trace.flatMap { traceFile.archive.read($0.beside.archive, source: $0.source) }
    }
    let pages = Task {
      _ = await archive.value
      return trace.flatMap { traceFile.pages.read($0.beside.pages) }
    }
    let site = try await prepare(&clock, listing: last?.listing) {
      await archive.value.map { FormerSite(sheets: $0, documents: $0) }
    }
    guard !site.hasErrors else { return site.report(clock, fileCount: 0) }
    let output = try await clock.measure("open") {
      try await PublishedSite(request, after: last, workers) { onEvent(.waiting) }
    }
    defer { output.close() }
    let former = FormerFiles(traces: await pages.value, search: trace?.beside.search)
    let made = try await make(site, into: output, after: former, &clock)
    guard !made.site.hasErrors else { return made.site.report(clock, fileCount: 0) }
    let versions = try clock.measure("publish") {
      onEvent(.phase(LocalizedText(fr: "publication", en: "publication")))
      return try output.publish(made.site.plan.paths)
    }
    await clock.measure("keep") {
      await keep(made, versions, in: traceFile, after: former.traces, await archive.value)
    }
    return made.site.report(
      clock, fileCount: made.site.plan.fileCount, newFileCount: made.newFileCount,
      remains: [made, former, await archive.value, last])
  }

  /// Reads what the build before has left, and compares it with the disk.
  private func lastBuild(
    _ file: TraceFile, _ clock: inout PhaseClock
  ) async throws -> LastBuild? {
    guard let signature = file.signature, let trace = clock.measure("trace", { file.read() })
    else { return nil }
    return await clock.measure("compare") {
      // What cannot be compared is read again, and reported then.
      let same = try? await trace.compare(request, workers, historian)
      return LastBuild(
        trace: trace, signature: signature, isWhole: same?.isWhole ?? false,
        isCurrent: same?.isCurrent ?? false, listing: same?.listing)
    }
  }

  /// Keeps what the next build may take from this one.
  private func keep(
    _ made: MadeSite, _ versions: PublishedSite.Versions, in file: TraceFile,
    after pages: KeptPageTraces?, _ archive: SiteArchive?
  ) async {
    // Without a trace, the next build starts from scratch.
    if archive?.isOutdated == true { return }
    let site = made.site.commons.site
    let history = site.configuration.usesHistory ? site.history.state ?? "" : nil
    async let beside = keepBeside(made, in: file, after: pages, archive)
    let trace = BuildTrace(
      key: BuildKey(request), day: request.today.daysSince1970, history: history,
      folders: site.folders, source: site.snapshot, output: versions.output,
      standby: versions.standby, pageCount: made.site.plan.pageCount,
      fileCount: made.site.plan.fileCount, diagnostics: made.site.raisedDiagnostics,
      beside: BuildTrace.Beside()
    ).encoded
    file.write(trace, await beside)
  }

  private func keepBeside(
    _ made: MadeSite, in file: TraceFile, after pages: KeptPageTraces?, _ archive: SiteArchive?
  ) async -> BuildTrace.Beside {
    async let kept = file.archive.write(made.site, after: archive, workers)
    return BuildTrace.Beside(
      pages: made.traces.flatMap { file.pages.write($0, after: pages) }, archive: await kept,
      search: made.words.flatMap { file.search.write($0.memory, pages: $0.pages) })
  }

  /// Checks that there is a site to build, without reading its sheets.
  ///
  /// - Throws: ``EnvironmentFailure`` when there is none.
  public func checkSource() throws {
    try SiteLoader(request: request, workers: workers, historian: historian).checkSource()
  }

  /// Loads, links and plans the site, so that its files can be made one by one.
  ///
  /// - Parameter last: The site as it was before: what has not changed is taken from it.
  /// - Throws: ``EnvironmentFailure`` when the source cannot be read.
  public func preview(after last: SitePreview? = nil) async throws -> SitePreview {
    var clock = PhaseClock()
    let former = (last?.site).map { site in
      FormerSite(
        sheets: ReadSheets(site.commons.site),
        documents: RenderedDocuments(site.documents, of: site.commons))
    }
    return SitePreview(
      try await prepare(&clock, pictures: last?.site.commons.pictures) { former }, request)
  }

  /// Loads, links and plans.
  ///
  /// - Parameters:
  ///   - pictures: The pictures as they were made before.
  ///   - listing: The files of the source, when they have just been listed.
  ///   - former: Returns the site as it was before.
  func prepare(
    _ clock: inout PhaseClock, pictures: PictureStore? = nil, listing: SourceListing? = nil,
    after former: @escaping @Sendable () async -> FormerSite? = { nil }
  ) async throws -> PreparedSite {
    var diagnostics: [Diagnostic] = []
    onEvent(.phase(LocalizedText(fr: "lecture", en: "reading")))
    let loader = SiteLoader(
      request: request, workers: workers, historian: historian, listing: listing,
      memory: { await former()?.sheets })
    let loaded = try await clock.measure("load") {
      try await loader.load(reporting: &diagnostics)
    }
    onEvent(.phase(LocalizedText(fr: "liens", en: "links")))
    let pictures = PictureStore(
      cache: PictureCache(source: request.source), after: pictures)
    let commons = await clock.measure("link") {
      await LinkedSite(loaded, pictures: pictures, reporting: &diagnostics)
    }
    var missing: [Diagnostic] = []
    let templates = Templates(
      loaded.theme, types: loaded.types, hasSocialImages: loaded.configuration.hasSocialImages,
      reporting: &missing)
    // A theme with an error has no template at all, which says nothing more.
    if !diagnostics.contains(where: { $0.id.hasPrefix("theme.") }) { diagnostics += missing }
    checkMenus(commons, reporting: &diagnostics)
    if let text = loaded.configuration.baseURL, !BuildRequest.isBaseURL(text) {
      diagnostics.append(
        .unreadableBaseURL(text, at: loaded.configuration.location(of: "base_url")))
    }
    let stage = DocumentStage(
      commons: commons, workers: workers, isOffline: request.isOffline,
      collectsWords: request.isSearchable,
      memory: await former()?.documents)
    let documents = try await clock.measure("documents") {
      try await stage.render(reporting: &diagnostics)
    }
    let hasAddress = (request.baseURL ?? loaded.configuration.baseURL) != nil
    async let planned = Self.plan(commons, hasAddress: hasAddress)
    let connections = clock.measure("connections") {
      Connections(commons, documents.documents.map(\.sheet), reporting: &diagnostics)
    }
    let (plan, collisions) = await planned
    diagnostics += collisions
    return PreparedSite(
      commons: commons, documents: documents, connections: connections, plan: plan,
      templates: templates, isStrict: request.isStrict || loaded.configuration.isStrict,
      diagnostics: diagnostics)
  }

  private static func plan(
    _ commons: LinkedSite, hasAddress: Bool
  ) -> (SitePlan, [Diagnostic]) {
    var found: [Diagnostic] = []
    let plan = SitePlan(commons, hasAddress: hasAddress, reporting: &found)
    return (plan, found)
  }

  /// A site whose files have been made.
  struct MadeSite {
    let site: PreparedSite
    /// What the files were made from; nothing when they were only checked.
    var traces: PageTraces?
    /// What the next build may take the search index from, and what stands for its pages.
    var words: (memory: SearchStore.Memory, pages: UInt64)?
    var newFileCount = 0
  }

  /// Makes every file, but for those of the published site that nothing has changed for.
  ///
  /// - Parameters:
  ///   - output: Where the files go; nothing when they are only checked.
  ///   - last: What the published site was made from.
  func make(
    _ prepared: PreparedSite, into output: PublishedSite?, after last: FormerFiles,
    _ clock: inout PhaseClock
  ) async throws -> MadeSite {
    onEvent(.phase(LocalizedText(fr: "pages", en: "pages")))
    var site = prepared
    let context = prepared.context(request, baseURL: try baseURL(of: prepared))
    let elements = output.map { _ in ElementNames(prepared.commons, prepared.connections) }
    var fingerprints: SiteFingerprints?
    if let elements {
      fingerprints = try await clock.measure("fingerprints") {
        try await FingerprintStage(prepared, context, elements, workers)
          .compute(after: last.traces?.fingerprints)
      }
    }
    let (declarations, theme) = (
      site.commons.site.declarations, site.commons.site.themeFingerprint
    )
    let stage = RenderStage(
      context: context, templates: site.templates, workers: workers, output: output,
      elements: elements,
      changes: fingerprints.flatMap {
        ChangedParts(last.traces, $0, declarations: declarations, theme: theme)
      })
    // Made while the pages are: nothing in a page depends on them.
    let former = last.traces.flatMap { $0.declarations == declarations ? $0.fingerprints : nil }
    async let wholeFiles = prepared.wholeFiles(context) { [fingerprints] in
      guard let output, let fingerprints else { return nil }
      return PublishedCatalogue(output, former, fingerprints)
    }
    let search = TraceFile(request).search
    let pages = prepared.commons.pageAddresses
    let searchStage = SearchStage(documents: prepared.documents, workers: workers, output: output) {
      search.open(last.search, pages: pages)
    }
    async let index = searchStage.run()
    let files = try await clock.measure("render") { try await stage.run(prepared.plan.files) }
    let (whole, made) = (await wholeFiles, try await index)
    site.diagnostics += files.flatMap(\.diagnostics)
    site.plan.add(
      beside: whole.map(\.path) + made.files.map(\.path),
      reporting: &site.diagnostics)
    guard let output, var fingerprints, !site.hasErrors else {
      return MadeSite(site: site)
    }
    for file in whole { try output.write(file.bytes, to: file.path) }
    for file in made.files {
      guard let bytes = file.bytes else { continue }
      try output.write(bytes, to: file.path)
    }
    fingerprints.add(related: files.flatMap(\.related))
    let traces = PageTraces(
      declarations: declarations, theme: theme, fingerprints: fingerprints,
      files: zip(prepared.plan.files, files).map { (path: $0.path, trace: $1.trace) })
    return MadeSite(
      site: site, traces: traces, words: made.memory.map { ($0, pages) },
      newFileCount: whole.count + made.files.count { $0.bytes != nil }
        + files.count(where: \.isNew))
  }

  func baseURL(of site: PreparedSite) throws -> BaseURL? {
    guard let text = request.baseURL ?? site.commons.site.configuration.baseURL else { return nil }
    guard let url = BaseURL(text) else {
      throw EnvironmentFailure(
        fr: "adresse du site illisible « \(text) » ; attendu : « https://exemple.fr/ »",
        en: "unreadable base URL “\(text)”; expected “https://example.org/”")
    }
    return url
  }

  private func checkMenus(_ commons: LinkedSite, reporting diagnostics: inout [Diagnostic]) {
    let configuration = commons.site.configuration
    let known = commons.site.originals.map(\.id)
    func exists(_ name: String) -> Bool {
      let target = name == "index" ? "" : name
      return target.hasPrefix("https://") || target.hasPrefix("http://")
        || commons.directory.index(ofID: target) != nil
        || commons.sections.section(withID: target) != nil
    }
    for item in configuration.menu + configuration.footerMenu where !exists(item.target) {
      diagnostics.append(.unknownMenuTarget(item.target, known: known, at: item.location))
    }
    if let page = configuration.accessibility, !exists(page) {
      let location = configuration.location(of: "accessibility")
      diagnostics.append(.unknownAccessibilityPage(page, known: known, at: location))
    }
  }
}
