import Glibc

/// Reads and writes whole files; errors are those of the system.
package enum DiskFile {
  /// An error of the system.
  package struct Failure: Error {
    /// The number that the system gives to the error.
    package let code: Int32
    /// The file.
    package let path: String

    package init(
      code: Int32, path: String
    ) {
      self.code = code
      self.path = path
    }
  }

  /// Reads a file.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    try readWithMetadata(path).bytes
  }

  /// Reads a file that a build cannot go on without.
  package static func contents(of path: String) throws(EnvironmentFailure) -> [UInt8] {
    do {
      return try read(path)
    } catch {
      throw .unreadableFile(error)
    }
  }

  /// The longest file that is read, in bytes: the memory of a machine holds no longer one.
  package static let maxBytes = 4 << 30

  /// Reads a file, with the metadata by which a later read knows it unchanged; nil for a file that was
  /// changed this instant, which may change again unseen.
  ///
  /// - Parameters:
  ///   - boundary: Where the file must lie, symbolic links followed; without one, anywhere.
  ///   - limit: The longest file that is read, in bytes.
  package static func readWithMetadata(
    _ path: String, inside boundary: SourceBoundary? = nil, atMost limit: Int = maxBytes
  ) throws(Failure) -> (bytes: [UInt8], metadata: FileMetadata?) {
    // Nobody may ever write into a pipe that is in the place of a file.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(code: errno, path: path) }
    defer { close(file) }
    if let boundary, try !boundary.holds(file, opened: path) {
      throw Failure(code: Failure.outside, path: path)
    }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(code: errno, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Failure(code: EISDIR, path: path)
    default: throw Failure(code: ENXIO, path: path)
    }
    guard status.st_size <= limit else { throw Failure(code: EFBIG, path: path) }
    let metadata = FileMetadata(status)
    let isSettled = metadata.isSettled
    let capacity = max(0, Int(status.st_size))
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity, let base = buffer.baseAddress {
        let length = Glibc.read(file, base + count, capacity - count)
        if length < 0 {
          if errno == EINTR { continue }
          code = errno
          return
        }
        if length == 0 { return }
        count += length
      }
    }
    guard code == 0 else { throw Failure(code: code, path: path) }
    return (bytes, isSettled ? metadata : nil)
  }

  /// Reads the first bytes of a file.
  ///
  /// - Parameters:
  ///   - boundary: Where the file must lie, symbolic links followed.
  ///   - count: How many bytes; a shorter file has fewer.
  package static func start(
    of path: String, inside boundary: SourceBoundary, _ count: Int
  ) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(code: errno, path: path) }
    defer { close(file) }
    guard try boundary.holds(file, opened: path) else {
      throw Failure(code: Failure.outside, path: path)
    }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let length = Glibc.read(file, base + filled, count - filled)
        if length < 0, errno == EINTR { continue }
        if length < 0 { code = errno }
        if length <= 0 { return }
        filled += length
      }
    }
    guard code == 0 else { throw Failure(code: code, path: path) }
    return bytes
  }

  private static let new = O_WRONLY | O_CREAT | O_CLOEXEC

  /// Writes a file that is not there, not even as a symbolic link: whole or not at all.
  package static func create(_ path: String, with bytes: [UInt8]) throws(Failure) {
    let file = open(path, new | O_EXCL, 0o644)
    do {
      try fill(file, bytes, [], at: path)
    } catch {
      if file >= 0 { unlink(path) }
      throw error
    }
  }

  /// Writes a new file; one that is in its place goes, and is not written into: it may have another
  /// name that is published.
  ///
  /// - Parameter end: Bytes that come after the others.
  package static func write(_ bytes: [UInt8], _ end: [UInt8] = [], to path: String) throws(Failure)
  {
    var file = open(path, new | O_EXCL, 0o644)
    if file < 0, errno == EEXIST {
      var status = stat()
      // A device is no file to be replaced.
      if lstat(path, &status) == 0, [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) {
        unlink(path)
      }
      file = open(path, new | O_TRUNC, 0o644)
    }
    try fill(file, bytes, end, at: path)
  }

  /// Writes an open file, and closes it.
  private static func fill(
    _ file: Int32, _ bytes: [UInt8], _ end: [UInt8], at path: String
  ) throws(Failure) {
    guard file >= 0 else { throw Failure(code: errno, path: path) }
    var code = append(bytes, to: file)
    if code == 0 { code = append(end, to: file) }
    // Some file systems only tell on closing that the disk is full.
    if close(file) != 0, code == 0 { code = errno }
    guard code == 0 else { throw Failure(code: code, path: path) }
  }

  /// Appends bytes to an open file; returns the number of the error, 0 for none.
  private static func append(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let length = Glibc.write(file, base + written, buffer.count - written)
        if length < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += length
      }
      return 0
    }
  }

  /// Creates a folder and those above it; one that is there already is fine.
  package static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw Failure(code: errno, path: path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw Failure(code: errno, path: path)
    }
  }

  /// Returns the size of a file in bytes; nil when it is not there.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      ReadFailures.note(Failure(code: errno, path: path))
      return nil
    }
    return Int(status.st_size)
  }

  /// Returns the path of a file with every symbolic link followed; nil when it is not there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else {
      ReadFailures.note(Failure(code: errno, path: path))
      return nil
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path is that of a folder; a symbolic link is none, wherever it leads.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Deletes a folder and everything in it, or what is in its place; what is not there is fine.
  ///
  /// Of a symbolic link, the link alone goes.
  package static func remove(_ path: String) throws(Failure) {
    try isFolder(path) ? removeFolder(path) : removeEntry(path)
  }

  private static func removeFolder(_ path: String) throws(Failure) {
    // Nothing goes out of a folder that its owner may not write in.
    if access(path, W_OK | X_OK) != 0 { chmod(path, 0o700) }
    for entry in (try? FolderEntry.list(path)) ?? [] {
      let path = path + "/" + entry.name
      try entry.kind == .folder ? removeFolder(path) : removeEntry(path)
    }
    if rmdir(path) != 0, errno != ENOENT { throw Failure(code: errno, path: path) }
  }

  private static func removeEntry(_ path: String) throws(Failure) {
    if unlink(path) != 0, errno != ENOENT { throw Failure(code: errno, path: path) }
  }
}
