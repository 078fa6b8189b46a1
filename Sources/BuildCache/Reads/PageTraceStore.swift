package import ByteCoding
import SiteFiles

/// Where the page traces of the builds into one published folder are kept.
package struct PageTraceStore: Sendable {
  private let file: LayeredFile

  /// - Parameter name: The name made from the path of the published folder.
  init(_ cache: CacheFolder, name: String) {
    file = LayeredFile(cache, "pages", name: name)
  }

  /// Reads the traces that a build left; nil when they are not as it left them.
  package func read(_ stamp: LayeredFile.Stamp?) -> KeptPageTraces? {
    guard let stamp, stamp == file.stamp, let base = try? file.readBase(),
      let changes = try? file.readChanges()
    else { return nil }
    return try? KeptPageTraces(base: base, changes: changes, stamp)
  }

  /// Keeps traces.
  ///
  /// - Parameter last: Those of the build before.
  /// - Returns: What the disk says of them; nil when they could not be written.
  package func write(_ traces: PageTraces, after last: KeptPageTraces?) -> LayeredFile.Stamp? {
    if let last, let changed = last.changedFiles(in: traces),
      LayeredFile.areFew(changed.count, of: traces.files.count),
      let stamp = try? file.write(changes: traces.encodedChanges(changed), since: last.stamp)
    {
      return stamp
    }
    return try? file.write(base: traces.encodedBase, changes: traces.encodedChanges([]))
  }

  package func remove() { file.remove() }
}
