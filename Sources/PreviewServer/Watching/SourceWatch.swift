import Glibc
import Synchronization

/// Tells when something changes in some folders.
///
/// Editors that write a new file and rename it are seen as those that write in place are. What changes
/// in a burst is told once, and a folder that comes back after its removal is watched again. Where the
/// system lends no queue of events, or too short a one, the files are looked at every second.
final class SourceWatch: Sendable {
  /// How often to look for folders that are back, of which no event tells.
  private static let rounds = Duration.milliseconds(250)

  /// One element after each burst of changes.
  let changes: AsyncStream<Void>

  private let announce: AsyncStream<Void>.Continuation
  private let tree: SourceTree
  private let onShortage: @Sendable (String) -> Void
  private let state: Mutex<State>

  private struct State {
    /// What the site is made from.
    var roots: [WatchedFolder]
    /// Where events come from; nothing when the files must be looked at.
    var queue: EventQueue?
    /// The folders that are watched, by the number that events give them.
    var folders: [CInt: WatchedFolder] = [:]
    /// The roots that are not there.
    var missing: [WatchedFolder] = []
    var snapshot: FolderSnapshot?
  }

  /// Starts to watch folders.
  ///
  /// - Parameter onShortage: Called when changes will be seen later, with what the system says.
  init(
    _ roots: [WatchedFolder], in tree: SourceTree,
    onShortage: @escaping @Sendable (String) -> Void
  ) {
    self.tree = tree
    self.onShortage = onShortage
    (changes, announce) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    do {
      state = Mutex(State(roots: roots, queue: try EventQueue()))
    } catch {
      state = Mutex(State(roots: roots))
      onShortage(error.reason)
    }
    _ = state.withLock { watchAll(&$0) }
    DetachedThread.start { [weak self] in
      var burst = Debouncer()
      while let watch = self { watch.goOn(&burst) }
    }
  }

  deinit { announce.finish() }

  /// Watches these folders from now on, and tells a change if one of them was not watched before.
  func follow(_ roots: [WatchedFolder]) {
    let isNews = state.withLock { state in
      guard state.roots != roots else { return false }
      state.roots = roots
      return watchAll(&state)
    }
    if isNews { announce.yield() }
  }

  /// Waits for events or for a while, and announces what came.
  private func goOn(_ burst: inout Debouncer) {
    let patience = burst.patience(at: .now)
    if patience == .zero {
      burst = Debouncer()
      announce.yield()
      return
    }
    guard let queue = state.withLock(\.queue) else {
      sleep(1)
      if state.withLock({ hasOtherFiles(&$0) }) { announce.yield() }
      return
    }
    if queue.wait(patience ?? Self.rounds) {
      let events = queue.takeAll()
      state.withLock { take(events, &$0, into: &burst) }
    } else if state.withLock({ isBack($0) && watchAll(&$0) }) {
      announce.yield()
    }
  }

  /// Whether one of the folders that were not there is now.
  private func isBack(_ state: borrowing State) -> Bool {
    state.missing.contains { FileIdentity($0.path) != nil }
  }

  private func take(_ events: [EventQueue.Event], _ state: inout State, into burst: inout Debouncer)
  {
    let now = ContinuousClock.now
    var isOtherTree = false
    for event in events {
      if event.isAny(of: IN_Q_OVERFLOW, IN_UNMOUNT, IN_DELETE_SELF, IN_MOVE_SELF) {
        isOtherTree = true
        burst.add(.complete, of: "", at: now)
        continue
      }
      guard let folder = state.folders[event.folder], !event.name.isEmpty,
        tree.matters(event.name, in: folder, roots: state.roots)
      else { continue }
      isOtherTree = isOtherTree || event.isAny(of: IN_ISDIR)
      burst.add(Self.change(in: event), of: folder.path + "/" + event.name, at: now)
    }
    if isOtherTree { watchAll(&state) }
  }

  private static func change(in event: EventQueue.Event) -> Debouncer.Change {
    if event.isAny(of: IN_CLOSE_WRITE, IN_MOVED_TO) { return .complete }
    return event.isAny(of: IN_ATTRIB) ? .other : .incomplete
  }

  /// Watches every folder there is now, and no other.
  ///
  /// - Returns: Whether there is one that was not watched before.
  @discardableResult
  private func watchAll(_ state: inout State) -> Bool {
    guard let queue = state.queue else { return hasOtherFiles(&state) }
    // One that comes while this looks at the others will be found in the next round.
    state.missing = state.roots.filter { FileIdentity($0.path) == nil }
    var folders: [CInt: WatchedFolder] = [:]
    var shortage: EventQueue.InotifyLimitError?
    tree.walk(state.roots) { folder in
      do throws(EventQueue.InotifyLimitError) {
        if let number = try queue.watch(folder.path) { folders[number] = folder }
      } catch {
        shortage = error
      }
    }
    if let shortage {
      lookAtFiles(&state, instead: shortage)
      return true
    }
    for (number, _) in state.folders where folders[number] == nil { queue.forget(number) }
    let isNews = folders.contains { state.folders[$0.key] != $0.value }
    state.folders = folders
    return isNews
  }

  /// Gives the queue of events up, and looks at the files from now on.
  private func lookAtFiles(_ state: inout State, instead shortage: EventQueue.InotifyLimitError) {
    state.queue = nil
    state.folders = [:]
    onShortage(shortage.reason)
  }

  private func hasOtherFiles(_ state: inout State) -> Bool {
    let snapshot = FolderSnapshot(of: state.roots, in: tree)
    defer { state.snapshot = snapshot }
    return state.snapshot != snapshot
  }
}
