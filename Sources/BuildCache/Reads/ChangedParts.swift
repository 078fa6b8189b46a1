import ByteCoding
package import Diagnostics
package import SiteGraph

/// Which parts of a site have changed since its files were made.
package struct ChangedParts: Sendable {
  private let records: StoredPageRecords
  /// The place that each element has now, by aspect; nil when it is gone or has changed.
  private let places: [[Int?]]
  /// Whether each element has the place that it had.
  private let areInPlace: Bool

  /// Compares a site with what it was; nil when everything must be made again.
  package init?(
    _ records: StoredPageRecords?, _ hashes: SiteHashes, declarations: String, theme: UInt64
  ) {
    guard let records, records.declarations == declarations, records.theme == theme else {
      return nil
    }
    self.records = records
    let last = records.hashes
    let haveSameSheets = last.sheets == hashes.sheets
    let haveSameFolders = last.folders == hashes.folders
    let haveSameTags = last.tags == hashes.tags
    areInPlace = haveSameSheets && haveSameFolders && haveSameTags
    places = Dependency.Aspect.allCases.map { aspect in
      let number = Int(aspect.rawValue)
      let (old, new) = (last.values[number], hashes.values[number])
      let haveSameKeys =
        switch aspect {
        case .section: haveSameFolders
        case .tag: haveSameTags
        case .whole: true
        default: haveSameSheets
        }
      guard !haveSameKeys, let keys = last.keys(of: aspect),
        let newKeys = hashes.keys(of: aspect)
      else {
        return old.indices.map { $0 < new.count && old[$0] == new[$0] ? $0 : nil }
      }
      let places = Dictionary(zip(newKeys, newKeys.indices)) { first, _ in first }
      return zip(keys, old).map { key, value in
        places[key].flatMap { new[$0] == value ? $0 : nil }
      }
    }
  }

  /// Returns the record of a file with the places that its reads have now; nil when one of them
  /// has changed, or when the file was of another kind or not made.
  package func record(of path: String, kind: Int) -> (
    record: PageRecord, diagnostics: [Diagnostic]
  )? {
    guard let record = records[path], let content = record.content, content.kind == kind else {
      return nil
    }
    var reads: [UInt32] = []
    for bits in content.reads {
      guard let read = Dependency(bits: bits), let place = place(of: read) else { return nil }
      if !areInPlace { reads.append(Dependency(read.aspect, place).bits) }
    }
    if areInPlace { return (record, content.diagnostics) }
    return (
      PageRecord(kind: kind, reads: reads, diagnostics: content.diagnostics), content.diagnostics
    )
  }

  /// Returns whether a part, as it was numbered then, is no longer the same.
  package func hasChanged(_ read: Dependency) -> Bool { place(of: read) == nil }

  private func place(of read: Dependency) -> Int? {
    let places = places[Int(read.aspect.rawValue)]
    return places.indices.contains(read.element) ? places[read.element] : nil
  }
}
