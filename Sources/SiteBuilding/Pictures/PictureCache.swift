import Crypto
import Glibc
import Synchronization

/// Pictures made ready by earlier builds, by a digest of all that they depend on.
///
/// A folder that cannot be written is no cache, and an entry that is damaged is none.
final class PictureCache: Sendable {
  /// The folder of a source folder that holds what can be made again, which is never content.
  static let folder = ".archipel"

  private let root: String
  private let number = Atomic<Int>(0)

  init(source: String) {
    root = source + "/" + Self.folder
  }

  private var pictures: String { root + "/images" }

  /// Returns what is kept under a key; nothing when there is none, or when its bytes have changed.
  func bytes(_ key: String) -> [UInt8]? {
    guard let sealed = try? DiskFile.read(pictures + "/" + key) else { return nil }
    let bytes = sealed.dropLast(SHA256.byteCount)
    guard SHA256.hash(data: bytes).elementsEqual(sealed[bytes.endIndex...]) else { return nil }
    return Array(bytes)
  }

  /// Keeps bytes under a key, whole or not at all; returns whether they are there.
  func store(_ bytes: [UInt8], _ key: String) -> Bool {
    let unfinished = "\(pictures)/\(key).\(getpid())-\(number.add(1, ordering: .relaxed).newValue)"
    do {
      try makeFolder()
      try DiskFile.write(bytes + SHA256.hash(data: bytes), to: unfinished)
      guard rename(unfinished, pictures + "/" + key) == 0 else {
        unlink(unfinished)
        return false
      }
      return true
    } catch {
      unlink(unfinished)
      return false
    }
  }

  /// Makes the folder, which asks of itself not to be kept with the source.
  private func makeFolder() throws(DiskFile.Failure) {
    if DiskFile.realPath(pictures) != nil { return }
    try DiskFile.makeFolder(pictures)
    try DiskFile.write(Array("*\n".utf8), to: root + "/.gitignore")
  }
}
