extension String {
  /// A key that sorts words as a French dictionary does: accents and letter case aside, the text
  /// itself deciding between two that differ by these alone.
  public var foldedForSorting: SortingKey {
    SortingKey(folded: FoldedKey.make(from: self), text: self)
  }
}

/// The order of a word in a list for people.
public struct SortingKey: Comparable, Sendable {
  /// The text in lower case without accents, its words joined by hyphens.
  public let folded: String
  private let text: String

  init(folded: String, text: String) {
    self.folded = folded
    self.text = text
  }

  /// Returns whether a word comes before another.
  public static func < (left: SortingKey, right: SortingKey) -> Bool {
    left.folded == right.folded ? left.text < right.text : left.folded < right.folded
  }
}
