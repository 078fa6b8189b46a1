import Testing

@testable import ContentModel

struct RelatedSheetsTests {
  private func related(
    tags: [[Int]], terms: [[Int]]? = nil, links: [[Int]]? = nil
  ) -> RelatedSheets {
    let none = [[Int]](repeating: [], count: tags.count)
    func count(_ lists: [[Int]]) -> Int { (lists.joined().max() ?? -1) + 1 }
    return RelatedSheets(
      tags: tags, tagCount: count(tags), terms: terms ?? none, termCount: count(terms ?? none),
      links: links ?? none)
  }

  @Test func putsWhatSharesMoreFirst() {
    let related = related(tags: [[0, 1], [0], [0, 1], [2]])
    #expect(related.neighbours(of: 0).map(\.sheet) == [2, 1])
    #expect(related.neighbours(of: 3).isEmpty)
  }

  @Test func putsARareTagBeforeACommonOne() {
    // Tag 0 is on every sheet; tag 1 on the first and the last alone.
    let related = related(tags: [[0, 1], [0], [0], [0], [1]])
    #expect(related.neighbours(of: 0).first == .init(sheet: 4, reason: .tag(1)))
    #expect(related.neighbours(of: 0).dropFirst().map(\.reason) == [.tag(0), .tag(0), .tag(0)])
  }

  @Test func saysWhatIsSharedThatIsRarest() {
    let related = related(
      tags: [[0], [0], [], [], []], terms: [[], [], [0], [0], []],
      links: [[], [], [], [], [1]])
    #expect(related.neighbours(of: 0) == [.init(sheet: 1, reason: .tag(0))])
    #expect(related.neighbours(of: 2) == [.init(sheet: 3, reason: .term(0))])
    #expect(related.neighbours(of: 4) == [.init(sheet: 1, reason: .link)])
    #expect(related.neighbours(of: 1).map(\.sheet).sorted() == [0, 4])
  }

  @Test func bringsTogetherSheetsThatLinkToAThird() {
    let related = related(tags: [[], [], []], links: [[2], [2], []])
    #expect(related.neighbours(of: 0).map(\.sheet).sorted() == [1, 2])
    #expect(related.neighbours(of: 0).first { $0.sheet == 1 }?.reason == .commonLink)
    #expect(related.neighbours(of: 0).first { $0.sheet == 2 }?.reason == .link)
  }

  @Test func ordersEquallyCloseSheetsAsTheSite() {
    let related = related(tags: Array(repeating: [0], count: 5))
    #expect(related.neighbours(of: 2).map(\.sheet) == [0, 1, 3, 4])
  }

  /// A tag on every sheet, and two that come round.
  private static func manySheets(_ count: Int) -> [[Int]] {
    (0..<count).map { [0, 1 + $0 % 40, 41 + $0 % 7] }
  }

  @Test func givesTheSameNeighboursEachTime() {
    let tags = Self.manySheets(2_000)
    let (first, second) = (related(tags: tags), related(tags: tags))
    for sheet in stride(from: 0, to: 2_000, by: 37) {
      #expect(first.neighbours(of: sheet) == second.neighbours(of: sheet))
    }
  }

  @Test func givesFewNeighboursAndNeverTheSheetItself() {
    let related = related(tags: Self.manySheets(2_000))
    for sheet in stride(from: 0, to: 2_000, by: 37) {
      let neighbours = related.neighbours(of: sheet)
      #expect(neighbours.count == RelatedSheets.maxNeighbours)
      #expect(!neighbours.contains { $0.sheet == sheet })
      #expect(Set(neighbours.map(\.sheet)).count == neighbours.count)
      // The two tags that come round meet again after 280 sheets.
      #expect(neighbours.first.map { abs($0.sheet - sheet) % 280 } == 0)
    }
  }

  @Test(arguments: [1_000, 50_000])
  func comparesEachSheetWithFewOthersHoweverManyThereAre(count: Int) {
    let related = related(tags: Array(repeating: [0, 1, 2], count: count))
    for sheet in stride(from: 0, to: count, by: count / 50) {
      let candidates = related.candidates(for: Int32(sheet))
      #expect(candidates.count <= 2 * RelatedSheets.maxCandidates)
      #expect(candidates == Set(candidates).sorted())
    }
  }
}
