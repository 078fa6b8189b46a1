package import ContentModel
import SiteFiles
import Synchronization

/// The files of a source folder whose texts sheets include, each read once in a run.
///
/// They lie anywhere in the source, be it outside of the content; no symbolic link is followed.
package final class IncludedFiles: Sendable {
  /// What came of reading a file.
  package enum Outcome: Sendable {
    case text(IncludableText)
    case missing
    /// It lies outside of the source or in a hidden part, or a symbolic link leads to it.
    case outside
    /// It is no text, or too long.
    case unreadable
  }

  /// The longest file that is included, in bytes.
  private static let maxBytes = 1 << 20

  private let root: String
  private let read = Mutex<[String: (outcome: Outcome, metadata: FileMetadata?)]>([:])

  /// - Parameter root: The source folder.
  package init(root: String) {
    self.root = root
  }

  /// Returns the text of a file.
  ///
  /// - Parameter path: Its path relative to the source folder, without `..`.
  package func text(of path: String) -> Outcome {
    if let known = read.withLock({ $0[path]?.outcome }) { return known }
    let found = load(path)
    return read.withLock { read in
      // Whoever came first is believed by all.
      if let known = read[path]?.outcome { return known }
      read[path] = found
      return found.outcome
    }
  }

  /// The paths that were asked for on the disk, in their order, whether the files are there or not.
  package var diskPaths: [String] { read.withLock { $0.keys.sorted() }.map(diskPath) }

  /// What the disk said of the files that are there, in the same order.
  package var entries: [SourceSnapshot.Entry] {
    let read = read.withLock { $0 }
    return read.keys.sorted().compactMap { path in
      guard let (outcome, metadata) = read[path] else { return nil }
      if case .missing = outcome { return nil }
      return SourceSnapshot.Entry(path: diskPath(path), metadata: metadata)
    }
  }

  private func diskPath(_ path: String) -> String { root + "/" + path }

  private func load(_ path: String) -> (outcome: Outcome, metadata: FileMetadata?) {
    let parts = path.split(separator: "/")
    guard !parts.contains(where: { $0.hasPrefix(".") }) else { return (.outside, nil) }
    let diskPath = diskPath(path)
    do {
      guard let boundary = SourceBoundary(around: root), let realRoot = DiskFile.realPath(root),
        let real = DiskFile.realPath(diskPath)
      else { return (.missing, nil) }
      guard real.utf8.elementsEqual((realRoot + "/" + path).utf8) else { return (.outside, nil) }
      let (bytes, metadata) = try DiskFile.readWithMetadata(
        diskPath, inside: boundary, atMost: Self.maxBytes)
      guard let text = IncludableText(bytes, isSheet: SourceName.isSheet(parts.last ?? "")) else {
        return (.unreadable, metadata)
      }
      return (.text(text), metadata)
    } catch {
      if error.isMissing { return (.missing, nil) }
      if error.isOutside { return (.outside, nil) }
      ReadFailures.note(error)
      return (.unreadable, nil)
    }
  }
}
