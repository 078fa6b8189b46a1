public import Diagnostics
import Synchronization

/// Asks git for the history of a folder, and keeps it as long as it is the same.
public final class HistoryReader: Sendable {
  private let git: Git
  private let lastDay: String
  private let kept = Mutex<SourceHistory?>(nil)

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - folder: The folder, anywhere in a work tree.
  ///   - lastDay: The day, as `2026-11-21`, after which the date of a commit is not believed.
  public convenience init(of folder: String, lastDay: String) {
    self.init(Git(folder), lastDay: lastDay)
  }

  init(_ git: Git, lastDay: String) {
    self.git = git
    self.lastDay = lastDay
  }

  /// Returns what the history would be read from now, the same text as long as nothing of it has
  /// changed; nothing when git cannot tell.
  public func state() async -> String? { try? await git.state().text }

  /// Returns the history up to the current commit; none, and why, when it cannot be told.
  public func history() async -> (SourceHistory, Diagnostic?) {
    do {
      let state = try await git.state()
      if let kept = kept.withLock(\.self), kept.state == state.text { return (kept, nil) }
      let history = try await git.history(of: state, lastDay: lastDay)
      kept.withLock { $0 = history }
      return (history, nil)
    } catch let failure as GitFailure {
      return (.none, .noHistory(failure))
    } catch {
      return (.none, .noHistory(.refused("\(error)")))
    }
  }
}
