/// Finds what somebody meant to write.
public enum NearMiss {
  /// Returns the candidate closest to a word, when it is close enough to be worth suggesting.
  ///
  /// Close enough is a third of the word's length, at most three edits; letter case does not count.
  /// The first of two equally close candidates in alphabetical order wins.
  ///
  /// - Complexity: O(*c* · *n* · *m*) for *c* candidates.
  public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word.lowercased().unicodeScalars)
    let limit = min(3, max(1, target.count / 3))
    var best: (distance: Int, candidate: String)?
    // A name without a letter is no advice.
    for candidate in candidates where !candidate.isEmpty {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard abs(scalars.count - target.count) <= limit else { continue }
      let distance = editDistance(target, scalars)
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.candidate) <= (distance, candidate) {
        continue
      }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// Returns the number of insertions, deletions, substitutions and transpositions of neighbours
  /// between two words (optimal string alignment).
  package static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in 1...left.count {
      var current = [Int](repeating: i, count: right.count + 1)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
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
