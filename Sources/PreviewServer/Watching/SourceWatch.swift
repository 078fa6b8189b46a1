import Glibc
import Synchronization

/// Watches folders, and reports when something in them changes.
///
/// It does not matter whether an editor writes in place, or writes a new file and renames it. Changes that
/// follow each other quickly are reported once, and a folder that comes back after its removal is watched
/// again. When the limits of inotify(7) are reached, the files are polled every second.
final class SourceWatch: Sendable {
  /// How often to look for folders that were missing: inotify(7) does not report when they are back.
  private static let interval = Duration.milliseconds(250)

  /// Has an element for each series of changes.
  let changes: AsyncStream<Void>

  private let announce: AsyncStream<Void>.Continuation
  private let tree: SourceTree
  private let onLimit: @Sendable (String) -> Void
  private let state: Mutex<State>

  private struct State {
    /// The folders to watch.
    var roots: [WatchedFolder]
    /// Where events come from; nil when the files are polled.
    var queue: EventQueue?
    /// The folders that are watched, by their numbers in events.
    var folders: [CInt: WatchedFolder] = [:]
    /// The roots that do not exist.
    var missing: [WatchedFolder] = []
    var snapshot: FolderSnapshot?
  }

  /// Starts to watch folders.
  ///
  /// - Parameter onLimit: Called once files are polled, with the error of the system.
  init(
    _ roots: [WatchedFolder], in tree: SourceTree,
    onLimit: @escaping @Sendable (String) -> Void
  ) {
    self.tree = tree
    self.onLimit = onLimit
    (changes, announce) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    do {
      state = Mutex(State(roots: roots, queue: try EventQueue()))
    } catch {
      state = Mutex(State(roots: roots))
      onLimit(error.reason)
    }
    _ = state.withLock { watchAll(&$0) }
    DetachedThread.start { [weak self] in
      var debouncer = Debouncer()
      while let watch = self { watch.step(&debouncer) }
    }
  }

  deinit { announce.finish() }

  /// Watches other folders from now on; reports a change when one of them was not watched before.
  func follow(_ roots: [WatchedFolder]) {
    let hasNewFolder = state.withLock { state in
      guard state.roots != roots else { return false }
      state.roots = roots
      return watchAll(&state)
    }
    if hasNewFolder { announce.yield() }
  }

  /// Waits for events, for a time at most, and reports changes once they are over.
  private func step(_ debouncer: inout Debouncer) {
    let patience = debouncer.patience(at: .now)
    if patience == .zero {
      debouncer = Debouncer()
      announce.yield()
      return
    }
    guard let queue = state.withLock(\.queue) else {
      sleep(1)
      if state.withLock({ haveFilesChanged(&$0) }) { announce.yield() }
      return
    }
    if queue.wait(patience ?? Self.interval) {
      let events = queue.takeAll()
      state.withLock { take(events, &$0, into: &debouncer) }
    } else if state.withLock({ hasReturned($0) && watchAll(&$0) }) {
      announce.yield()
    }
  }

  /// Returns whether a folder that was missing exists now.
  private func hasReturned(_ state: borrowing State) -> Bool {
    state.missing.contains { FileIdentity($0.path) != nil }
  }

  private func take(
    _ events: [EventQueue.Event], _ state: inout State, into debouncer: inout Debouncer
  ) {
    let now = ContinuousClock.now
    var haveFoldersChanged = false
    for event in events {
      if event.isAny(of: IN_Q_OVERFLOW, IN_UNMOUNT, IN_DELETE_SELF, IN_MOVE_SELF) {
        haveFoldersChanged = true
        debouncer.add(.complete, of: "", at: now)
        continue
      }
      guard let folder = state.folders[event.folder], !event.name.isEmpty,
        tree.matters(event.name, in: folder, roots: state.roots)
      else { continue }
      haveFoldersChanged = haveFoldersChanged || event.isAny(of: IN_ISDIR)
      debouncer.add(Self.change(in: event), of: folder.path + "/" + event.name, at: now)
    }
    if haveFoldersChanged { watchAll(&state) }
  }

  private static func change(in event: EventQueue.Event) -> Debouncer.Change {
    if event.isAny(of: IN_CLOSE_WRITE, IN_MOVED_TO) { return .complete }
    return event.isAny(of: IN_ATTRIB) ? .other : .incomplete
  }

  /// Watches every folder of the tree as it is now, and no other.
  ///
  /// - Returns: Whether one of them was not watched before.
  @discardableResult
  private func watchAll(_ state: inout State) -> Bool {
    guard let queue = state.queue else { return haveFilesChanged(&state) }
    // A folder that comes meanwhile is found at the next interval.
    state.missing = state.roots.filter { FileIdentity($0.path) == nil }
    var folders: [CInt: WatchedFolder] = [:]
    var limitError: EventQueue.InotifyLimitError?
    tree.walk(state.roots) { folder in
      do throws(EventQueue.InotifyLimitError) {
        if let number = try queue.watch(folder.path) { folders[number] = folder }
      } catch {
        limitError = error
      }
    }
    if let limitError {
      pollFiles(&state, after: limitError)
      return true
    }
    for (number, _) in state.folders where folders[number] == nil { queue.forget(number) }
    let hasNewFolder = folders.contains { state.folders[$0.key] != $0.value }
    state.folders = folders
    return hasNewFolder
  }

  /// Gives inotify(7) up, and polls the files from now on.
  private func pollFiles(_ state: inout State, after error: EventQueue.InotifyLimitError) {
    state.queue = nil
    state.folders = [:]
    onLimit(error.reason)
  }

  private func haveFilesChanged(_ state: inout State) -> Bool {
    let snapshot = FolderSnapshot(of: state.roots, in: tree)
    defer { state.snapshot = snapshot }
    return state.snapshot != snapshot
  }
}
