/// What the answers of a questionnaire are worth, and what their sum means.
public struct ScoreSheet: Sendable, Hashable {
  /// A question.
  public struct Question: Sendable, Hashable {
    /// The points of its answers.
    public let values: [Double]
    /// What its points are multiplied by.
    public let weight: Double
    /// Whether an answer without a point ends the questionnaire.
    public let isBlocking: Bool

    /// Creates a question.
    public init(values: [Double], weight: Double = 1, isBlocking: Bool = false) {
      self.values = values
      self.weight = weight
      self.isBlocking = isBlocking
    }

    var least: Double { weight * (values.min() ?? 0) }
    var most: Double { weight * (values.max() ?? 0) }
    /// Whether an answer lets people go on.
    var canPass: Bool { !isBlocking || values.contains { $0 > 0 } }
  }

  /// What can be wrong with the thresholds.
  public enum Fault: Sendable, Hashable {
    /// No score reaches a threshold.
    case outOfReach(threshold: Int, most: Double)
    /// Two thresholds are at one score.
    case overlap(threshold: Int, other: Int)
    /// The lowest scores have no text.
    case gap(threshold: Int, least: Double)
    /// No answer to a question that ends the questionnaire lets people go on.
    case closedGate(question: Int)
  }

  /// The questions, in order.
  public let questions: [Question]
  /// The scores from which each text is shown.
  public let thresholds: [Double]

  /// Creates a score sheet.
  public init(questions: [Question], thresholds: [Double]) {
    self.questions = questions
    self.thresholds = thresholds
  }

  /// The lowest score.
  public var least: Double { questions.reduce(0) { $0 + $1.least } }

  /// The highest score.
  public var most: Double { questions.reduce(0) { $0 + $1.most } }

  /// The faults, in the order of the questions, then of the thresholds.
  public var faults: [Fault] {
    var faults = questions.indices.filter { !questions[$0].canPass }
      .map { Fault.closedGate(question: $0) }
    var seen: [Double: Int] = [:]
    for (index, threshold) in thresholds.enumerated() {
      if threshold > most { faults.append(.outOfReach(threshold: index, most: most)) }
      if let other = seen[threshold] {
        faults.append(.overlap(threshold: index, other: other))
      } else {
        seen[threshold] = index
      }
    }
    if let lowest = thresholds.indices.min(by: { thresholds[$0] < thresholds[$1] }),
      thresholds[lowest] > least
    {
      faults.append(.gap(threshold: lowest, least: least))
    }
    return faults
  }

  /// Returns the threshold that a score reaches.
  public func threshold(for score: Double) -> Int? {
    thresholds.indices.filter { thresholds[$0] <= score }.max { thresholds[$0] < thresholds[$1] }
  }
}
