import Glibc
import Synchronization

/// The regular expression of a field, which is given up when it would hold a build.
struct TextPattern: Sendable, Hashable {
  /// What comes of a text.
  enum Outcome {
    case matches, differs, tooSlow
  }

  /// How long one text may take, in milliseconds: any real value takes less than one.
  private static let timeLimit = 2_000

  /// The patterns that were given up: another text would hold another thread.
  private static let givenUp = Mutex<Set<String>>([])

  /// The expression as it is declared.
  let text: String
  /// Whether a text may take more than a time that grows with its length.
  private let isRisky: Bool

  /// The longest expression that is read, in bytes: to compile one takes more than linear time.
  static let longest = 1_000

  /// Reads an expression; nil when it cannot be read.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, (try? Regex(text)) != nil else { return nil }
    self.text = text
    isRisky = Self.repeatsRepetitions(text)
  }

  /// Matches a whole text.
  func outcome(for value: String) -> Outcome {
    guard isRisky else { return Self.outcome(of: text, for: value) }
    if Self.givenUp.withLock({ $0.contains(text) }) { return .tooSlow }
    let outcome = Attempt.run(milliseconds: Self.timeLimit) { [text] in
      Self.outcome(of: text, for: value)
    }
    if outcome == nil { Self.givenUp.withLock { _ = $0.insert(text) } }
    return outcome ?? .tooSlow
  }

  private static func outcome(of pattern: String, for value: String) -> Outcome {
    guard let regex = try? Regex(pattern) else { return .matches }
    return value.wholeMatch(of: regex) == nil ? .differs : .matches
  }

  /// Whether an expression repeats what repeats itself, as `(a+)+` does, or repeats three things or more:
  /// an engine that tries each way in turn may then try more ways than anyone can wait for.
  private static func repeatsRepetitions(_ pattern: String) -> Bool {
    var groups = [0]
    var total = 0
    var isEscaped = false
    var isInClass = false
    var closed = 0
    for scalar in pattern.unicodeScalars {
      defer { isEscaped = scalar == "\\" && !isEscaped }
      if isEscaped { continue }
      switch scalar {
      case "[": isInClass = true
      case "]": isInClass = false
      case _ where isInClass: break
      case "(":
        groups.append(0)
        closed = 0
        continue
      case ")":
        closed = groups.count > 1 ? groups.removeLast() : 0
        groups[groups.count - 1] += closed
        continue
      case "*", "+", "{", "?":
        if closed > 0, scalar != "?" { return true }
        // `(?:` and a lazy sign after another repeat nothing; counting them does no harm.
        groups[groups.count - 1] += 1
        if scalar == "*" || scalar == "+" { total += 1 }
      default: break
      }
      closed = 0
    }
    return total > 2
  }
}

/// Work on a thread of its own, which is left alone when it takes too long.
private final class Attempt: Sendable {
  private let work: @Sendable () -> TextPattern.Outcome
  private let outcome = Mutex<TextPattern.Outcome?>(nil)

  private init(_ work: @escaping @Sendable () -> TextPattern.Outcome) { self.work = work }

  /// Returns what work gives; nil when it has not ended in time.
  static func run(
    milliseconds: Int, _ work: @escaping @Sendable () -> TextPattern.Outcome
  ) -> TextPattern.Outcome? {
    let attempt = Attempt(work)
    let context = Unmanaged.passRetained(attempt)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let attempt = Unmanaged<Attempt>.fromOpaque(context).takeRetainedValue()
        let outcome = attempt.work()
        attempt.outcome.withLock { $0 = outcome }
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      return nil
    }
    pthread_detach(thread)
    for wait in 0..<(milliseconds * 10) {
      if let outcome = attempt.outcome.withLock({ $0 }) { return outcome }
      // Most end at once.
      usleep(wait < 10 ? 10 : 100)
    }
    return nil
  }
}
