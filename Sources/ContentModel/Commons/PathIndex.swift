import TextEncoding

/// Finds what bears a path: by the whole of it, or by any end of it, its last part alone included.
///
/// Letter case does not count, nor how accents are composed.
public struct PathIndex: Sendable {
  /// How many bearers of one path are told.
  static let maxBearers = 5

  /// The paths, folded, in their order, and what bears each.
  private let paths: [(path: String, bearer: Int)]
  private let placesByPath: [String: [Int]]
  private let placesByEnd: [String: [Int]]

  /// Creates an index.
  ///
  /// - Parameter paths: Each path, with `/` between its parts, and a number of what bears it.
  /// - Complexity: O(*n* log *n*) in the number of parts of all paths.
  public init(_ paths: [(path: String, bearer: Int)]) {
    let sorted = paths.map { (path: Self.fold($0.path), bearer: $0.bearer) }
      .sorted { ($0.path, $0.bearer) < ($1.path, $1.bearer) }
    var placesByPath: [String: [Int]] = [:]
    var placesByEnd: [String: [Int]] = [:]
    for (place, entry) in sorted.enumerated() {
      placesByPath[entry.path, default: []].append(place)
      var end = entry.path[...]
      while let slash = end.utf8.firstIndex(of: UInt8(ascii: "/")) {
        end = end[end.utf8.index(after: slash)...]
        placesByEnd[String(end), default: []].append(place)
      }
    }
    self.paths = sorted
    self.placesByPath = placesByPath
    self.placesByEnd = placesByEnd
  }

  /// Returns what bears a path, whole.
  public func bearers(ofWhole path: String) -> [Int] {
    (placesByPath[Self.fold(path)] ?? []).prefix(Self.maxBearers).map { paths[$0].bearer }
  }

  /// Returns the bearers of a path, whole, or else of those that end in it.
  ///
  /// The first is that of the nearest folder: the deepest that it shares with a file. The others, of
  /// which a few are told, come by the order of their paths.
  ///
  /// - Complexity: O(*d* log *n*) in the depth of the file and the number of bearers.
  public func bearers(of path: String, near file: String) -> [Int] {
    let key = Self.fold(path)
    guard let places = placesByPath[key] ?? placesByEnd[key] else { return [] }
    let nearest = nearest(of: places, to: file)
    let others = places.prefix(Self.maxBearers + 1).map { paths[$0].bearer }
      .filter { $0 != nearest }
    return [nearest].compactMap(\.self) + others.prefix(Self.maxBearers - 1)
  }

  private func nearest(of places: [Int], to file: String) -> Int? {
    var folder = Self.fold(file)[...]
    while places.count > 1, let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let start = String(folder[...slash])
      folder = folder[..<slash]
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if paths[places[middle]].path < start { low = middle + 1 } else { high = middle }
      }
      if low < places.count, paths[places[low]].path.hasPrefix(start) {
        return paths[places[low]].bearer
      }
    }
    return places.first.map { paths[$0].bearer }
  }

  /// Returns a path as paths are compared.
  private static func fold(_ path: String) -> String { path.lowercased().composed }
}
