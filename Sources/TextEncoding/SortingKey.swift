extension String {
  /// Returns a key that sorts words as a dictionary of a language does: accents and letter case
  /// aside, the text itself deciding between two that differ by these alone.
  ///
  /// Breton has the letters CH and C’H between B and D; the other languages go by the Latin letters.
  public func sortingKey(in language: String) -> SortingKey {
    SortingKey(self, folded: Slug.make(from: self), in: language)
  }
}

/// The order of a word in a list for people.
public struct SortingKey: Comparable, Sendable {
  /// The text in lower case without accents, its words joined by hyphens.
  public let folded: String
  /// What is compared: the same, but for the letters of a language that are several signs.
  private let order: String
  private let text: String

  /// Creates the key of a text that was folded before.
  ///
  /// - Parameter folded: What ``Slug/make(from:)`` gives for the text.
  public init(_ text: String, folded: String, in language: String) {
    let isBreton = language == "br" || language.hasPrefix("br-")
    self.folded = folded
    order = isBreton ? BretonOrder.key(of: text) : folded
    self.text = text
  }

  /// The first letter, in capitals as readers see it; nil when the text starts with none.
  public var letter: String? {
    if let letter = BretonOrder.letter(startOf: order) { return letter }
    return order.first.flatMap { $0.isLetter ? $0.uppercased() : nil }
  }

  /// Returns whether a word comes before another.
  public static func < (left: SortingKey, right: SortingKey) -> Bool {
    left.order == right.order ? left.text < right.text : left.order < right.order
  }
}
