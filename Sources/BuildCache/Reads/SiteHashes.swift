import SiteLoading
import ByteCoding
import ContentModel
import Diagnostics
package import SiteGraph

/// What stands for each part of a site that files may read: a part that has the same number as
/// before is the same.
package struct SiteHashes: Sendable {
  /// What tells one sheet from another: its path.
  package let sheets: [String]
  /// What tells one folder from another: its id.
  package let folders: [String]
  /// What tells one tag from another: its key.
  package let tags: [String]
  /// The numbers, by aspect, then by element.
  package private(set) var values: [[UInt64]]
  /// Stands for all that decides which sheets are alike.
  let likeness: UInt64

  package init(
    sheets: [String], folders: [String], tags: [String], values: [[UInt64]], likeness: UInt64
  ) {
    self.sheets = sheets
    self.folders = folders
    self.tags = tags
    self.values = values
    self.likeness = likeness
  }

  /// Adds what stands for the sheets like some, found as their pages were made.
  package mutating func add(related: [(sheet: Int, fingerprint: UInt64)]) {
    for (sheet, fingerprint) in related {
      values[Int(Dependency.Aspect.related.rawValue)][sheet] = StableHash.of { $0.add(fingerprint) }
    }
  }

  /// Returns what tells the elements of an aspect from one another; nothing for those that always
  /// have the same places.
  package func keys(of aspect: Dependency.Aspect) -> [String]? {
    switch aspect {
    case .section: folders
    case .tag: tags
    case .whole: nil
    default: sheets
    }
  }

  /// How many elements each aspect of a site has.
  package static func counts(_ commons: LinkedSite) -> [Dependency.Aspect: Int] {
    var counts: [Dependency.Aspect: Int] = [:]
    for aspect in Dependency.Aspect.allCases where aspect.isOfSheets {
      counts[aspect] = commons.site.sheets.count
    }
    counts[.section] = commons.sections.sections.count
    counts[.tag] = commons.tags.count
    counts[.whole] = Dependency.Whole.allCases.count
    return counts
  }
}
