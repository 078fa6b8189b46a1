import ByteCoding
import Glibc
package import SiteFiles

/// Something that is kept from one build to the next in two files: the base, which is written seldom,
/// and what has changed since, which every build writes.
package struct LayeredFile: Sendable {
  /// The base is written anew when more than this share of what it holds has changed.
  private static let maxChanged = 0.25
  private static let changesEnding = ".changes"

  private let cache: CacheFolder
  private let folder: String
  private let name: String
  private let base: String
  private let changes: String

  /// What the disk says of the two: while it says the same, they are the same.
  package struct Stamp: Sendable, Equatable {
    package let base: FileMetadata
    package let changes: FileMetadata
  }

  /// - Parameters:
  ///   - folder: The folder of the cache that they are in.
  ///   - name: Their name in it.
  package init(_ cache: CacheFolder, _ folder: String, name: String) {
    self.cache = cache
    self.folder = folder
    self.name = name
    base = cache.path(of: folder) + "/" + name
    changes = base + Self.changesEnding
  }

  package var stamp: Stamp? {
    guard let base = FileMetadata.of(base), let changes = FileMetadata.of(changes) else {
      return nil
    }
    return Stamp(base: base, changes: changes)
  }

  /// Whether changes are few enough to be written beside a base.
  static func areFew(_ changes: Int, of total: Int) -> Bool {
    Double(changes) <= maxChanged * Double(total)
  }

  /// Reads the base; throws when it is not what was written.
  func readBase() throws -> [UInt8] { try DiskFile.read(base).verifyingChecksum() }

  /// Opens the base, to read parts of it, which are not known to be what was written.
  func openBase() -> OpenFile? { OpenFile(base, without: [UInt8].checksumLength) }

  /// Reads what has changed since the base was written; throws when it is not what was written.
  func readChanges() throws -> [UInt8] { try DiskFile.read(changes).verifyingChecksum() }

  /// Writes what has changed since the base was written; nothing is written, and nothing returned,
  /// when the base is no longer the one that it has changed from.
  package func write(changes bytes: [UInt8], since stamp: Stamp) throws(DiskFile.Failure) -> Stamp?
  {
    guard FileMetadata.of(base) == stamp.base else { return nil }
    try cache.write(bytes, bytes.seal, to: name + Self.changesEnding, in: folder)
    return self.stamp
  }

  /// Writes the base, and that nothing has changed since.
  package func write(base bytes: [UInt8], changes none: [UInt8]) throws(DiskFile.Failure) -> Stamp?
  {
    try cache.write(bytes, bytes.seal, to: name, in: folder)
    try cache.write(none, none.seal, to: name + Self.changesEnding, in: folder)
    return stamp
  }

  package func remove() {
    cache.remove(name, in: folder)
    cache.remove(name + Self.changesEnding, in: folder)
  }
}
