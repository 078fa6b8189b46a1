/// Joins changes that follow each other quickly, and says how long to wait for the next.
///
/// Some editors rename the old file and write a new one, others write in several steps: a site that is built
/// in between would lack a page, or have half of it.
struct Debouncer {
  /// What happened to a name.
  enum Change {
    /// A file was written to its end, or came by its name.
    case complete
    /// A file went, or was made and is still empty.
    case incomplete
    /// The rights or the times of a file have changed.
    case other
  }

  /// How long to wait for another change after the last.
  static let quiet = Duration.milliseconds(4)
  /// How long to wait after the last while a file that went may come back.
  static let comingBack = Duration.milliseconds(80)
  /// How long to wait at most after the first change.
  static let longest = Duration.milliseconds(250)

  private var start: ContinuousClock.Instant?
  private var last = ContinuousClock.now
  private var incomplete: Set<String> = []

  /// Adds a change of a path.
  mutating func add(_ change: Change, of path: String, at now: ContinuousClock.Instant) {
    start = start ?? now
    last = now
    switch change {
    case .complete: incomplete.remove(path)
    case .incomplete: incomplete.insert(path)
    case .other: break
    }
  }

  /// Returns how long to wait for another change; nil when there was none yet.
  func patience(at now: ContinuousClock.Instant) -> Duration? {
    guard let start else { return nil }
    let end = last + (incomplete.isEmpty ? Self.quiet : Self.comingBack)
    return max(.zero, min(end, start + Self.longest) - now)
  }
}
