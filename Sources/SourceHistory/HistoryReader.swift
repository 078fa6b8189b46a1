public import Diagnostics
import Synchronization

/// Asks git for the history of a folder, and keeps it as long as it is the same.
public final class HistoryReader: Sendable {
  /// How long git is waited for, in seconds: a pipe or a device in the place of one of its files would
  /// hold it for ever.
  private static let timeLimit = 60

  private let git: Git
  private let seconds: Int
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

  /// - Parameter seconds: How long git is waited for.
  init(_ git: Git, lastDay: String, seconds: Int = timeLimit) {
    self.git = git
    self.seconds = seconds
    self.lastDay = lastDay
  }

  /// Returns what the history would be read from now, the same text as long as nothing of it has
  /// changed; nil when git cannot tell.
  public func state() async -> String? {
    try? await inTime { [git] in try await git.state().text }
  }

  /// Returns the history up to the current commit; none, and why, when it cannot be told.
  public func history() async -> (SourceHistory, Diagnostic?) {
    do {
      let state = try await inTime { [git] in try await git.state() }
      if let kept = kept.withLock(\.self), kept.state == state.text { return (kept, nil) }
      let history = try await inTime { [git, lastDay] in
        try await git.history(of: state, lastDay: lastDay)
      }
      kept.withLock { $0 = history }
      return (history, nil)
    } catch let failure as GitFailure {
      return (.none, .noHistory(failure))
    } catch {
      return (.none, .noHistory(.refused("\(error)")))
    }
  }

  /// Asks git, and ends it when it takes too long.
  private func inTime<Answer: Sendable>(
    _ ask: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask { try await ask() }
      group.addTask { [seconds] in
        try await Task.sleep(for: .seconds(seconds))
        throw GitFailure.tooSlow(seconds: seconds)
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() else { throw CancellationError() }
      return answer
    }
  }
}
