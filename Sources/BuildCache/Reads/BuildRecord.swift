import Calendars
import ContentModel
package import Diagnostics
package import Publishing
package import SiteFiles
package import SiteLoading
package import SourceHistory

/// What a build leaves for the next one: what it was made from, what it made, what it found.
package struct BuildRecord: Sendable {
  package let key: BuildKey
  /// The day of the build, in days since 1970.
  package let day: Int
  /// The time zone that the site named.
  package let zone: String?
  /// What the history was read from, empty when it could not be read; nil where it is not asked
  /// for.
  package let history: String?
  /// The content folder and the theme that the configuration named.
  package let folders: SourceFolders
  package let source: SourceSnapshot
  /// What is published.
  package let output: OutputSnapshot
  package let pageCount: Int
  package let fileCount: Int
  package let diagnostics: [Diagnostic]
  /// What was kept beside the record.
  package let beside: Beside

  /// The stamps of the files beside the record: another build that wrote them left others.
  package struct Beside: Sendable {
    /// What the files were made from.
    package var pages: LayeredFile.Stamp?
    /// The sheets and their documents.
    package var documents: LayeredFile.Stamp?
    /// The words of the search.
    package var search: SearchStore.Stamp?

    package init(
      pages: LayeredFile.Stamp? = nil, documents: LayeredFile.Stamp? = nil,
      search: SearchStore.Stamp? = nil
    ) {
      self.pages = pages
      self.documents = documents
      self.search = search
    }
  }

  package init(
    key: BuildKey, day: Int, zone: String?, history: String?, folders: SourceFolders,
    source: SourceSnapshot,
    output: OutputSnapshot, pageCount: Int, fileCount: Int, diagnostics: [Diagnostic],
    beside: Beside
  ) {
    self.key = key
    self.day = day
    self.zone = zone
    self.history = history
    self.folders = folders
    self.source = source
    self.output = output
    self.pageCount = pageCount
    self.fileCount = fileCount
    self.diagnostics = diagnostics
    self.beside = beside
  }

  /// Compares with the disk what a build was made from, and what it made.
  ///
  /// - Returns: Whether the published site is as it was published, whether a build now would publish
  ///   what is published, and the files of the source.
  package func compare(
    _ request: BuildRequest, _ workers: Workers, _ historyReader: HistoryReader
  ) async throws -> (isWhole: Bool, isCurrent: Bool, listing: SourceListing?) {
    guard key.fits(request) else { return (false, false, nil) }
    async let isWhole = output.isWhole(at: OutputFolder.place(of: request.output), workers)
    let listing = try await SourceListing(request, content: folders.content, workers)
    let isSame = await hasSameSource(listing, request, historyReader)
    return try await (isWhole, isWhole && isSame, listing)
  }

  private func hasSameSource(
    _ listing: SourceListing?, _ request: BuildRequest, _ historyReader: HistoryReader
  ) async -> Bool {
    // The configuration is compared with the rest: the zone that it named, it names.
    let today = request.day(in: zone.flatMap { CalendarZone(id: $0) })
    guard let listing, day == today.daysSince1970, source.isSettled,
      !StagingDirectory.isThere(beside: request.output)
    else {
      return false
    }
    if let history, await historyReader.state() != history { return false }
    // A folder without a configuration is no site any more once that of another site holds it.
    let root = request.source
    guard
      DiskFile.realPath(root + "/" + SourceName.configuration) != nil
        || EnclosingSite.root(around: root) == nil
    else { return false }
    return SourceSnapshot(listing, folders) == source
  }
}
