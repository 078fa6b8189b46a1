import BuildCache
import Calendars
import ContentModel
public import Diagnostics
import Outputs
import Publishing
import SiteFiles
import SiteGraph
public import SiteLoading
import SourceHistory

/// Builds a site: load, link, plan, render, publish.
///
///     let request = BuildRequest(
///       source: source, output: output, builtInThemes: themes, today: today)
///     let report = try await SiteBuilder(request) { event in
///       if case .phase(let name) = event { print(name.english) }
///     }.build()
///     for diagnostic in report.diagnostics { print(diagnostic.message.english) }
public struct SiteBuilder: Sendable {
  /// What a build tells while it runs.
  public enum Event: Sendable {
    /// A phase has started; its name is for people.
    case phase(LocalizedText)
    /// Another build of the same site is running, and this one waits for its end.
    case waiting
  }

  private(set) var request: BuildRequest
  let workers: Workers
  let historyReader: HistoryReader
  let onEvent: @Sendable (Event) -> Void

  /// Creates a builder.
  ///
  /// - Parameter onEvent: Called as the build goes on.
  public init(_ request: BuildRequest, onEvent: @escaping @Sendable (Event) -> Void = { _ in }) {
    self.request = request
    workers = Workers(count: request.jobs)
    historyReader = HistoryReader(of: request.source, lastDay: request.today.description)
    self.onEvent = onEvent
  }

  /// The builder of the same site as of now.
  var atThisMoment: SiteBuilder {
    var builder = self
    builder.request = request.atThisMoment
    return builder
  }

  /// Returns whether the day has changed, in the time zone of the site, since a preview was made.
  package func hasAnotherDay(than preview: SitePreview) -> Bool {
    let site = preview.commons.site
    return request.atThisMoment.day(of: site.configuration) != site.today
  }

  /// Builds the site and publishes it, unless the content has errors.
  ///
  /// - Throws: ``EnvironmentFailure`` when something outside the source prevents it; the published
  ///   site is then what it was.
  public func build() async throws -> BuildReport {
    try await ReadFailures.watch { try await buildAfterLast() }
  }

  private func buildAfterLast() async throws -> BuildReport {
    var clock = PhaseClock()
    let recordFile = BuildRecordFile(request)
    let last = request.startsFromScratch ? nil : try await lastBuild(recordFile, &clock)
    if let last, last.isCurrent { return BuildReport(last.record, clock) }
    let record = last.flatMap { $0.record.key.fits(request) ? $0.record : nil }
    // Read beside the theme, the sheets first.
    let documents = Task {
      record.flatMap { recordFile.documents.read($0.beside.documents, source: $0.source) }
    }
    let pages = Task {
      _ = await documents.value
      return record.flatMap { recordFile.pages.read($0.beside.pages) }
    }
    let site = try await prepare(&clock, listing: last?.listing) {
      await documents.value.map { PreviousSite(sheets: $0, documents: $0) }
    }
    guard !site.hasErrors else { return site.report(clock, fileCount: 0) }
    let output = try await clock.measure("open") {
      try await PublishedSite(request.output) {
        // Another build may have published since.
        guard let last, last.metadata == recordFile.metadata else { return nil }
        return PublishedSite.Previous(output: last.record.output, isWhole: last.isWhole)
      } onWait: {
        onEvent(.waiting)
      }
    }
    defer { output.close() }
    let former = PreviousFiles(records: await pages.value, search: record?.beside.search)
    let made = try await make(site, into: output, after: former, &clock)
    guard !made.site.hasErrors else { return made.site.report(clock, fileCount: 0) }
    let version = try await clock.measure("publish") {
      onEvent(.phase(LocalizedText(fr: "publication", en: "publication")))
      try ReadFailures.check()
      return try await output.publish(made.site.plan.paths, workers) { recordFile.remove() }
    }
    await clock.measure("keep") {
      async let removed: Void = output.removeFormerVersion(workers)
      await keep(made, version, in: recordFile, after: former.records, await documents.value)
      await removed
    }
    return made.site.report(
      clock, fileCount: made.site.plan.fileCount, newFileCount: made.newFileCount,
      remains: [made, former, await documents.value, last])
  }

  /// Reads what the build before has left, and compares it with the disk.
  private func lastBuild(
    _ file: BuildRecordFile, _ clock: inout PhaseClock
  ) async throws -> PreviousBuild? {
    guard let metadata = file.metadata, let record = clock.measure("record", { file.read() })
    else { return nil }
    return await clock.measure("compare") {
      // What cannot be compared is read again, and reported then.
      let same = try? await record.compare(request, workers, historyReader)
      return PreviousBuild(
        record: record, metadata: metadata, isWhole: same?.isWhole ?? false,
        isCurrent: same?.isCurrent ?? false, listing: same?.listing)
    }
  }

  /// Keeps what the next build may take from this one.
  private func keep(
    _ made: MadeSite, _ version: OutputSnapshot, in file: BuildRecordFile,
    after pages: StoredPageRecords?, _ documents: StoredDocuments?
  ) async {
    // Without a record, the next build starts from scratch. Nothing would tell it that a library which
    // is missing has come.
    if documents?.isOutdated == true || made.site.lacksPictureLibrary { return }
    let site = made.site.commons.site
    let history = site.configuration.usesHistory ? site.history.state ?? "" : nil
    async let beside = keepBeside(made, in: file, after: pages, documents)
    let record = BuildRecord(
      key: BuildKey(request), day: site.today.daysSince1970,
      zone: site.configuration.timeZone?.id, history: history,
      folders: site.foldersRead, source: site.filesRead, output: version,
      pageCount: made.site.plan.pageCount,
      fileCount: made.site.plan.fileCount, diagnostics: made.site.raisedDiagnostics,
      beside: BuildRecord.Beside()
    ).encoded
    file.write(record, await beside)
  }

  private func keepBeside(
    _ made: MadeSite, in file: BuildRecordFile, after pages: StoredPageRecords?,
    _ documents: StoredDocuments?
  ) async -> BuildRecord.Beside {
    async let kept = file.documents.write(made.site.rendered, after: documents, workers)
    return BuildRecord.Beside(
      pages: made.records.flatMap { file.pages.write($0, after: pages) }, documents: await kept,
      search: made.words.flatMap { file.search.write($0.memory, pages: $0.pages) })
  }
}
