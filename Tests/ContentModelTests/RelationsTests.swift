import Diagnostics
import Testing

@testable import ContentModel

struct RelationsTests {
  private static let site = SmallSite(types: [
    "methode": """
    libelle: M
    dossier: m
    champs:
      voir: { type: reference, vers: [methode] }
      usages: { type: objet, plusieurs: true, champs: { projet: { type: reference, vers: [projet] } } }
    relations:
      avant:
        vers: methode
        plusieurs: true
        inverse: { nom: apres, libelle: { fr: À faire après } }
      apres: { vers: methode, plusieurs: true, inverse: { nom: avant } }
      source: { vers: [projet, page] }
    """,
    "projet": """
    libelle: P
    dossier: p
    relations:
      methodes: { vers: methode, plusieurs: true, inverse: { nom: projets } }
    """,
  ])

  private struct Linked {
    let relations: Relations
    let diagnostics: [Diagnostic]

    init(
      _ texts: KeyValuePairs<String, String>, drafts: KeyValuePairs<String, String> = [:]
    ) {
      let sheets = RelationsTests.site.sheets(texts)
      let unpublished = RelationsTests.site.sheets(drafts).map {
        (sheet: $0, reason: SheetDirectory.Unpublished.draft)
      }
      var diagnostics: [Diagnostic] = []
      relations = Relations(
        sheets, directory: SheetDirectory(sheets, unpublished: unpublished),
        reporting: &diagnostics)
      self.diagnostics = diagnostics
    }

    /// The groups of a sheet, as `name: targets`.
    func groups(of sheet: Int) -> [String] {
      relations.groups[sheet].map { group in
        "\(group.name): \(group.targets.map(String.init).joined(separator: " "))"
      }
    }
  }

  @Test func showsARelationAtBothEnds() {
    let linked = Linked([
      "m/a.md": "---\navant: [b, c]\n---\n", "m/b.md": "# B", "m/c.md": "---\nsource: d\n---\n",
      "p/d.md": "---\nmethodes: [c, a]\n---\n", "p/e.md": "---\nmethodes: a\n---\n",
    ])
    #expect(linked.diagnostics.isEmpty)
    #expect(linked.groups(of: 0) == ["avant: 1 2", "projets: 3 4"])
    #expect(linked.groups(of: 1) == ["apres: 0"])
    #expect(linked.groups(of: 2) == ["source: 3", "apres: 0", "projets: 3"])
    #expect(linked.groups(of: 3) == ["methodes: 2 0"])
    #expect(linked.relations.groups[1].first?.label.text(in: "fr") == "À faire après")
    #expect(linked.relations.groups[0].last?.label.text(in: "fr") == "projets")
  }

  @Test func saysThatASheetNamesItself() {
    let linked = Linked(["m/a.md": "---\navant: [a, b]\n---\n", "m/b.md": "# B"])
    #expect(linked.diagnostics.findings == ["reference.self 2:9+1"])
    #expect(linked.groups(of: 0) == ["avant: 1"])
  }

  @Test func showsOnceWhatBothEndsDeclare() {
    let linked = Linked([
      "m/a.md": "---\navant: [b, b]\n---\n", "m/b.md": "---\napres: [a]\n---\n",
    ])
    #expect(linked.groups(of: 0) == ["avant: 1"])
    #expect(linked.groups(of: 1) == ["apres: 0"])
  }

  @Test func followsReferencesOfPlainAndNestedFields() {
    let linked = Linked([
      "m/a.md": "---\nvoir: b\nusages: [{ projet: c }]\n---\n", "m/b.md": "# B", "p/c.md": "# C",
    ])
    #expect(linked.diagnostics.isEmpty)
    #expect(linked.relations.groups.allSatisfy { $0.isEmpty })
    let places = [
      SourceLocation(path: "m/a.md", line: 2, column: 7, length: 1),
      SourceLocation(path: "m/a.md", line: 3, column: 20, length: 1),
    ]
    #expect(places.map { linked.relations.targets[$0] } == [1, 2])
  }

  @Test(arguments: [
    ("avant: [perdu]", "reference.dangling 2:9+5"),
    ("avant: [b, perdu]", "reference.dangling 2:12+5"),
    ("avant: c", "reference.type 2:8+1"),
    ("voir: p/c", "reference.type 2:7+3"),
    ("voir: brouillon", "reference.unpublished 2:7+9"),
    ("source: d", "reference.ambiguous 2:9+1"),
    ("usages: [{ projet: b }]", "reference.type 2:20+1"),
  ])
  func locatesAReferenceThatLeadsNowhere(frontMatter: String, finding: String) {
    let linked = Linked(
      [
        "m/a.md": "---\n\(frontMatter)\n---\n", "m/b.md": "# B", "p/c.md": "# C", "p/d.md": "# D",
        "p/x/d.md": "# D",
      ], drafts: ["m/brouillon.md": "# Brouillon"])
    #expect(linked.diagnostics.findings == [finding])
  }

  @Test func suggestsTheClosestSheet() {
    let linked = Linked(["m/a.md": "---\nvoir: world-caffe\n---\n", "m/world-cafe.md": "# W"])
    #expect(linked.diagnostics.map(\.suggestion?.french) == ["vouliez-vous dire « world-cafe » ?"])
  }

  /// To look for what was meant compares a name with those of all sheets.
  @Test func suggestsWhatWasMeantForSomeOfManyDeadReferences() {
    let names = (0..<200).map { "cafe-\($0)x" }.joined(separator: ", ")
    let linked = Linked(["m/a.md": "---\navant: [\(names)]\n---\n", "m/cafe-12.md": "# Café"])
    let dead = linked.diagnostics.filter { $0.id == "reference.dangling" }
    #expect(dead.count == 200)
    #expect(dead.prefix(50).contains { $0.suggestion != nil })
    #expect(dead.dropFirst(50).allSatisfy { $0.suggestion == nil })
  }
}
