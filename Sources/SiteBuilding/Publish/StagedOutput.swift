import Glibc
import Synchronization

/// The next version of a published site, made in an empty folder or from a version before.
final class StagedOutput: Sendable {
  private let root: String
  private let output: String
  /// What the folder holds at first; nothing when it is empty.
  private let start: OutputSnapshot?
  private let changes = Mutex(Changes())

  /// What has been done to the folder.
  ///
  /// Folders have a slash at their end; the root is empty.
  private struct Changes {
    /// The folders that have been made, or were there.
    var made: Set<String> = [""]
    /// The folders in which something came or went.
    var folders: Set<String> = []
    /// The files whose bytes are new, and what the disk says of them.
    var files: [String: FileStamp] = [:]
  }

  /// - Parameters:
  ///   - root: Where it is made; the folder is there.
  ///   - output: The published version.
  ///   - start: What the folder holds at first; nothing when it is empty.
  init(_ root: String, output: String, start: OutputSnapshot?) {
    self.root = root
    self.output = output
    self.start = start
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], to path: String) throws(DiskFile.Failure) {
    try makeRoom(for: path)
    let file = root + "/" + path
    try DiskFile.write(bytes, to: file)
    changes.withLock { $0.files[path] = FileStamp.of(file) }
  }

  /// Takes a file of the published version; returns whether it could.
  ///
  /// - Parameter stamp: What the disk says of the file.
  func take(_ path: String, _ stamp: FileStamp) throws(DiskFile.Failure) -> Bool {
    if let start, start.files.stamp(of: path) == stamp { return true }
    try makeRoom(for: path)
    return link(output + "/" + path, root + "/" + path) == 0
  }

  /// Removes what the version does not have, and returns all that it has.
  ///
  /// - Parameter files: The files of the version, and what the disk says of those that were taken.
  func finish(_ files: StampedPaths) throws(DiskFile.Failure) -> OutputSnapshot {
    var files = files
    let folders = files.folders
    try removeAll(but: files, folders)
    guard let folder = OpenFolder(root) else { throw DiskFile.Failure(code: errno, path: root) }
    let changes = changes.withLock { $0 }
    for (path, stamp) in changes.files { files.stamp(path, stamp) }
    let known = start?.folders ?? StampedPaths()
    var stamps: [FileStamp] = []
    stamps.reserveCapacity(folders.count)
    StampedPaths.merge(known, folders) { old, new in
      guard let new else { return }
      if let old, !changes.folders.contains(folders.path(at: new)) {
        stamps.append(known.stamps[old])
      } else {
        stamps.append(folders.stamp(at: new, below: folder))
      }
    }
    return OutputSnapshot(files: files, folders: folders.stamped(stamps))
  }

  /// Removes the files and folders that the folder held at first and the version does not have.
  private func removeAll(
    but files: StampedPaths, _ folders: StampedPaths
  ) throws(DiskFile.Failure) {
    guard let start else { return }
    var gone: [String] = []
    StampedPaths.merge(start.files, files) { old, new in
      if let old, new == nil { gone.append(start.files.path(at: old)) }
    }
    let goneFiles = gone.count
    StampedPaths.merge(start.folders, folders) { old, new in
      if let old, new == nil { gone.append(start.folders.path(at: old)) }
    }
    // Files first, then folders from those that hold no other.
    for path in gone[..<goneFiles] + gone[goneFiles...].reversed() {
      let place = root + "/" + path
      let isFolder = path.utf8.last == UInt8(ascii: "/")
      guard (isFolder ? rmdir(place) : unlink(place)) == 0 || Self.hasGone(errno) else {
        throw DiskFile.Failure(code: errno, path: place)
      }
      _ = changes.withLock { $0.folders.insert(Self.folder(of: path)) }
    }
  }

  /// Whether something could not be removed as it is no longer there, but what took its place.
  private static func hasGone(_ code: Int32) -> Bool {
    code == ENOENT || code == ENOTDIR || code == EISDIR
  }

  /// Makes the folders above a file, and removes what is in its place.
  private func makeRoom(for path: String) throws(DiskFile.Failure) {
    let folder = Self.folder(of: path)
    try changes.withLock { changes throws(DiskFile.Failure) in
      changes.folders.insert(folder)
      try make(folder, &changes)
    }
    guard let start else { return }
    if start.files.contains(path) {
      try removeFile(path)
    } else if start.folders.contains(path + "/") {
      try DiskFile.remove(root + "/" + path)
    }
  }

  /// Makes a folder, once; it is there when this returns, whoever made it.
  private func make(_ folder: String, _ changes: inout Changes) throws(DiskFile.Failure) {
    guard changes.made.insert(folder).inserted, start?.folders.contains(folder) != true
    else { return }
    let parent = Self.folder(of: folder)
    try make(parent, &changes)
    changes.folders.formUnion([parent, folder])
    let name = String(folder.dropLast())
    if let start, start.files.contains(name) { try removeFile(name) }
    guard mkdir(root + "/" + name, 0o755) == 0 else {
      throw DiskFile.Failure(code: errno, path: root + "/" + name)
    }
  }

  private func removeFile(_ path: String) throws(DiskFile.Failure) {
    let place = root + "/" + path
    guard unlink(place) == 0 || errno == ENOENT else {
      throw DiskFile.Failure(code: errno, path: place)
    }
  }

  /// Returns the folder that holds a file or a folder.
  private static func folder(of path: String) -> String {
    let path = path.hasSuffix("/") ? path.dropLast() : path[...]
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
