import Diagnostics
import Testing

struct NearMissTests {
  private let keys = ["titre", "resume", "etiquettes", "duree"]

  @Test(arguments: [
    ("titr", "titre"), ("Titre", "titre"), ("etiquetes", "etiquettes"), ("reusme", "resume"),
  ])
  func findsTheKeyThatWasMeant(typed: String, meant: String) {
    #expect(NearMiss.closest(to: typed, among: keys) == meant)
  }

  @Test(arguments: ["x", "budget", ""])
  func staysSilentWhenNothingIsClose(typed: String) {
    #expect(NearMiss.closest(to: typed, among: keys) == nil)
  }
}

/// The search that leaves what is too far early finds what a plain one does.
@Suite struct NearMissSearchTests {
  /// The number of edits, computed as the definition says (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
    for i in left.indices {
      rows[i + 1][0] = i + 1
      for j in right.indices {
        let cost = left[i] == right[j] ? 0 : 1
        rows[i + 1][j + 1] = min(
          rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + cost)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          rows[i + 1][j + 1] = min(rows[i + 1][j + 1], rows[i - 1][j - 1] + 1)
        }
      }
    }
    return rows[left.count][right.count]
  }

  @Test func findsTheFirstOfTheClosest() {
    var seed: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    func word() -> String {
      String((0..<next(9)).map { _ in Character(["a", "b", "é", "C"][next(4)]) })
    }
    var found = 0
    for _ in 0..<400 {
      let (target, names) = (word(), (0..<12).map { _ in word() })
      let limit = min(3, max(1, target.count / 3))
      let expected = names.filter { !$0.isEmpty }
        .map { (Self.distance(Array(target.lowercased()), Array($0.lowercased())), $0) }
        .filter { $0.0 <= limit }.min { $0 < $1 }?.1
      #expect(NearMiss.closest(to: target, among: names) == expected, "\(target): \(names)")
      found += expected == nil ? 0 : 1
    }
    #expect(found > 100)
  }
}
