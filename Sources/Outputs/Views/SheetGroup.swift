import SiteLoading
import ContentModel
import SiteGraph
import TextEncoding

/// Sheets that share a value of a field.
struct SheetGroup {
  /// The value in anchors and addresses.
  package let id: String
  /// The value as readers see it.
  package let label: String
  /// What the value means.
  let definition: String?
  /// The sheets, in the order given.
  package var sheets: [Int]
  /// Whether it is made of the sheets that have no value.
  var isWithout = false

  /// The most sheets of one group that a view shows.
  static let maxShown = 60
}
