import Foundation
import Glibc
import Synchronization

/// Tells when something changes in some folders, through inotify(7) of Linux.
///
/// Editors that write a new file and rename it are seen as those that write in place are. What changes
/// in a burst is told once, and a folder that comes back after its removal is watched again.
final class SourceWatch: Sendable {
  /// How long the thread waits before it looks for folders that came back, in milliseconds.
  private static let patience: CInt = 1000
  /// What is told of a folder: files written to their end, and names that come and go.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR)
  /// What says that there may be folders that are not watched yet.
  private static let hints = UInt32(IN_ISDIR | IN_Q_OVERFLOW)

  /// One element after each burst of changes.
  let changes: AsyncStream<Void>

  private let announce: AsyncStream<Void>.Continuation
  private let queue: CInt
  private let roots: Mutex<[WatchedFolder]>

  /// Starts to watch folders.
  ///
  /// - Throws: ``PreviewFailure`` when the system lends no queue of events.
  init(_ roots: [WatchedFolder]) throws {
    queue = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { throw PreviewFailure.cannotWatch(String(cString: strerror(errno))) }
    (changes, announce) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.roots = Mutex(roots)
    watchAll()
    let thread = Thread { [weak self] in
      while let watch = self { watch.waitOnce() }
    }
    thread.start()
  }

  deinit { close(queue) }

  /// Watches these folders from now on.
  func follow(_ folders: [WatchedFolder]) {
    let isOther = roots.withLock { roots in
      let isOther = roots.map(\.path) != folders.map(\.path)
      if isOther { roots = folders }
      return isOther
    }
    if isOther { watchAll() }
  }

  /// Waits for events or for a while, and announces what came.
  private func waitOnce() {
    var entry = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    if poll(&entry, 1, Self.patience) > 0 {
      if mayHoldNewFolders() { watchAll() }
      announce.yield()
    } else if watchAll() {
      // A folder that was removed and made anew had lost its watch.
      announce.yield()
    }
  }

  /// Empties the queue, and returns whether a folder may have come.
  private func mayHoldNewFolders() -> Bool {
    var found = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      while case let count = read(queue, buffer.baseAddress, buffer.count), count > 0 {
        let events = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        found = Self.masks(of: events).contains { $0 & Self.hints != 0 } || found
      }
    }
    return found
  }

  /// The masks of the events of a buffer: `struct inotify_event`, then a name of `len` bytes, each.
  private static func masks(of events: UnsafeRawBufferPointer) -> [UInt32] {
    var masks: [UInt32] = []
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset + header <= events.count {
      let event = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      masks.append(event.mask)
      offset += header + Int(event.len)
    }
    return masks
  }

  /// Watches every folder there is now; one that is watched already stays so.
  ///
  /// - Returns: Whether one of the roots was not watched as it is now.
  @discardableResult
  private func watchAll() -> Bool {
    roots.withLock { roots in
      var isNew = false
      for index in roots.indices {
        let number = watch(roots[index].path, isDeep: roots[index].isDeep)
        if number != roots[index].number { isNew = true }
        roots[index].number = number
      }
      return isNew
    }
  }

  /// Watches a folder, and those below it.
  ///
  /// - Returns: The number of its watch; nothing when there is no such folder.
  private func watch(_ folder: String, isDeep: Bool) -> CInt? {
    let number = inotify_add_watch(queue, folder, Self.events)
    guard number >= 0 else { return nil }
    if isDeep {
      for name in Self.folders(in: folder) { _ = watch(folder + "/" + name, isDeep: true) }
    }
    return number
  }

  /// The names of the folders in a folder, hidden ones left out.
  private static func folders(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      guard entry.pointee.d_type == DT_DIR || entry.pointee.d_type == DT_UNKNOWN else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

/// A folder whose changes are told.
struct WatchedFolder: Sendable {
  let path: String
  /// Whether the folders below it are watched too.
  let isDeep: Bool
  /// The number of its watch while it is watched.
  var number: CInt?
}
