/// What sets two texts apart, line by line.
enum LineDiff {
  /// The longest texts that are compared, in lines.
  static let maxLines = 4_000

  /// Returns the lines that differ: `- 12: words` of the first text, `+ 13: words` of the second, in the
  /// order of the texts; nil when they are too long.
  ///
  /// - Complexity: O(*n* *d*) in the number of lines and of differences.
  static func lines(from first: String, to second: String) -> [String]? {
    let old = first.split(separator: "\n", omittingEmptySubsequences: false)
    let new = second.split(separator: "\n", omittingEmptySubsequences: false)
    guard old.count <= maxLines, new.count <= maxLines else { return nil }
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        lines.append("- \(left + 1): \(old[left])")
        left += 1
      } else if right < new.count, inserted.contains(right) {
        lines.append("+ \(right + 1): \(new[right])")
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    return lines
  }
}
