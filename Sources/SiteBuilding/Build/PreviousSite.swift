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
