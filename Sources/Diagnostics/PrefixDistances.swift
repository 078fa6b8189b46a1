/// How far a word is from what a name starts with, for names that are read one after the other.
///
/// A distance is the number of insertions, deletions, substitutions and transpositions of neighbours
/// (optimal string alignment); those above a limit are not told apart.
struct PrefixDistances {
  private let target: [Unicode.Scalar]
  private let limit: Int
  private let width: Int
  /// For each number of letters of the name, and each number of letters of the word, their distance.
  private var rows: [Int]

  init(_ target: [Unicode.Scalar], limit: Int) {
    self.target = target
    self.limit = limit
    width = target.count + 1
    rows = [Int](repeating: limit + 1, count: width * (width + limit))
    for column in 0...min(limit, target.count) { rows[column] = column }
  }

  /// Reads one more letter, the last of what a name starts with; what comes before it was read.
  ///
  /// - Returns: Whether a name that starts so can be close enough.
  mutating func read(_ start: ArraySlice<Unicode.Scalar>) -> Bool {
    let length = start.count
    // Cells further from the diagonal are above the limit.
    let (first, last) = (max(0, length - limit), min(target.count, length + limit))
    guard first <= last, let letter = start.last else { return false }
    let before = start.dropLast().last
    let (row, above) = (length * width, (length - 1) * width)
    var least = limit + 1
    if first > 0 { rows[row + first - 1] = limit + 1 }
    if last < target.count { rows[row + last + 1] = limit + 1 }
    for column in first...last {
      var distance = length
      if column > 0 {
        distance = min(
          rows[above + column] + 1, rows[row + column - 1] + 1,
          rows[above + column - 1] + (letter == target[column - 1] ? 0 : 1))
        if column > 1, letter == target[column - 2], before == target[column - 1] {
          distance = min(distance, rows[above - width + column - 2] + 1)
        }
      }
      rows[row + column] = min(distance, limit + 1)
      least = min(least, distance)
    }
    return least <= limit
  }

  /// Returns the distance of the whole word from the name that was read; nil for more than the limit.
  func distance(ofLength length: Int) -> Int? {
    let distance = rows[length * width + target.count]
    return distance <= limit ? distance : nil
  }
}
