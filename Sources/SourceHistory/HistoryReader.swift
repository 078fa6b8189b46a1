public import Diagnostics
import Synchronization

/// Asks git for the history of a folder, and keeps it as long as no commit is added.
public final class HistoryReader: Sendable {
  /// What was read, and of which commit.
  private struct Kept {
    let commit: String
    let history: SourceHistory
  }

  private let git: Git
  private let lastDay: String
  private let kept = Mutex<Kept?>(nil)

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

  /// Returns the commit that the folder is at; nothing when git cannot tell.
  public func commit() async -> String? { try? await git.currentCommit() }

  /// Returns the history up to the current commit; none, and why, when it cannot be told.
  public func history() async -> (SourceHistory, Diagnostic?) {
    do {
      let commit = try await git.currentCommit()
      if let kept = kept.withLock(\.self), kept.commit == commit { return (kept.history, nil) }
      let history = try await git.history(lastDay: lastDay)
      kept.withLock { $0 = Kept(commit: commit, history: history) }
      return (history, nil)
    } catch let failure as GitFailure {
      return (.none, .noHistory(failure))
    } catch {
      return (.none, .noHistory(.refused("\(error)")))
    }
  }
}
