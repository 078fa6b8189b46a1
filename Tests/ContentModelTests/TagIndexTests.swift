import Testing

@testable import ContentModel

struct TagIndexTests {
  private func index(_ tags: [String]...) -> TagIndex {
    let site = SmallSite()
    return TagIndex(
      tags.enumerated().compactMap { number, tags in
        let list = tags.map { "'\($0)'" }.joined(separator: ", ")
        return site.read("---\ntags: [\(list)]\n---\n", at: "\(number).md").sheet
      })
  }

  @Test func countsSpellingsOfOneTagTogether() {
    let index = index(["Écoute", "idéation"], ["ecoute"], ["ÉCOUTE", "Ideation"], ["écoute"])
    #expect(index.tags.map(\.key) == ["ecoute", "ideation"])
    #expect(index.tags.map(\.sheets) == [[0, 1, 2, 3], [0, 2]])
    #expect(index.tagsBySheet == [[0, 1], [0], [0, 1], [0]])
  }

  @Test(arguments: [
    (["écoute", "Ecoute", "écoute"], "écoute"), (["ecoute", "Écoute"], "ecoute"),
    (["Écoute", "ecoute", "Ecoute"], "Ecoute"),
  ])
  func showsTheSpellingMostUsed(spellings: [String], label: String) {
    let site = SmallSite()
    let sheets = spellings.enumerated().compactMap { number, tag in
      site.read("---\ntags: [\(tag)]\n---\n", at: "\(number).md").sheet
    }
    #expect(TagIndex(sheets).tags.map(\.label) == [label])
  }

  @Test func tellsApartTagsThatDifferByASign() {
    let index = index(["C", "C#", "C++", "F#", "+1", "#atelier", "aux"])
    #expect(
      index.tags.map(\.key) == [
        "1", "atelier", "aux-", "c", "c-plus-plus", "c-sharp", "f-sharp",
      ])
  }

  @Test func keepsOrderWrittenAndCountsATagOncePerSheet() {
    let index = index(["zoo", "art", "Zoo"], [], ["?!"])
    #expect(index.tags.map(\.key) == ["art", "zoo"])
    #expect(index.tagsBySheet == [[1, 0], [], []])
    #expect(index.tags.map(\.sheets) == [[0], [0]])
  }

  @Test func holdsNothingWithoutSheets() {
    #expect(TagIndex([]).tags.isEmpty)
    #expect(TagIndex([]).tagsBySheet.isEmpty)
  }

  @Test func listsTermsInTheirOrderAndUnderTheirNames() {
    let site = SmallSite()
    let sheets = ["[Zoé, ana]", "[Ana]", "[inconnue]"].enumerated().compactMap { number, names in
      site.read("---\nauthors: \(names)\n---\n", at: "\(number).md").sheet
    }
    let index = TagIndex(sheets, words: { $0.authors }) { word in
      switch word {
      case "Zoé": (rank: 0, label: "Zoé Z.")
      case "ana", "Ana": (rank: 1, label: "Ana A.")
      default: nil
      }
    }
    #expect(index.tags.map(\.label) == ["Zoé Z.", "Ana A.", "inconnue"])
    #expect(index.tags.map(\.sheets) == [[0], [0, 1], [2]])
  }
}
