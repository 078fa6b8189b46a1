import Crypto
import SiteFiles

/// Pictures made ready by earlier builds, by a digest of all that they depend on.
///
/// Where the folder cannot be written nothing is kept, and a damaged entry is made again.
package final class PictureCache: Sendable {
  private static let folder = "images"

  private let cache: CacheFolder
  private let pictures: String

  package init(source: String) {
    cache = CacheFolder(source: source)
    pictures = cache.path(of: Self.folder)
  }

  /// Returns the bytes kept under a key; nil when the key is unknown, or the bytes have changed.
  package func bytes(_ key: String) -> [UInt8]? {
    guard let sealed = try? DiskFile.read(pictures + "/" + key) else { return nil }
    let bytes = sealed.dropLast(SHA256.byteCount)
    guard SHA256.hash(data: bytes).elementsEqual(sealed[bytes.endIndex...]) else { return nil }
    return Array(bytes)
  }

  /// Keeps bytes under a key, whole or not at all; returns whether they are there.
  package func store(_ bytes: [UInt8], _ key: String) -> Bool {
    do {
      try cache.write(bytes, Array(SHA256.hash(data: bytes)), to: key, in: Self.folder)
      return true
    } catch {
      return false
    }
  }
}
