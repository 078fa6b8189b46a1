import ByteCoding
package import SearchIndexing
package import SiteFiles

/// Where the words of the builds into one published folder are kept.
package struct SearchStore: Sendable {
  private let file: LayeredFile

  /// The identity of the build that wrote the words on the disk.
  package struct Stamp: Sendable {
    package let file: LayeredFile.Stamp
    /// The hash of the addresses of the pages.
    package let pages: UInt64
  }

  /// What a build leaves for the next one.
  package enum Memory: Sendable {
    /// The words of the whole site.
    case base([UInt8])
    /// What has changed of them.
    case changes([UInt8], since: LayeredFile.Stamp)
  }

  /// - Parameter name: The name made from the path of the published folder.
  package init(_ cache: CacheFolder, name: String) {
    file = LayeredFile(cache, "search", name: name)
  }

  /// Opens the words that a build left; nil when they are not as it left them, or not of the same
  /// pages.
  package func open(_ stamp: Stamp?, pages: UInt64) -> (
    memory: IndexMemory, stamp: LayeredFile.Stamp
  )? {
    guard let stamp, stamp.pages == pages, stamp.file == file.stamp, let base = file.openBase(),
      let changes = try? file.readChanges(),
      let memory = try? IndexMemory(
        baseSize: base.size, changes: changes.isEmpty ? nil : changes, read: base.read)
    else { return nil }
    return (memory, stamp.file)
  }

  /// Keeps the words of a build; nil when they could not be written.
  package func write(_ memory: Memory, pages: UInt64) -> Stamp? {
    let stamp =
      switch memory {
      case .base(let bytes): try? file.write(base: bytes, changes: [])
      case .changes(let bytes, let since): try? file.write(changes: bytes, since: since)
      }
    return stamp.map { Stamp(file: $0, pages: pages) }
  }

  package func remove() { file.remove() }
}
