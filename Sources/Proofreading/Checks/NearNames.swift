import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import TextEncoding

/// Finds the names in a list that are nearly the same.
struct NearNames {
  /// Pairs of indices of the list, the lower first, in order.
  let pairs: [(Int, Int)]

  /// A letter more or less tells short words apart: « pain » and « main ».
  private static let shortestEdited = 8

  /// Compares names by what is left of them without one letter, rather than two by two.
  ///
  /// - Parameter keys: The names as ``Slug`` makes them.
  /// - Complexity: O(*n*) in the length of all names, squared for each name.
  init(_ keys: [String]) {
    var byVariant: [[UInt8]: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      for variant in Self.deletions(of: key) { byVariant[variant, default: []].append(index) }
    }
    var found: Set<[Int]> = []
    for indices in byVariant.values {
      for (place, first) in indices.enumerated() {
        for second in indices[(place + 1)...]
        where first != second && Self.areNear(keys[first], keys[second]) {
          found.insert([min(first, second), max(first, second)])
        }
      }
    }
    pairs = found.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }

  /// Returns the variants that near names share: the name in the singular, the name itself, and the
  /// name with each one of its letters deleted.
  private static func deletions(of key: String) -> Set<[UInt8]> {
    let bytes = Array(key.utf8)
    var variants: Set<[UInt8]> = [singular(bytes)]
    if bytes.count >= shortestEdited {
      variants.insert(bytes)
      for index in bytes.indices { variants.insert(Array(bytes[..<index] + bytes[(index + 1)...])) }
    }
    return variants
  }

  private static func singular(_ key: [UInt8]) -> [UInt8] {
    key.split(separator: UInt8(ascii: "-")).flatMap { word in
      word.count > 3 && (word.last == UInt8(ascii: "s") || word.last == UInt8(ascii: "x"))
        ? word.dropLast() : word
    }
  }

  private static func areNear(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    if singular(left) == singular(right) { return true }
    guard min(left.count, right.count) >= shortestEdited, left.first == right.first else {
      return false
    }
    // Another number is another name: « budget-2025 », « budget-2026 ».
    func digits(_ key: [UInt8]) -> [UInt8] { key.filter { (0x30...0x39).contains($0) } }
    return digits(left) == digits(right) && isOneEdit(left, right)
  }

  /// Returns whether one letter more, less or changed, or two neighbours swapped, makes the other.
  private static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let shorter = min(left.count, right.count)
    let middle = max(left.count, right.count) - min(start + end, shorter)
    if middle <= 1 { return true }
    return left.count == right.count && middle == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }
}
