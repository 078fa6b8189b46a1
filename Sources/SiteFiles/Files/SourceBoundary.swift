import Glibc

/// The folder that the files of a site lie in: no symbolic link leads a reader out of it, nor into a
/// hidden part of it such as `.git`.
package struct SourceBoundary: Sendable {
  /// The folders whose names start with a dot and which are published.
  private static let shownFolders = [".well-known"]

  /// The folder, symbolic links followed, with a slash at its end.
  private let root: String

  /// Returns the boundary around a folder; nil when the folder is not there.
  package init?(around folder: String) {
    guard let real = DiskFile.realPath(folder) else { return nil }
    root = real == "/" ? real : real + "/"
  }

  /// Whether a path lies inside, and in no hidden part.
  ///
  /// - Parameter path: A path with every symbolic link followed.
  package func holds(_ path: String) -> Bool {
    let path = path + "/"
    guard path.utf8.starts(with: root.utf8) else { return false }
    return path.utf8.dropFirst(root.utf8.count).split(separator: UInt8(ascii: "/"))
      .allSatisfy { part in
        part.first != UInt8(ascii: ".")
          || Self.shownFolders.contains { part.elementsEqual($0.utf8) }
      }
  }

  /// Whether a file lies inside, asked once it is open: whatever becomes of its path, the answer is
  /// about the file that is read.
  package func holds(
    _ descriptor: Int32, opened path: String
  ) throws(DiskFile.Failure) -> Bool {
    // Without `/proc`, the path is asked, and must still lead to the file.
    if let place = Self.place(of: descriptor) { return holds(place) }
    guard let real = DiskFile.realPath(path) else { return false }
    var (opened, named) = (stat(), stat())
    guard fstat(descriptor, &opened) == 0, stat(real, &named) == 0 else {
      throw DiskFile.Failure(code: errno, path: path)
    }
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino && holds(real)
  }

  /// Returns what a file of a source folder holds, for some of its lines to be shown; nil where it
  /// cannot or must not be read.
  package static func bytes(of path: String, in source: String) -> [UInt8]? {
    guard let boundary = SourceBoundary(around: source) else { return nil }
    return try? DiskFile.readSigned(source + "/" + path, inside: boundary).bytes
  }

  /// Where the system says that an open file lies.
  private static func place(of descriptor: Int32) -> String? {
    let capacity = Int(PATH_MAX)
    let place = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      let count = buffer.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { readlink("/proc/self/fd/\(descriptor)", $0, capacity) } ?? -1
      }
      return count > 0 && count < capacity ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
    return place.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
