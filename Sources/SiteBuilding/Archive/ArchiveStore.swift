import ByteCoding
import Glibc

/// Where the sheets and the documents of the builds into one published folder are kept.
struct ArchiveStore: Sendable {
  static let folder = "sheets"

  /// The file of the whole site is written anew when more than this share of its sheets has changed.
  private static let mostChanged = 0.25

  private let cache: CacheFolder
  private let base: String
  private let changes: String

  /// - Parameter name: What stands for the published folder.
  init(_ cache: CacheFolder, name: String) {
    self.cache = cache
    base = cache.path(of: Self.folder) + "/" + name
    changes = base + ".changes"
  }

  /// What the disk says of the files of an archive: while it says the same, they are the same.
  struct Stamp: Sendable, Equatable {
    let base: FileSignature
    let changes: FileSignature
  }

  /// Reads the archive that a build left; nothing when it is not as it left it.
  func read(_ stamp: Stamp?, source: SourceSnapshot) -> SiteArchive? {
    guard let stamp, stamp == self.stamp, let base = try? DiskFile.read(base),
      let changes = try? DiskFile.read(changes)
    else { return nil }
    return try? SiteArchive(base: base, changes: changes, stamp, source: source)
  }

  /// Keeps the sheets and the documents of a site.
  ///
  /// - Parameter last: The archive that the site was made after.
  /// - Returns: What the disk says of it; nothing when it could not be written.
  func write(_ site: PreparedSite, after last: SiteArchive?, _ workers: Workers) async -> Stamp? {
    let writer = ArchiveWriter(site)
    do {
      try cache.make(Self.folder)
      // Another build may have written it anew since this one read it.
      if let last, last.stamp.base == FileSignature.of(base) {
        let changed = writer.changes(since: last)
        if Double(changed.count) <= Self.mostChanged * Double(last.baseCount) {
          try replace(changes, with: writer.encoded(changed))
          return stamp
        }
      }
      try replace(base, with: try await writer.encoded(workers))
      try replace(changes, with: writer.encoded([]))
      return stamp
    } catch {
      // The next build reads everything.
      return nil
    }
  }

  /// Removes the archive.
  func remove() {
    unlink(base)
    unlink(changes)
  }

  private var stamp: Stamp? {
    guard let base = FileSignature.of(base), let changes = FileSignature.of(changes) else {
      return nil
    }
    return Stamp(base: base, changes: changes)
  }

  /// Writes a file anew, so that it never is what it was with other bytes.
  private func replace(_ path: String, with bytes: [UInt8]) throws(DiskFile.Failure) {
    let unfinished = path + ".\(getpid())"
    do {
      try DiskFile.write(bytes, to: unfinished)
    } catch {
      unlink(unfinished)
      throw error
    }
    guard rename(unfinished, path) == 0 else {
      let code = errno
      unlink(unfinished)
      throw DiskFile.Failure(code: code, path: path)
    }
  }
}
