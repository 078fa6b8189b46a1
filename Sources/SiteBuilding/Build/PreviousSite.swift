import BuildCache
import SiteGraph
import SiteLoading

/// A site as it was before, from which what has not changed is taken.
struct PreviousSite: Sendable {
  /// The sheets as they were read.
  let sheets: any SheetCache
  /// The documents as they were made, from the same sheets.
  let documents: any DocumentCache
}

/// The files of a site as they were made before; those that nothing has changed for are taken again.
struct PreviousFiles: Sendable {
  /// What they were made from.
  var traces: KeptPageTraces?
  /// The record of the words of the search.
  var search: SearchStore.Stamp?
}
