import Glibc

/// Where the version of a site that was published before the last waits to become the next one.
///
/// Two versions of a large site share most of their files and folders: changing what differs costs
/// much less than making a folder anew and removing the other.
struct Standby: Sendable {
  static let folder = "standby"

  let cache: CacheFolder
  /// The name that the trace of the published folder has too.
  let name: String

  /// Where it is, or would be.
  var path: String { cache.path(of: Self.folder) + "/" + name }

  /// Moves the version to where the next one is made; false when it is not there or not as it was
  /// left, and then nothing is.
  ///
  /// Its files need no look: those that it shares with the published version have been compared with
  /// that, and no others are kept.
  func move(to place: String, _ snapshot: OutputSnapshot, _ workers: Workers) async -> Bool {
    // Compared once it is where nobody else looks for it.
    guard cache.isThere(Self.folder), rename(path, place) == 0 else { return false }
    if let isSame = try? await snapshot.folders.isSame(below: place, workers), isSame {
      return true
    }
    try? DiskFile.remove(place)
    return false
  }

  /// Takes a version that has just been replaced; returns whether it could, and leaves it where it is
  /// otherwise, on another file system for one.
  func take(_ former: String) -> Bool {
    remove()
    guard (try? cache.make(Self.folder)) != nil else { return false }
    return rename(former, path) == 0
  }

  /// Removes the version, where there is one.
  func remove() {
    cache.remove(name, in: Self.folder)
  }
}
