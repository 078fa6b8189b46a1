import BuildCache
import SiteGraph
import SiteLoading

/// The files of a site as they were made before; those that nothing has changed for are taken again.
struct PreviousFiles: Sendable {
  /// What they were made from.
  var records: StoredPageRecords?
  /// The record of the words of the search.
  var search: SearchStore.Stamp?
}
