import Diagnostics
import Testing

@testable import ContentModel

struct SynonymListTests {
  private func read(_ text: String) -> (groups: [[String]], findings: [String]) {
    var diagnostics: [Diagnostic] = []
    let list = SynonymList(path: "_synonymes.yaml", text: text, reporting: &diagnostics)
    return (
      list.groups,
      diagnostics.map {
        let position = $0.location.position
        return "\($0.id) \(position?.line ?? 0):\(position?.column ?? 0)"
      }
    )
  }

  @Test func readsGroupsOfWordsAndNames() {
    let (groups, findings) = read(
      "groupes:\n  - [post-it, papillon adhésif]\n  - [usager, utilisateur]\n")
    #expect(groups == [["post-it", "papillon adhésif"], ["usager", "utilisateur"]])
    #expect(findings == [])
  }

  @Test func reportsACircle() {
    let (groups, findings) = read("groupes:\n  - [a, b]\n  - [b, c]\n  - [c, a]\n")
    #expect(groups == [["a", "b"]])
    #expect(findings == ["synonyms.twice 3:6", "synonyms.twice 4:6", "synonyms.twice 4:9"])
  }

  @Test(arguments: [
    ("groupes:\n  - [elan, Elan, essor]\n", "synonyms.twice 2:12"),
    ("groupes:\n  - [seul]\n", "synonyms.alone 2:5"),
    ("groupes:\n  - seul\n", "synonyms.group 2:5"),
    ("groupes: seul\n", "synonyms.group 1:10"),
    ("groupes:\n  - [a, '!?']\n", "synonyms.word 2:9"),
    ("groupes:\n  - [a, [b]]\n", "synonyms.word 2:9"),
    ("groupe: []\n", "front-matter.unknown-key 1:1"),
  ])
  func reportsWhatIsNoGroup(text: String, finding: String) {
    #expect(read(text).findings == [finding])
  }

  @Test func reportsATextInThePlaceOfAWord() {
    let text = Array(repeating: "mot", count: 2_000).joined(separator: " ")
    let (groups, findings) = read("groupes:\n  - [a, b, \(text)]\n")
    #expect(groups == [["a", "b"]])
    #expect(findings == ["synonyms.word 2:12"])
  }

  @Test func readsNoMoreGroupsThanAQueryCanCarry() {
    let lines = (0...SynonymList.maxGroups).map { "  - [a\($0), b\($0)]\n" }.joined()
    let (groups, findings) = read("groupes:\n" + lines)
    #expect(groups.count == SynonymList.maxGroups)
    #expect(findings == ["synonyms.limit \(SynonymList.maxGroups + 2):5"])
  }
}
