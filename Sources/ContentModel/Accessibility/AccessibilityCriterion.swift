/// A criterion of the RGAA 4.1, by its topic and its number in it: `3.2`.
public struct AccessibilityCriterion: Sendable, Hashable, Comparable {
  /// The topic, from 1 to 13.
  public let topic: Int
  /// The number in the topic, from 1.
  public let number: Int

  /// How many criteria each topic has.
  ///
  /// Source: <https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/>.
  private static let counts = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

  /// How many criteria there are in all.
  public static let count = counts.reduce(0, +)

  /// Reads a number such as `3.2`; nil when no criterion bears it.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let topic = Int(parts[0]), let number = Int(parts[1]),
      Self.counts.indices.contains(topic - 1), (1...Self.counts[topic - 1]).contains(number),
      text == "\(topic).\(number)"
    else { return nil }
    self.topic = topic
    self.number = number
  }

  /// The number as people write it: `3.2`.
  public var text: String { "\(topic).\(number)" }

  /// Orders criteria as the RGAA lists them.
  public static func < (left: Self, right: Self) -> Bool {
    (left.topic, left.number) < (right.topic, right.number)
  }
}
