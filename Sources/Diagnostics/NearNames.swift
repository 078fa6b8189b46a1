/// The names of a site, among which those close to a word are found without comparing it with each.
///
/// The names are sorted: those that start alike share the distances of what they start with, and a start
/// that is too far from the word leaves all of them out.
public struct NearNames: Sendable {
  /// How many letters of names a search looks at, so that a dead link takes no longer in a large site.
  ///
  /// Names a letter or two away are found before that among any number of names.
  static let maxSteps = 4_000

  private struct Name {
    let text: String
    let letters: [Unicode.Scalar]
    /// How many letters it starts with as the name before it.
    var shared = 0
  }

  private var names: [Name]

  /// - Complexity: O(*n* log *n*) for *n* names.
  public init(_ names: some Sequence<String>) {
    // A name without a letter is no advice.
    self.names = Set(names).lazy.filter { !$0.isEmpty }
      .map { Name(text: $0, letters: Array($0.lowercased().unicodeScalars)) }
      .sorted { left, right in
        left.letters == right.letters
          ? left.text < right.text : left.letters.lexicographicallyPrecedes(right.letters)
      }
    for index in self.names.indices.dropFirst() {
      let pairs = zip(self.names[index - 1].letters, self.names[index].letters)
      self.names[index].shared = pairs.prefix { $0 == $1 }.count
    }
  }

  /// Returns what ``NearMiss/closest(to:among:)`` does; nil as well when that is not known after a fixed
  /// number of steps.
  public func closest(to word: String) -> String? {
    let target = Array(word.lowercased().unicodeScalars)
    var steps = Self.maxSteps
    // What is a letter away is found soon: more edits are looked for only where nothing is.
    for limit in 1...NearMiss.greatestDistance(for: target.count) {
      var distances = PrefixDistances(target, limit: limit)
      let name = closest(&distances, &steps)
      if steps == 0 || name != nil { return steps == 0 ? nil : name }
    }
    return nil
  }

  /// Returns the closest name; what is returned means nothing once no step is left.
  private func closest(_ distances: inout PrefixDistances, _ steps: inout Int) -> String? {
    var best: (distance: Int, name: String)?
    // How many letters of the name at hand have their distances.
    var known = 0
    var index = 0
    while index < names.count {
      let letters = names[index].letters
      known = min(known, names[index].shared)
      var isTooFar = false
      while known < letters.count, !isTooFar {
        steps -= 1
        guard steps > 0 else { return nil }
        known += 1
        isTooFar = !distances.read(letters[..<known])
      }
      if isTooFar {
        index = end(of: letters[..<known], from: index)
        known -= 1
        continue
      }
      // The first of two equally close names in alphabetical order wins.
      if let distance = distances.distance(ofLength: letters.count),
        best.map({ (distance, names[index].text) < $0 }) ?? true
      {
        best = (distance, names[index].text)
      }
      index += 1
    }
    return best?.name
  }

  /// Returns the place of the first name after one that does not start as it does.
  private func end(of start: ArraySlice<Unicode.Scalar>, from index: Int) -> Int {
    var (low, high) = (index + 1, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].letters.starts(with: start) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
