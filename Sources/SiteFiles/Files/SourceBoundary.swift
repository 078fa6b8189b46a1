import Glibc

/// The folder that the files of a site lie in: no symbolic link leads a reader out of it, nor into a
/// hidden part of it such as `.git`.
package struct SourceBoundary: Sendable {
  /// The hidden folders that other tools keep the pictures of sheets in.
  package static let pictureFolders = [
    ".gitbook/assets/", ".vuepress/public/", ".attachments/", ".assets/", ".images/", ".img/",
    ".media/",
  ]

  /// The hidden folder and files that hosts ask for at the root of a site (RFC 8615, Apache, GitHub).
  package static let folderOfHosts = ".well-known"
  package static let filesOfHosts = [".nojekyll", ".htaccess"]

  /// The hidden folders and files that are published, each with a slash at its end.
  private static let shownFolders =
    [folderOfHosts + "/"] + filesOfHosts.map { $0 + "/" } + pictureFolders

  /// Whether a part of a path is the hidden folder in which Nextcloud keeps the pictures of one text:
  /// `.attachments.123`.
  package static func holdsAttachments(_ path: some StringProtocol) -> Bool {
    path.split(separator: "/").contains { isAttachments($0.utf8) }
  }

  private static func isAttachments(_ name: some Collection<UInt8>) -> Bool {
    let mark = Array(".attachments.".utf8)
    return name.starts(with: mark) && name.count > mark.count
      && name.dropFirst(mark.count).allSatisfy { (0x30...0x39).contains($0) }
  }

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
    var rest = path.utf8.dropFirst(root.utf8.count)
    let slash = UInt8(ascii: "/")
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        let name = rest.prefix { $0 != slash }
        if Self.isAttachments(name) {
          rest = rest.dropFirst(name.count + 1)
          continue
        }
        // A folder that leads to one that is published is none of the hidden parts either.
        let shown = Self.shownFolders.first { folder in
          rest.starts(with: folder.utf8) || folder.utf8.starts(with: rest)
        }
        guard let shown else { return false }
        rest = rest.dropFirst(shown.utf8.count)
      } else {
        rest = rest.drop { $0 != slash }.dropFirst()
      }
    }
    return true
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
    return try? DiskFile.readWithMetadata(source + "/" + path, inside: boundary).bytes
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
