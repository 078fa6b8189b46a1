package import ByteCoding
import SiteFiles

/// Where the page records of the builds into one published folder are kept.
package struct PageRecordStore: Sendable {
  private let file: LayeredFile

  /// - Parameter name: The name made from the path of the published folder.
  init(_ cache: CacheFolder, name: String) {
    file = LayeredFile(cache, "pages", name: name)
  }

  /// Reads the records that a build left; nil when they are not as it left them.
  package func read(_ stamp: LayeredFile.Stamp?) -> StoredPageRecords? {
    guard let stamp, stamp == file.stamp, let base = try? file.readBase(),
      let changes = try? file.readChanges()
    else { return nil }
    return try? StoredPageRecords(base: base, changes: changes, stamp)
  }

  /// Keeps records.
  ///
  /// - Parameter last: Those of the build before.
  /// - Returns: What the disk says of them; nil when they could not be written.
  package func write(_ records: PageRecords, after last: StoredPageRecords?) -> LayeredFile.Stamp? {
    if let last, let changed = last.changedFiles(in: records),
      LayeredFile.areFew(changed.count, of: records.files.count),
      let stamp = try? file.write(changes: records.encodedChanges(changed), since: last.stamp)
    {
      return stamp
    }
    return try? file.write(base: records.encodedBase, changes: records.encodedChanges([]))
  }

  package func remove() { file.remove() }
}
