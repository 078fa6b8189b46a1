import Glibc
import SiteFiles
import Synchronization

/// Reads and writes the files of the content, and follows no symbolic link.
///
/// Every folder of a path is opened from the one above, so that whatever becomes of the disk meanwhile,
/// what is read or written lies in the source folder.
package struct ContentFiles: Sendable {
  /// Why a file cannot be read or written.
  package enum Failure: Error, Hashable, Sendable {
    /// No file is at the path.
    case missing
    /// A file is at the path already.
    case taken
    /// A symbolic link is in the path, or something that is no file.
    case notPlain
    /// It is longer than what is read.
    case tooLong
    /// The system refuses, with its number of the error.
    case system(Int32)

    init(code: Int32) {
      self =
        switch code {
        case ENOENT: .missing
        case EEXIST: .taken
        case ELOOP, ENOTDIR, EISDIR, ENXIO, EMLINK: .notPlain
        case EFBIG: .tooLong
        default: .system(code)
        }
    }
  }

  /// The folder that deleted files are moved to, beside the content; its name keeps it out of the site.
  package static let trashFolder = ".corbeille"

  private static let lastNumber = Atomic<Int>(0)

  private let source: String

  package init(source: String) { self.source = source }

  // MARK: Reading

  /// Reads a file.
  package func read(_ path: ContentPath, atMost limit: Int) throws(Failure) -> [UInt8] {
    try read(path.name, in: try open(path.parts.dropLast()), atMost: limit)
  }

  /// Reads a file of the trash.
  func readTrash(
    _ path: ContentPath, _ number: Int, atMost limit: Int
  ) throws(Failure) -> [UInt8] {
    let place = try open([Self.trashFolder, String(number)] + path.parts.dropLast())
    return try read(path.name, in: place, atMost: limit)
  }

  private func read(
    _ name: String, in folder: OpenDescriptor, atMost limit: Int
  ) throws(Failure) -> [UInt8] {
    let file = openat(
      folder.descriptor, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notPlain }
    guard status.st_size <= limit else { throw .tooLong }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= limit else { throw .tooLong }
    }
  }

  /// Whether something is at a path.
  package func isTaken(_ path: ContentPath) throws(Failure) -> Bool {
    do {
      let folder = try open(path.parts.dropLast())
      var status = stat()
      return fstatat(folder.descriptor, path.name, &status, AT_SYMLINK_NOFOLLOW) == 0
    } catch {
      if error == .missing { return false }
      throw error
    }
  }

  /// Lists a folder; one that is not there has no entries.
  func entries(of folder: [String]) throws(Failure) -> [FolderEntry] {
    do {
      let folder = try open(folder)
      // The folder that was opened, whatever its path leads to meanwhile.
      return try FolderEntry.list("/proc/self/fd/\(folder.descriptor)")
    } catch let failure as Failure {
      if failure == .missing { return [] }
      throw failure
    } catch let failure as DiskFile.Failure {
      throw Failure(code: failure.code)
    } catch {
      throw .missing
    }
  }

  /// When a folder was changed last, in seconds since 1970.
  func time(of folder: [String]) throws(Failure) -> Int {
    let folder = try open(folder)
    var status = stat()
    guard fstat(folder.descriptor, &status) == 0 else { throw Failure(code: errno) }
    return status.st_mtim.tv_sec
  }

  // MARK: Writing

  /// Writes a file in the place of another: whole or not at all.
  package func replace(_ path: ContentPath, with bytes: [UInt8]) throws(Failure) {
    let folder = try open(path.parts.dropLast())
    var status = stat()
    guard fstatat(folder.descriptor, path.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw Failure(code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notPlain }
    let name = try unfinished(bytes, mode: status.st_mode & 0o777, in: folder)
    guard renameat(folder.descriptor, name, folder.descriptor, path.name) == 0 else {
      let code = errno
      unlinkat(folder.descriptor, name, 0)
      throw Failure(code: code)
    }
    fsync(folder.descriptor)
  }

  /// Writes a new file, and makes the folders above it: whole or not at all.
  package func create(_ path: ContentPath, with bytes: [UInt8]) throws(Failure) {
    let folder = try open(path.parts.dropLast(), making: true)
    let name = try unfinished(bytes, mode: 0o644, in: folder)
    defer { unlinkat(folder.descriptor, name, 0) }
    try link(name, in: folder, to: path.name, in: folder)
    fsync(folder.descriptor)
  }

  /// Gives a file another name, in another folder or not; never over another file.
  package func move(_ path: ContentPath, to other: ContentPath) throws(Failure) {
    let (from, to) = (
      try open(path.parts.dropLast()), try open(other.parts.dropLast(), making: true)
    )
    try checkFile(path.name, in: from)
    try link(path.name, in: from, to: other.name, in: to)
    guard unlinkat(from.descriptor, path.name, 0) == 0 else {
      let code = errno
      unlinkat(to.descriptor, other.name, 0)
      throw Failure(code: code)
    }
  }

  /// Moves a file to the trash.
  ///
  /// - Returns: The number of its place there, for ``restore(_:from:)``.
  package func discard(_ path: ContentPath) throws(Failure) -> Int {
    let (number, place) = try trashPlace(for: path)
    let from = try open(path.parts.dropLast())
    try checkFile(path.name, in: from)
    try link(path.name, in: from, to: path.name, in: place)
    guard unlinkat(from.descriptor, path.name, 0) == 0 else { throw Failure(code: errno) }
    return number
  }

  /// Keeps bytes in the trash under the name of a file, before others take their place.
  package func keep(_ bytes: [UInt8], of path: ContentPath) throws(Failure) {
    let (_, place) = try trashPlace(for: path)
    let name = try unfinished(bytes, mode: 0o644, in: place)
    defer { unlinkat(place.descriptor, name, 0) }
    try link(name, in: place, to: path.name, in: place)
  }

  /// Moves a file back out of the trash; never over another.
  package func restore(_ path: ContentPath, from number: Int) throws(Failure) {
    let place = try open([Self.trashFolder, String(number)] + path.parts.dropLast())
    let to = try open(path.parts.dropLast(), making: true)
    try checkFile(path.name, in: place)
    try link(path.name, in: place, to: path.name, in: to)
    unlinkat(place.descriptor, path.name, 0)
  }

  private func trashPlace(for path: ContentPath) throws(Failure) -> (Int, OpenDescriptor) {
    let trash = try open([Self.trashFolder], making: true)
    // The trash is for people on this machine, and is no part of the history of the site.
    let ignored = openat(
      trash.descriptor, ".gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if ignored >= 0 {
      _ = Glibc.write(ignored, "*\n", 2)
      close(ignored)
    }
    for number in 1...1_000_000 where mkdirat(trash.descriptor, String(number), 0o755) == 0 {
      let parts = [Self.trashFolder, String(number)] + path.parts.dropLast()
      return (number, try open(parts, making: true))
    }
    throw Failure(code: errno)
  }

  // MARK: Steps

  /// A folder that is open.
  private final class OpenDescriptor {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }

  private func open(
    _ parts: some Sequence<String>, making isMaking: Bool = false
  ) throws(Failure) -> OpenDescriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var folder = OpenDescriptor(Glibc.open(source, flags))
    guard folder.descriptor >= 0 else { throw Failure(code: errno) }
    for part in parts {
      var next = openat(folder.descriptor, part, flags | O_NOFOLLOW)
      if next < 0, errno == ENOENT, isMaking {
        guard mkdirat(folder.descriptor, part, 0o755) == 0 || errno == EEXIST else {
          throw Failure(code: errno)
        }
        next = openat(folder.descriptor, part, flags | O_NOFOLLOW)
      }
      guard next >= 0 else { throw Failure(code: errno) }
      folder = OpenDescriptor(next)
    }
    return folder
  }

  private func checkFile(_ name: String, in folder: OpenDescriptor) throws(Failure) {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw Failure(code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notPlain }
  }

  private func link(
    _ name: String, in folder: OpenDescriptor, to other: String, in target: OpenDescriptor
  ) throws(Failure) {
    guard linkat(folder.descriptor, name, target.descriptor, other, 0) == 0 else {
      throw Failure(code: errno)
    }
  }

  /// Writes bytes to a new hidden file of a folder.
  private func unfinished(
    _ bytes: [UInt8], mode: mode_t, in folder: OpenDescriptor
  ) throws(Failure) -> String {
    let number = Self.lastNumber.add(1, ordering: .relaxed).newValue
    let name = ".archipel-\(getpid())-\(number)~"
    let file = openat(
      folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw Failure(code: errno) }
    var code = bytes.withUnsafeBytes { buffer -> Int32 in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(file, base + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return 0
    }
    if code == 0, fchmod(file, mode) != 0 || fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unlinkat(folder.descriptor, name, 0)
      throw Failure(code: code)
    }
    return name
  }
}
