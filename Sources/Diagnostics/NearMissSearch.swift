/// Compares one word with many, and keeps the closest: what is too far is left as soon as that shows.
struct NearMissSearch {
  /// The closest candidate so far.
  private(set) var best: String?

  private let target: [Unicode.Scalar]
  /// The most edits that are close enough: those of the best candidate so far.
  private var limit: Int
  private var letters: [Unicode.Scalar] = []
  /// The distances between the starts of both words, up to one letter of the word and to the two before
  /// it.
  private var current: [Int] = []
  private var previous: [Int] = []
  private var beforePrevious: [Int] = []

  /// - Parameter limit: The most edits that are close enough; a third of the letters, at most three,
  ///   when nil.
  init(_ word: String, limit: Int? = nil) {
    target = Array(word.lowercased().unicodeScalars)
    self.limit = limit ?? NearMiss.greatestDistance(for: target.count)
  }

  /// Compares the word with a candidate; letter case does not count.
  mutating func consider(_ candidate: String) {
    // A letter has one to four bytes.
    let bytes = candidate.utf8.count
    guard bytes >= target.count - limit, bytes / 4 <= target.count + limit else { return }
    letters.removeAll(keepingCapacity: true)
    if candidate.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in candidate.utf8 {
        letters.append(Unicode.Scalar(0x41...0x5A ~= byte ? byte | 0x20 : byte))
      }
    } else {
      letters.append(contentsOf: candidate.lowercased().unicodeScalars)
    }
    guard abs(letters.count - target.count) <= limit, let distance = distance() else { return }
    // The first of two equally close candidates in alphabetical order wins.
    if let best, distance == limit, best <= candidate { return }
    best = candidate
    limit = distance
  }

  /// Returns the number of insertions, deletions, substitutions and transpositions of neighbours
  /// between the word and the letters (optimal string alignment); nil for more than the limit.
  private mutating func distance() -> Int? {
    // What both start and end with changes nothing.
    var (start, end, last) = (0, target.count, letters.count)
    while start < end, start < last, target[start] == letters[start] { start += 1 }
    while end > start, last > start, target[end - 1] == letters[last - 1] {
      (end, last) = (end - 1, last - 1)
    }
    let width = last - start
    if width == 0 || end == start {
      let count = max(width, end - start)
      return count <= limit ? count : nil
    }
    if current.count <= width {
      let row = [Int](repeating: 0, count: width + 1)
      (current, previous, beforePrevious) = (row, row, row)
    }
    for column in 0...width { previous[column] = column }
    for row in 1...(end - start) {
      let letter = target[start + row - 1]
      current[0] = row
      var least = row
      for column in 1...width {
        let other = letters[start + column - 1]
        var cost = min(
          previous[column] + 1, current[column - 1] + 1,
          previous[column - 1] + (letter == other ? 0 : 1))
        if row > 1, column > 1, letter == letters[start + column - 2],
          target[start + row - 2] == other
        {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current[column] = cost
        least = min(least, cost)
      }
      guard least <= limit else { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[width] <= limit ? previous[width] : nil
  }
}
