import Glibc
package import SiteFiles

/// Paths below a folder, sorted by their bytes, and what the disk says of each.
///
/// Large sites have tens of thousands: they are held as the system takes them, without a string each.
package struct StampedPaths: Sendable {
  /// The paths one after another, each with a zero at its end.
  package private(set) var bytes: [UInt8] = []
  /// Where each path starts.
  private var starts: [Int] = []
  /// What the disk says of each.
  package private(set) var stamps: [FileStamp] = []

  /// How many paths a worker takes at a time.
  private static let blockSize = 32

  package var count: Int { starts.count }

  /// Sorts paths.
  package init(_ paths: [(path: String, stamp: FileStamp)] = []) {
    let sorted = paths.sorted { left, right in
      left.path.withCString { left in right.path.withCString { strcmp(left, $0) < 0 } }
    }
    for (path, stamp) in sorted { append(path.utf8, stamp) }
  }

  /// Takes paths in the form of ``bytes``, already sorted; nil when there are not as many stamps.
  package init?(bytes: [UInt8], stamps: [FileStamp]) {
    starts.reserveCapacity(stamps.count)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0 {
      starts.append(start)
      start = index + 1
    }
    guard start == bytes.count, starts.count == stamps.count else { return nil }
    self.bytes = bytes
    self.stamps = stamps
  }

  /// Returns a path as text.
  package func path(at index: Int) -> String {
    String(decoding: pathBytes(at: index), as: UTF8.self)
  }

  /// Returns the bytes of a path, without its end.
  func pathBytes(at index: Int) -> ArraySlice<UInt8> {
    let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    return bytes[starts[index]..<end - 1]
  }

  /// Returns the place of a path; nil when it is not there.
  ///
  /// - Complexity: O(log *n*).
  package func index(of path: String) -> Int? {
    path.withCString { path in
      withPaths { paths in
        var (low, high) = (0, starts.count)
        while low < high {
          let middle = (low + high) / 2
          let order = strcmp(paths + starts[middle], path)
          if order == 0 { return middle }
          if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
      }
    }
  }

  package func contains(_ path: String) -> Bool { index(of: path) != nil }

  /// Returns what the disk says of a path; nil when it is not there.
  package func stamp(of path: String) -> FileStamp? { index(of: path).map { stamps[$0] } }

  /// Notes what the disk says of a path now; one that is not there is left out.
  package mutating func stamp(_ path: String, _ stamp: FileStamp) {
    if let index = index(of: path) { stamps[index] = stamp }
  }

  /// Returns the same paths with what the disk says of each now, as many as there are.
  package func stamped(_ stamps: [FileStamp]) -> StampedPaths {
    var paths = self
    paths.stamps = stamps
    return paths
  }

  /// Returns what the disk says of a path below a folder now.
  package func stamp(at index: Int, below folder: OpenFolder) -> FileStamp {
    withPaths { folder.stamp(of: $0 + starts[index]) }
  }

  /// Appends a path after all others in their order.
  package mutating func append(_ path: some Sequence<UInt8>, _ stamp: FileStamp) {
    starts.append(bytes.count)
    bytes.append(contentsOf: path)
    bytes.append(0)
    stamps.append(stamp)
  }

  /// Goes through two lists at once, in the order of their paths.
  ///
  /// - Parameter visit: Called once a path, with its place in each list that has it.
  static func merge(
    _ left: StampedPaths, _ right: StampedPaths, _ visit: (Int?, Int?) -> Void
  ) {
    left.withPaths { leftPaths in
      right.withPaths { rightPaths in
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
          let order: Int32 =
            if first == left.count { 1 } else if second == right.count { -1 } else {
              strcmp(leftPaths + left.starts[first], rightPaths + right.starts[second])
            }
          visit(order <= 0 ? first : nil, order >= 0 ? second : nil)
          if order <= 0 { first += 1 }
          if order >= 0 { second += 1 }
        }
      }
    }
  }

  /// The folders that the paths lie in, each with a slash at its end, the root as an empty path; what
  /// the disk says of them is not known.
  package var folders: StampedPaths {
    var folders = StampedPaths()
    folders.append([], .unknown)
    bytes.withUnsafeBufferPointer { bytes in
      var last = 0
      for start in starts {
        // What a path shares with the one before it, it shares no more of with those further before.
        var shared = 0
        while start > 0, bytes[last + shared] != 0, bytes[last + shared] == bytes[start + shared] {
          shared += 1
        }
        var place = start + shared
        while bytes[place] != 0 {
          if bytes[place] == UInt8(ascii: "/") { folders.append(bytes[start...place], .unknown) }
          place += 1
        }
        last = start
      }
    }
    return folders
  }

  /// Whether the disk says of each path below a folder what it said.
  package func isSame(below root: String, _ workers: Workers) async throws -> Bool {
    guard let folder = OpenFolder(root) else { return false }
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let same = try await workers.map(blocks) { block in
      withPaths { paths in
        let first = block * Self.blockSize
        return (first..<min(first + Self.blockSize, count)).allSatisfy { index in
          let stamp = stamps[index]
          return stamp != .unknown && folder.stamp(of: paths + starts[index]) == stamp
        }
      }
    }
    return same.allSatisfy(\.self)
  }

  private func withPaths<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBytes { bytes in
      // A list without paths has no bytes, and nothing is read of it.
      guard let base = bytes.baseAddress else { return "".withCString(body) }
      return body(base.assumingMemoryBound(to: CChar.self))
    }
  }
}
