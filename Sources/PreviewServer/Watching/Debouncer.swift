/// Changes that come together, and how long to wait for the rest of them.
///
/// Some editors rename the old file and write a new one, others write in several steps: a site built in
/// between would lack a page, or have half of it.
struct Debouncer {
  /// What happened to a name.
  enum Change {
    /// It is there, whole.
    case complete
    /// It went, or has only begun to be there.
    case incomplete
    /// Its rights or its times are others.
    case other
  }

  /// How long nothing must happen before the burst is over.
  static let quiet = Duration.milliseconds(4)
  /// The same, while a name that went may come back.
  static let comingBack = Duration.milliseconds(80)
  /// How long a burst may last before it is told in any case.
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

  /// How long to wait for more; nothing when no change has come.
  func patience(at now: ContinuousClock.Instant) -> Duration? {
    guard let start else { return nil }
    let end = last + (incomplete.isEmpty ? Self.quiet : Self.comingBack)
    return max(.zero, min(end, start + Self.longest) - now)
  }
}
