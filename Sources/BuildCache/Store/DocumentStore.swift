package import SiteFiles
package import SiteGraph
package import SiteLoading

/// Where the sheets and the documents of the builds into one published folder are kept.
package struct DocumentStore: Sendable {
  private let file: LayeredFile

  /// - Parameter name: The name made from the path of the published folder.
  init(_ cache: CacheFolder, name: String) {
    file = LayeredFile(cache, "sheets", name: name)
  }

  /// Reads the documents that a build left; nil when they are not as it left them.
  package func read(_ stamp: LayeredFile.Stamp?, source: SourceSnapshot) -> StoredDocuments? {
    guard let stamp, stamp == file.stamp, let base = try? file.readBase(),
      let changes = try? file.readChanges()
    else { return nil }
    return try? StoredDocuments(base: base, changes: changes, stamp, source: source)
  }

  /// Keeps the sheets and the documents of a site.
  ///
  /// - Parameter last: The documents that the site was made after.
  /// - Returns: What the disk says of it; nil when it could not be written.
  package func write(
    _ site: RenderedSite, after last: StoredDocuments?, _ workers: Workers
  ) async -> LayeredFile.Stamp? {
    let writer = DocumentsWriter(site)
    if let last {
      let (changed, gone) = (writer.changes(since: last), writer.gone(since: last))
      if LayeredFile.areFew(changed.count + gone.count, of: last.baseCount),
        let stamp = try? file.write(
          changes: writer.encoded(changed, without: gone), since: last.stamp)
      {
        return stamp
      }
    }
    guard let base = try? await writer.encoded(workers) else { return nil }
    return try? file.write(base: base, changes: writer.encoded([]))
  }

  package func remove() { file.remove() }
}
