import Glibc

/// A queue of events in folders: an inotify(7) instance of Linux.
final class EventQueue: Sendable {
  /// A change of a file or folder.
  struct Event {
    /// The number that ``EventQueue/watch(_:)`` gave to the folder.
    let folder: CInt
    /// The kinds of the change, as bits of inotify(7).
    let mask: UInt32
    /// The name of the file in the folder; empty when it is the folder itself that has changed.
    let name: String

    /// Returns whether the change is of one of some kinds.
    func isAny(of kinds: CInt...) -> Bool {
      kinds.contains { mask & UInt32(bitPattern: $0) != 0 }
    }
  }

  /// The limit of inotify(7) instances or watches is reached, or memory is short.
  struct InotifyLimitError: Error {
    /// The error of the system, in numbers of `errno(3)`.
    let code: CInt

    /// What the system says of it.
    var reason: String { String(cString: strerror(code)) }
  }

  /// The changes to report: files written to their end, names that come and go, rights and times.
  private static let reported = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  private let file: CInt

  /// Creates a queue.
  init() throws(InotifyLimitError) {
    file = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard file >= 0 else { throw InotifyLimitError(code: errno) }
  }

  deinit { close(file) }

  /// Starts to watch a folder; one that is watched already stays so.
  ///
  /// - Returns: A number, the same for the same folder; nil when there is no such folder.
  func watch(_ folder: String) throws(InotifyLimitError) -> CInt? {
    let number = inotify_add_watch(file, folder, Self.reported)
    if number >= 0 { return number }
    guard errno == ENOSPC || errno == ENOMEM else { return nil }
    throw InotifyLimitError(code: errno)
  }

  /// Stops to watch a folder.
  func forget(_ number: CInt) { inotify_rm_watch(file, number) }

  /// Waits for an event, for a time at most.
  ///
  /// - Returns: Whether there is one.
  func wait(_ patience: Duration) -> Bool {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = patience.components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return poll(&entry, 1, CInt(clamping: max(0, milliseconds))) > 0
  }

  /// Removes all events from the queue, and returns them.
  func takeAll() -> [Event] {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      var events: [Event] = []
      while case let count = read(file, buffer.baseAddress, buffer.count), count > 0 {
        Self.decode(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &events)
      }
      return events
    }
  }

  /// Decodes events: each is a `struct inotify_event`, then a name of `len` bytes padded with zeros.
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
