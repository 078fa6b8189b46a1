import Glibc
import ImageProcessing
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

  /// Returns the picture with a key; nothing when there is none, or when its bytes have changed.
  func picture(_ key: String) -> DerivedPicture? {
    guard let bytes = try? DiskFile.read(pictures + "/" + key) else { return nil }
    return DerivedPicture(record: bytes)
  }

  /// Keeps a picture, whole or not at all; returns whether it is there.
  func store(_ picture: DerivedPicture, _ key: String) -> Bool {
    let unfinished = "\(pictures)/\(key).\(getpid())-\(number.add(1, ordering: .relaxed).newValue)"
    do {
      try makeFolder()
      try DiskFile.write(picture.record, to: unfinished)
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
