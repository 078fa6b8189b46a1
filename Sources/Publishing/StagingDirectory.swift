import Glibc
package import SiteFiles

/// The folder beside a published one where its next version is made.
///
/// It is locked while a build runs, so that two builds of one site wait for each other.
package final class StagingDirectory: Sendable {
  /// Where the next version is made.
  package let new: String
  private let path: String
  private let lock: Int32

  /// What the name of the version that was published ends in, where versions are exchanged in two
  /// steps.
  private static let oldEnding = ".old"

  /// Waits for another build to end, and clears what a killed one left.
  ///
  /// - Parameters:
  ///   - output: The published folder, as ``place(of:)`` says.
  ///   - onWait: Called when another build is running.
  package init(beside output: String, onWait: () -> Void) async throws(DiskFile.Failure) {
    let parent = Self.parent(of: output)
    path = Self.path(beside: output)
    new = path + "/new"
    try DiskFile.makeFolder(parent.isEmpty ? "/" : parent)
    lock = try await Self.lock(path, onWait: onWait)
    // A build that was killed where versions are exchanged in two steps has left none published.
    if FileStamp.of(output) == .unknown { _ = rename(new + Self.oldEnding, output) }
    do {
      try DiskFile.remove(new)
    } catch {
      close()
      throw error
    }
  }

  /// Removes the version that was published before with all workers, each a sheet's folder at a time.
  func removeFormerVersion(_ workers: Workers) async {
    // Below this one: the version, its sections, their sheets.
    var folders = [path]
    for _ in 0..<3 { folders = folders.flatMap(Self.folders) }
    // What could not be removed is tried again by ``close()``.
    _ = try? await workers.map(folders.count) { [folders] in try? DiskFile.remove(folders[$0]) }
  }

  private static func folders(in folder: String) -> [String] {
    ((try? FolderEntry.list(folder)) ?? []).filter { $0.kind == .folder }
      .map { folder + "/" + $0.name }
  }

  /// Removes the folder and lets the next build go on.
  package func close() {
    try? DiskFile.remove(path)
    Glibc.close(lock)
  }

  /// Exchanges the next version and the published one in one step; where the disk cannot, in two.
  ///
  /// The version that was published is left here, and goes with ``close()``.
  func exchange(with output: String) throws(DiskFile.Failure) {
    if rename(new, output) == 0 { return }
    // Glibc declares `renameat2` only to those who ask for GNU extensions, which Swift does not.
    typealias Exchange =
      @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    let exchangeFlag: CUnsignedInt = 2
    if let symbol = dlsym(nil, "renameat2") {
      let exchange = unsafeBitCast(symbol, to: Exchange.self)
      if exchange(AT_FDCWD, new, AT_FDCWD, output, exchangeFlag) == 0 { return }
    }
    let old = new + Self.oldEnding
    guard rename(output, old) == 0 else { throw DiskFile.Failure(code: errno, path: output) }
    guard rename(new, output) == 0 else {
      let code = errno
      _ = rename(old, output)
      throw DiskFile.Failure(code: code, path: output)
    }
  }

  /// Locks the folder, made anew when the build that held it has removed it.
  ///
  /// A build that waits gives its thread back: the one it waits for may need it.
  private static func lock(
    _ folder: String, onWait: () -> Void
  ) async throws(DiskFile.Failure) -> Int32 {
    var hasTold = false
    while true {
      try DiskFile.makeFolder(folder)
      // Never through a symbolic link: all that is in the folder is removed in the end.
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 {
        if errno == ENOENT { continue }
        throw DiskFile.Failure(code: errno, path: folder)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        Glibc.close(descriptor)
        guard code == EWOULDBLOCK || code == EINTR else {
          throw DiskFile.Failure(code: code, path: folder)
        }
        if !hasTold { onWait() }
        hasTold = true
        guard (try? await Task.sleep(for: .milliseconds(50))) != nil else {
          throw DiskFile.Failure(code: ECANCELED, path: folder)
        }
        continue
      }
      var held = stat()
      var current = stat()
      if fstat(descriptor, &held) == 0, stat(folder, &current) == 0, held.st_ino == current.st_ino {
        return descriptor
      }
      Glibc.close(descriptor)
    }
  }

  /// Whether another build runs, or was killed and left what it had made.
  package static func isThere(beside output: String) -> Bool {
    DiskFile.realPath(path(beside: OutputFolder.place(of: output))) != nil
  }

  private static func parent(of output: String) -> String {
    output.lastIndex(of: "/").map { String(output[..<$0]) } ?? ""
  }

  private static func path(beside output: String) -> String {
    let name = output.split(separator: "/").last.map(String.init) ?? "output"
    return parent(of: output) + "/." + name + ".archipel"
  }
}
