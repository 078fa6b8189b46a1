import SiteLoading
import ByteCoding
import ContentModel
import Diagnostics
package import SiteGraph

/// The hash of each part of a site that files read: a part whose hash is the same has not changed.
package struct SiteHashes: Sendable {
  /// The hash of the path of each sheet, which identifies it.
  package let sheets: [String]
  /// The hash of the id of each folder, which identifies it.
  package let folders: [String]
  /// The key of each tag, and of each word of other taxonomies with its folder, which identifies it.
  package let tags: [String]
  /// The numbers, by aspect, then by element.
  package private(set) var values: [[UInt64]]
  /// The hash of all that decides which sheets are alike.
  let relatednessHash: UInt64

  package init(
    sheets: [String], folders: [String], tags: [String], values: [[UInt64]], relatednessHash: UInt64
  ) {
    self.sheets = sheets
    self.folders = folders
    self.tags = tags
    self.values = values
    self.relatednessHash = relatednessHash
  }

  /// Adds the hashes of related sheets, which the pages that show them computed.
  package mutating func add(related: [(sheet: Int, hash: UInt64)]) {
    for (sheet, hash) in related {
      values[Int(Dependency.Aspect.related.rawValue)][sheet] = StableHash.of { $0.add(hash) }
    }
  }

  /// Returns the keys that identify the elements of an aspect from one build to the next; nil for those
  /// whose places never change.
  package func keys(of aspect: Dependency.Aspect) -> [String]? {
    switch aspect {
    case .section: folders
    case .tag: tags
    case .whole: nil
    default: sheets
    }
  }

  /// How many elements each aspect of a site has.
  package static func counts(_ site: SiteView) -> [Dependency.Aspect: Int] {
    var counts: [Dependency.Aspect: Int] = [:]
    for aspect in Dependency.Aspect.allCases where aspect.isOfSheets {
      counts[aspect] = site.sheets.count
    }
    counts[.section] = site.sections.sections.count
    counts[.tag] = site.terms.count
    counts[.whole] = Dependency.Whole.allCases.count
    return counts
  }
}
