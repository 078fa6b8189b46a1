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
    package let base: FileSignature
    package let changes: FileSignature
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
    guard let base = FileSignature.of(base), let changes = FileSignature.of(changes) else {
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
    guard FileSignature.of(base) == stamp.base else { return nil }
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

/// A file that is open for reading.
final class OpenFile: Sendable {
  private let descriptor: Int32
  /// How many bytes it has, but for those at its end.
  package let size: Int

  /// Opens a file; nil when it is not there.
  ///
  /// - Parameter end: How many bytes at its end are not counted.
  init?(_ path: String, without end: Int) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = max(0, Int(status.st_size) - end)
  }

  deinit { close(descriptor) }

  /// Reads a part of the file.
  package func read(_ range: Range<Int>) throws(DiskFile.Failure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let read = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else {
          failure = read < 0 ? errno : EIO
          return
        }
        count += read
      }
    }
    guard failure == 0 else { throw DiskFile.Failure(code: failure, path: "") }
    return bytes
  }
}
