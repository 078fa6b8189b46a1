import ContentModel
import Diagnostics
import SourceHistory

/// What a build leaves for the next one: what it was made from, what it made, what it found.
struct BuildRecord: Sendable {
  let key: BuildKey
  /// The day of the build, in days since 1970.
  let day: Int
  /// What the history was read from, empty when it could not be read; nothing where it is not asked
  /// for.
  let history: String?
  /// The content folder and the theme that the configuration named.
  let folders: SourceFolders
  let source: SourceSnapshot
  /// What is published.
  let output: OutputSnapshot
  /// The version before, which stands by; nothing when none does.
  let standby: OutputSnapshot?
  let pageCount: Int
  let fileCount: Int
  let diagnostics: [Diagnostic]
  /// What was kept beside the trace.
  let beside: Beside

  /// What tells whether the files beside a trace are those of its build.
  struct Beside: Sendable {
    /// What the files were made from.
    var pages: LayeredFile.Stamp?
    /// The sheets and their documents.
    var archive: LayeredFile.Stamp?
    /// The words of the search.
    var search: SearchStore.Stamp?
  }

  /// Compares with the disk what a build was made from, and what it made.
  ///
  /// - Returns: Whether the published site is as it was published, whether a build now would publish
  ///   what is published, and the files of the source.
  func compare(
    _ request: BuildRequest, _ workers: Workers, _ historyReader: HistoryReader
  ) async throws -> (isWhole: Bool, isCurrent: Bool, listing: SourceListing?) {
    guard key.fits(request) else { return (false, false, nil) }
    async let isWhole = output.isWhole(at: StagingDirectory.place(of: request.output), workers)
    let listing = try await SourceListing(request, content: folders.content, workers)
    let isSame = await hasSameSource(listing, request, historyReader)
    return try await (isWhole, isWhole && isSame, listing)
  }

  private func hasSameSource(
    _ listing: SourceListing?, _ request: BuildRequest, _ historyReader: HistoryReader
  ) async -> Bool {
    guard let listing, day == request.today.daysSince1970, source.isSettled,
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

/// The build before, compared with the disk.
struct PreviousBuild: Sendable {
  let trace: BuildRecord
  /// What the disk said of the trace when it was read.
  let signature: FileSignature
  /// Whether the published site is as it was published.
  let isWhole: Bool
  /// Whether a build now would publish what is published.
  let isCurrent: Bool
  /// The files of the source, where they could be listed whole.
  let listing: SourceListing?
}

/// The folders that a site is read from.
struct SourceFolders: Sendable, Equatable {
  /// The content folder that the configuration names.
  let content: String?
  /// The folders of the theme.
  let themes: [String]
}
