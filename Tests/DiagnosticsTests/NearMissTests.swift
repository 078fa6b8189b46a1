import Testing

@testable import Diagnostics

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
      #expect(NearNames(names).closest(to: target) == expected, "\(target): \(names)")
      found += expected == nil ? 0 : 1
    }
    #expect(found > 100)
  }
}

/// Names of a site among which a search ends.
@Suite struct NearNamesTests {
  private let names = NearNames((0..<3_000).map { "fiche-\($0 + 10_000)-suite" })

  @Test(arguments: [
    ("fiche-12345-suit", "fiche-12345-suite"), ("Fiche-12345-suite", "fiche-12345-suite"),
    ("fihce-12345-siute", "fiche-12345-suite"), ("", nil), ("budget", nil),
  ])
  func findsWhatIsClose(word: String, meant: String?) {
    #expect(names.closest(to: word) == meant)
  }

  /// The closest is not known then: one among many that are as far is no advice.
  @Test func givesUpAmongManyThatAreFar() {
    #expect(names.closest(to: "fiche-abcde-suite") == nil)
    #expect(names.closest(to: "fiche-1abc9-suite") == nil)
  }

  @Test func findsNothingAmongNoNames() {
    #expect(NearNames([]).closest(to: "a") == nil)
    #expect(NearNames(["", "b"]).closest(to: "a") == "b")
  }
}
