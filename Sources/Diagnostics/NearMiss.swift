/// Finds what somebody meant to write.
public enum NearMiss {
  /// Returns the candidate closest to a word, when it is close enough to be worth suggesting.
  ///
  /// Close enough is a third of the word's length, at most three edits; letter case does not count.
  /// The first of two equally close candidates in alphabetical order wins.
  ///
  /// - Complexity: O(*c* · *n*) for *c* candidates of *n* letters.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    var search = NearMissSearch(word)
    // A name without a letter is no advice.
    for candidate in candidates where !candidate.isEmpty { search.consider(candidate) }
    return search.best
  }

  /// Returns the most edits that are close enough to a word of some letters.
  static func greatestDistance(for letters: Int) -> Int { min(3, max(1, letters / 3)) }

  /// Whether a letter more, less, changed or swapped with its neighbour makes one word of the other.
  package static func areOneEditApart(_ word: String, _ other: String) -> Bool {
    var search = NearMissSearch(word, limit: 1)
    search.consider(other)
    return search.best != nil && word.lowercased() != other.lowercased()
  }

  /// Returns « vouliez-vous dire … » for the closest candidate, or nil.
  public static func suggestion(
    for word: String, among candidates: some Sequence<String>
  ) -> LocalizedText? {
    closest(to: word, among: candidates).map {
      LocalizedText(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
    }
  }
}
