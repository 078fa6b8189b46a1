package import ByteCoding
import SiteFiles

/// What the files of a site were made from, as a build left it on the disk.
///
/// Two files hold it: one with the records of the whole site as it was once, and one with those that
/// have changed since and all that the records depend on.
package struct StoredPageRecords: Sendable {
  /// What the disk said of the two when they were read.
  package let stamp: LayeredFile.Stamp
  /// The digest of the configuration, the types, the vocabularies and the data.
  package let declarations: String
  /// The hash of the files of the theme.
  package let theme: UInt64
  package let hashes: SiteHashes
  /// The files of the site, in the order that they were planned in.
  package let paths: [String]
  /// What each was made from when the first of the two files was written.
  private let base: [PageRecord]
  /// What has changed since.
  private let changes: [Int: PageRecord]
  private let places: [String: Int]

  /// Reads what ``PageRecords/encodedBase`` and ``PageRecords/encodedChanges(_:)`` made.
  package init(
    base: [UInt8], changes: [UInt8], _ stamp: LayeredFile.Stamp
  ) throws(CorruptData) {
    self.stamp = stamp
    var reader = ByteReader(base)
    let files = try reader.list { reader throws(CorruptData) in
      (path: try reader.text(), record: PageRecord(in: base, at: try reader.slice().indices))
    }
    paths = files.map(\.path)
    self.base = files.map(\.record)
    places = Dictionary(zip(paths, paths.indices)) { first, _ in first }
    reader = ByteReader(changes)
    declarations = try reader.text()
    theme = try reader.wideNumber()
    hashes = try reader.siteHashes()
    let changed = try reader.list { reader throws(CorruptData) in
      (try reader.number(), PageRecord(in: changes, at: try reader.slice().indices))
    }
    self.changes = Dictionary(changed) { $1 }
  }

  /// Returns what a file was made from; nil when it was not made.
  package subscript(path: String) -> PageRecord? { places[path].map { changes[$0] ?? base[$0] } }

  /// Returns the files whose records are no longer those of the whole site, by their place; nothing
  /// when the site has other files.
  func changedFiles(in records: PageRecords) -> [Int]? {
    guard paths.elementsEqual(records.files.lazy.map(\.path)) else { return nil }
    return paths.indices.filter { base[$0].bytes != records.files[$0].record.bytes }
  }
}
