import Diagnostics
import Foundation
import Glibc
import Synchronization

/// A published folder, and the work folder beside it where the next version of it is made.
///
/// The work folder is locked while a build runs, so that two builds of one site wait for each other.
final class PublishedSite: Sendable {
  /// The name of the list of files that a build published: a path a line, percent-encoded.
  static let manifestName = ".archipel-manifest"

  private let output: String
  private let workFolder: String
  private let newFolder: String
  private let lock: Int32
  /// The files of the published folder.
  private let published: Set<String>
  private let madeFolders = Mutex<Set<String>>([])

  /// Opens the published folder for a build: waits for another build to end, clears what a killed one
  /// left, and refuses a folder with somebody else's files.
  ///
  /// - Parameter onWait: Called when another build is running.
  init(_ output: String, source: String, onWait: () -> Void) async throws(EnvironmentFailure) {
    let output = Self.place(of: output)
    self.output = output
    let parent = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? ""
    workFolder = Self.workFolder(of: output)
    newFolder = workFolder + "/new"
    let realSource = DiskFile.realPath(source) ?? source
    if let realOutput = DiskFile.realPath(output), (realSource + "/").hasPrefix(realOutput + "/") {
      throw .outputHoldsSource(output)
    }
    do {
      try DiskFile.makeFolder(parent.isEmpty ? "/" : parent)
      lock = try await Self.lock(workFolder, onWait: onWait)
    } catch {
      throw .unwritable(error)
    }
    do {
      published = try Self.ownFiles(of: output)
      try DiskFile.removeFolder(newFolder)
      try DiskFile.makeFolder(newFolder)
    } catch {
      try? DiskFile.removeFolder(workFolder)
      Glibc.close(lock)
      if let failure = error as? EnvironmentFailure { throw failure }
      throw .unwritable(error as? DiskFile.Failure ?? DiskFile.Failure(code: EIO, path: output))
    }
  }

  /// Writes a file of the next version; one that has not changed keeps its inode and its time.
  func write(_ bytes: [UInt8], to path: String) throws {
    let new = newFolder + "/" + path
    do {
      if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
      let old = output + "/" + path
      if published.contains(path), let current = try? DiskFile.read(old), current == bytes,
        link(old, new) == 0
      {
        return
      }
      try DiskFile.write(bytes, to: new)
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
  }

  /// Takes a file of the published site into the next version; returns whether it was as it was
  /// published.
  func keep(_ path: String, _ stamp: OutputSnapshot.Stamp) throws -> Bool {
    let new = newFolder + "/" + path
    do {
      if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    } catch {
      throw EnvironmentFailure.unwritable(error)
    }
    let old = output + "/" + path
    guard published.contains(path), OutputSnapshot.Stamp.of(old) == stamp else { return false }
    return link(old, new) == 0
  }

  /// Publishes the next version in the place of the last.
  func publish(_ paths: [String]) throws(EnvironmentFailure) {
    do {
      let manifest = paths.map(Address.encode).sorted().joined(separator: "\n") + "\n"
      try DiskFile.write(Array(manifest.utf8), to: newFolder + "/" + Self.manifestName)
      try Self.swap(newFolder, output)
    } catch {
      throw .unwritable(error)
    }
    close()
  }

  /// Removes the work folder and lets the next build go on.
  func close() {
    try? DiskFile.removeFolder(workFolder)
    Glibc.close(lock)
  }

  /// Makes a folder of the next version, once; it is there when this returns, whoever made it.
  private func makeFolder(_ folder: String) throws(DiskFile.Failure) {
    try madeFolders.withLock { made throws(DiskFile.Failure) in
      guard !made.contains(folder) else { return }
      try DiskFile.makeFolder(newFolder + "/" + folder)
      made.insert(folder)
    }
  }

  /// Exchanges two folders in one step; on a file system that cannot, in two.
  private static func swap(_ new: String, _ output: String) throws(DiskFile.Failure) {
    if rename(new, output) == 0 { return }
    // Glibc declares `renameat2` only to those who ask for GNU extensions, which Swift does not.
    typealias Exchange =
      @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    let exchangeFlag: CUnsignedInt = 2
    if let symbol = dlsym(nil, "renameat2") {
      let exchange = unsafeBitCast(symbol, to: Exchange.self)
      if exchange(AT_FDCWD, new, AT_FDCWD, output, exchangeFlag) == 0 { return }
    }
    let old = new + ".old"
    guard rename(output, old) == 0 else { throw DiskFile.Failure(code: errno, path: output) }
    guard rename(new, output) == 0 else {
      let code = errno
      _ = rename(old, output)
      throw DiskFile.Failure(code: code, path: output)
    }
  }

  /// Locks the work folder, made anew when the build that held it has removed it.
  ///
  /// A build that waits gives its thread back: the one it waits for may need it.
  private static func lock(
    _ folder: String, onWait: () -> Void
  ) async throws(DiskFile.Failure) -> Int32 {
    var hasTold = false
    while true {
      try DiskFile.makeFolder(folder)
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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

  /// Returns the files of the published folder, all of them listed by the build that made it.
  private static func ownFiles(of output: String) throws -> Set<String> {
    var files: [String] = []
    try list(output, below: "", into: &files)
    guard !files.isEmpty else { return [] }
    let manifest = (try? DiskFile.read(output + "/" + manifestName)) ?? []
    let own = Set(
      String(decoding: manifest, as: UTF8.self).split(separator: "\n").map(String.init)
        + [manifestName])
    let foreign = files.filter { !own.contains(Address.encode($0)) }
    guard foreign.isEmpty else { throw EnvironmentFailure.foreignFiles(foreign, in: output) }
    return Set(files)
  }

  private static func list(
    _ folder: String, below: String, into files: inout [String]
  ) throws(DiskFile.Failure) {
    let entries: [FolderEntry]
    do {
      entries = try FolderEntry.list(folder)
    } catch {
      // A file in the place of the folder is somebody's too.
      if error.code == ENOENT, below.isEmpty { return }
      throw error
    }
    for entry in entries {
      if entry.kind == .folder {
        try list(folder + "/" + entry.name, below: below + entry.name + "/", into: &files)
      } else {
        files.append(below + entry.name)
      }
    }
  }

  /// Whether another build runs, or was killed and left what it had made.
  static func isBeingMade(_ output: String) -> Bool {
    DiskFile.realPath(workFolder(of: place(of: output))) != nil
  }

  private static func workFolder(of output: String) -> String {
    let parent = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? ""
    let name = output.split(separator: "/").last.map(String.init) ?? "output"
    return parent + "/." + name + ".archipel"
  }

  /// Returns where a published folder is, whether it is there or not.
  ///
  /// Behind a symbolic link, it is the folder that is exchanged, not the link.
  static func place(of output: String) -> String {
    if let real = DiskFile.realPath(output) { return real }
    let url = URL(filePath: output).standardizedFileURL
    let parent = url.deletingLastPathComponent().path(percentEncoded: false)
    guard let real = DiskFile.realPath(parent) else {
      return url.path(percentEncoded: false).replacing(/\/+$/, with: "")
    }
    return (real == "/" ? "" : real) + "/" + url.lastPathComponent
  }
}
