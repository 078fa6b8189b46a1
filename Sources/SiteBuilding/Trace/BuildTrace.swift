import ContentModel
import Diagnostics
import SourceHistory

/// What a build leaves for the next one: what it was made from, what it made, what it found.
struct BuildTrace: Sendable {
  let key: BuildKey
  /// The day of the build, in days since 1970.
  let day: Int
  /// The commit that the history was read up to; nothing where it is not asked for.
  let commit: String?
  /// The content folder and the theme that the configuration named.
  let folders: SourceFolders
  let source: SourceSnapshot
  let output: OutputSnapshot
  let pageCount: Int
  let fileCount: Int
  let diagnostics: [Diagnostic]
  /// What the files were made from.
  let pages: PageTraces?

  /// Whether a build now would publish what is published.
  func isCurrent(
    _ request: BuildRequest, _ workers: Workers, _ historian: HistoryReader
  ) async throws -> Bool {
    guard day == request.today.daysSince1970, key.fits(request), source.isSettled,
      !PublishedSite.isBeingMade(request.output)
    else {
      return false
    }
    if let commit, await historian.commit() != commit { return false }
    async let isWhole = output.isWhole(workers)
    guard let now = try await SourceSnapshot(request, folders, workers), now == source else {
      return false
    }
    return try await isWhole
  }
}

/// The folders that a site is read from.
struct SourceFolders: Sendable, Equatable {
  /// The content folder that the configuration names.
  let content: String?
  /// The folders of the theme.
  let themes: [String]
}
