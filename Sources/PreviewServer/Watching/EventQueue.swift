import Glibc

/// A queue of what happens in folders, as inotify(7) of Linux tells it.
final class EventQueue: Sendable {
  /// Something that happened.
  struct Event {
    /// The number of the folder that it happened in.
    let folder: CInt
    /// What happened, in bits of inotify(7).
    let mask: UInt32
    /// The name that it happened to; empty when it is the folder itself.
    let name: String

    /// Whether it happened to any of some kinds.
    func isAny(of kinds: CInt...) -> Bool {
      kinds.contains { mask & UInt32(bitPattern: $0) != 0 }
    }
  }

  /// What the system lacks to watch a folder: an error of `errno(3)`.
  struct InotifyLimitError: Error {
    let code: CInt

    /// What the system says of it.
    var reason: String { String(cString: strerror(code)) }
  }

  /// What is told: files written to their end, names that come and go, rights given and taken.
  private static let told = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  private let file: CInt

  /// Asks the system for a queue.
  init() throws(InotifyLimitError) {
    file = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard file >= 0 else { throw InotifyLimitError(code: errno) }
  }

  deinit { close(file) }

  /// Watches a folder, or goes on watching it.
  ///
  /// - Returns: Its number, the same for the same folder; nothing when there is no such folder.
  func watch(_ folder: String) throws(InotifyLimitError) -> CInt? {
    let number = inotify_add_watch(file, folder, Self.told)
    if number >= 0 { return number }
    guard errno == ENOSPC || errno == ENOMEM else { return nil }
    throw InotifyLimitError(code: errno)
  }

  /// Watches a folder no more.
  func forget(_ number: CInt) { inotify_rm_watch(file, number) }

  /// Waits until something happens.
  ///
  /// - Returns: Whether something has.
  func wait(_ patience: Duration) -> Bool {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = patience.components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return poll(&entry, 1, CInt(clamping: max(0, milliseconds))) > 0
  }

  /// Takes what has happened out of the queue.
  func takeAll() -> [Event] {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      var events: [Event] = []
      while case let count = read(file, buffer.baseAddress, buffer.count), count > 0 {
        Self.decode(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &events)
      }
      return events
    }
  }

  /// Reads `struct inotify_event`, then a name of `len` bytes filled up with zeros, each.
  private static func decode(_ bytes: UnsafeRawBufferPointer, into events: inout [Event]) {
    let header = MemoryLayout<inotify_event>.size
    var rest = bytes[...]
    while rest.count >= header {
      let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
      let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
      events.append(
        Event(folder: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(header + Int(event.len))
    }
  }
}
