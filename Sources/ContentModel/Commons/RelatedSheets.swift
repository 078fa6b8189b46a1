import Glibc

/// The sheets that have most in common with each other.
public struct RelatedSheets: Sendable {
  /// A sheet close to another.
  public struct Neighbour: Sendable, Hashable {
    /// The sheet.
    public let sheet: Int
    /// What the two share that is rarest.
    public let reason: Feature
  }

  /// Something that two sheets may share.
  public enum Feature: Sendable, Hashable {
    /// A tag, as an index of the tag index.
    case tag(Int)
    /// A term, as an index of the terms given.
    case term(Int)
    /// One of them links to the other.
    case link
    /// Both link to a third.
    case commonLink
  }

  /// How many neighbours a sheet has at most.
  static let maxNeighbours = 6
  /// How many sheets are compared with each; a feature borne by more than this offers those next to
  /// the sheet in the order of the site, so that the work grows with the number of sheets alone.
  static let maxCandidates = 96

  private let features: [[Int32]]
  private let weights: [Float]
  private let bearers: [[Int32]]
  private let tagCount: Int
  private let termCount: Int

  /// Indexes what sheets bear.
  ///
  /// - Parameters:
  ///   - tags: The tags of each sheet.
  ///   - tagCount: How many tags there are.
  ///   - terms: The terms of each sheet.
  ///   - termCount: How many terms there are.
  ///   - links: The sheets that each sheet links to, in its text or its fields.
  /// - Complexity: O(*n*) in the number of tags, terms and links.
  public init(
    tags: [[Int]], tagCount: Int, terms: [[Int]], termCount: Int, links: [[Int]],
    unlisted: Set<Int> = []
  ) {
    self.tagCount = tagCount
    self.termCount = termCount
    let linkBase = tagCount + termCount
    var features: [[Int32]] = []
    features.reserveCapacity(tags.count)
    var counts = [Int](repeating: 0, count: linkBase + tags.count)
    for sheet in tags.indices {
      // A sheet bears its own link, so that it meets those that link to it.
      var own = tags[sheet] + terms[sheet].map { tagCount + $0 }
      if !links[sheet].isEmpty { own += links[sheet].map { linkBase + $0 } }
      own.append(linkBase + sheet)
      let sorted = Set(own).sorted()
      if !unlisted.contains(sheet) { for feature in sorted { counts[feature] += 1 } }
      features.append(sorted.map(Int32.init))
    }
    var bearers = counts.map { count in
      var list: [Int32] = []
      list.reserveCapacity(count)
      return list
    }
    for (sheet, own) in features.enumerated() where !unlisted.contains(sheet) {
      for feature in own { bearers[Int(feature)].append(Int32(sheet)) }
    }
    let total = Double(max(1, tags.count))
    weights = counts.enumerated().map { feature, count in
      let kind: Double = feature < tagCount ? 1 : feature < linkBase ? 0.5 : 0.8
      return Float(kind * log(1 + total / Double(max(1, count))))
    }
    self.features = features
    self.bearers = bearers
  }

  /// Returns the neighbours of a sheet, the closest first.
  ///
  /// - Complexity: O(1): the number of candidates is bounded.
  public func neighbours(of sheet: Int) -> [Neighbour] {
    let own = features[sheet]
    var best: [(score: Float, sheet: Int32, feature: Int32)] = []
    for candidate in candidates(for: Int32(sheet)) {
      let (score, reason) = compare(own, features[Int(candidate)])
      if best.count == Self.maxNeighbours, let last = best.last, last.score >= score { continue }
      let place = best.firstIndex { $0.score < score } ?? best.endIndex
      best.insert((score, candidate, reason), at: place)
      if best.count > Self.maxNeighbours { best.removeLast() }
    }
    return best.map { found in
      let other = Int(found.sheet)
      return Neighbour(sheet: other, reason: reason(found.feature, sheet, other))
    }
  }

  /// Returns the sheets to compare with one, sorted, each once.
  func candidates(for sheet: Int32) -> [Int32] {
    // The rarest features first: their bearers are the most telling candidates.
    let rarestFirst = features[Int(sheet)].sorted {
      let (left, right) = (bearers[Int($0)].count, bearers[Int($1)].count)
      return left != right ? left < right : $0 < $1
    }
    var found: [Int32] = []
    found.reserveCapacity(Self.maxCandidates * 2)
    for feature in rarestFirst where found.count < Self.maxCandidates {
      let share = max(8, (Self.maxCandidates - found.count) / 2)
      found += Self.window(bearers[Int(feature)], around: sheet, count: share)
    }
    found.sort()
    var last = sheet
    found.removeAll { candidate in
      defer { last = candidate }
      return candidate == last || candidate == sheet
    }
    return found
  }

  /// Adds up the weights of what two sheets share, and finds the heaviest of it.
  private func compare(_ left: [Int32], _ right: [Int32]) -> (score: Float, heaviest: Int32) {
    var (i, j) = (0, 0)
    var score: Float = 0
    var heaviest: Int32 = 0
    var greatest: Float = -1
    while i < left.count, j < right.count {
      if left[i] < right[j] {
        i += 1
      } else if left[i] > right[j] {
        j += 1
      } else {
        let weight = weights[Int(left[i])]
        score += weight
        if weight > greatest { (greatest, heaviest) = (weight, left[i]) }
        i += 1
        j += 1
      }
    }
    return (score, heaviest)
  }

  private func reason(_ feature: Int32, _ left: Int, _ right: Int) -> Feature {
    let feature = Int(feature)
    if feature < tagCount { return .tag(feature) }
    if feature < tagCount + termCount { return .term(feature - tagCount) }
    let linked = feature - tagCount - termCount
    return linked == left || linked == right ? .link : .commonLink
  }

  /// Returns at most `count` elements of a sorted list, those nearest to a value.
  private static func window(_ list: [Int32], around value: Int32, count: Int) -> ArraySlice<Int32>
  {
    guard list.count > count else { return list[...] }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < value { low = middle + 1 } else { high = middle }
    }
    let start = min(max(0, low - count / 2), list.count - count)
    return list[start..<(start + count)]
  }
}
