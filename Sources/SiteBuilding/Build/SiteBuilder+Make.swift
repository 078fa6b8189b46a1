import SiteLoading
import Outputs
import BuildCache
import ContentModel
import Diagnostics
import Formats
import Publishing
import SiteFiles
import SiteGraph

extension SiteBuilder {
  /// A site whose files have been made.
  struct MadeSite {
    let site: PreparedSite
    /// What the files were made from; nil when they were only checked.
    var records: PageRecords?
    /// The index of the search for the next build to start from, and the hash of the pages in it.
    var words: (memory: SearchStore.Memory, pages: UInt64)?
    var newFileCount = 0
  }

  /// Makes every file, but for those of the published site that nothing has changed for.
  ///
  /// - Parameters:
  ///   - output: Where the files go; nil when they are only checked.
  ///   - last: What the published site was made from.
  func make(
    _ prepared: PreparedSite, into output: PublishedSite?, after last: PreviousFiles,
    _ clock: inout PhaseClock
  ) async throws -> MadeSite {
    onEvent(.phase(LocalizedText(fr: "pages", en: "pages")))
    var site = prepared
    let context = prepared.context(request, baseURL: try baseURL(of: prepared))
    let elements = output.map { _ in ElementHashes(prepared.commons, prepared.rendered.connections)
    }
    var hashes: SiteHashes?
    if let elements {
      hashes = try await clock.measure("hashes") {
        try await SiteHashStage(
          prepared.rendered, today: prepared.commons.site.today, elements, workers
        )
        .compute(after: last.records?.hashes)
      }
    }
    let (declarations, theme) = (site.commons.site.declarations, site.commons.frameHash)
    let stage = RenderStage(
      context: context, templates: site.templates, workers: workers, output: output,
      elements: elements,
      changes: hashes.flatMap {
        ChangedParts(last.records, $0, declarations: declarations, theme: theme)
      })
    // Made while the pages are: nothing in a page depends on them.
    let former = last.records.flatMap { $0.declarations == declarations ? $0.hashes : nil }
    let addresses = prepared.plan.formerAddresses
    async let wholeFiles = context.wholeFiles(former: addresses) { [hashes] in
      guard let output, let hashes else { return nil }
      return PublishedCatalogue(output, former, hashes, listed: prepared.view.listedSheets)?.entry
    }
    let search = BuildRecordFile(request).search
    let pages = prepared.commons.pageAddresses
    let searchStage = SearchStage(
      documents: prepared.rendered.documents, folder: prepared.commons.layout.indexFolder,
      workers: workers, synonyms: prepared.commons.site.synonyms.groups, output: output
    ) {
      search.open(last.search, pages: pages)
    }
    async let index = searchStage.run()
    let federatedStage = FederatedSearchStage(
      commons: prepared.commons, workers: workers, output: output, isKnown: last.records != nil)
    let isSearchable = request.options.isSearchable
    async let federated = isSearchable ? federatedStage.run() : []
    let files = try await clock.measure("render") { try await stage.run(prepared.plan.files) }
    let (whole, made, others) = (await wholeFiles, try await index, try await federated)
    site.diagnostics += files.flatMap(\.diagnostics)
    let added = site.plan.add(
      beside: whole.map(\.path) + made.files.map(\.path) + others.map(\.path),
      reporting: &site.diagnostics)
    guard let output, var hashes, !site.hasErrors else {
      return MadeSite(site: site)
    }
    for file in whole where added.contains(file.path) {
      try output.write(file.bytes, to: file.path)
    }
    for file in made.files + others {
      guard let bytes = file.bytes else { continue }
      try output.write(bytes, to: file.path)
    }
    hashes.add(related: files.flatMap(\.related))
    let records = PageRecords(
      declarations: declarations, theme: theme, hashes: hashes,
      files: zip(prepared.plan.files, files).map { (path: $0.path, record: $1.record) })
    return MadeSite(
      site: site, records: records, words: made.memory.map { ($0, pages) },
      newFileCount: whole.count + (made.files + others).count { $0.bytes != nil }
        + files.count(where: \.isNew))
  }

  func baseURL(of site: PreparedSite) throws -> BaseURL? {
    let configured = site.commons.site.configuration.baseURL
    guard let text = request.options.baseURL ?? configured else { return nil }
    guard let url = BaseURL(text) else {
      throw EnvironmentFailure(
        fr: "adresse du site illisible « \(text) » ; attendu : « https://exemple.fr/ »",
        en: "unreadable base URL “\(text)”; expected “https://example.org/”")
    }
    return url
  }
}
