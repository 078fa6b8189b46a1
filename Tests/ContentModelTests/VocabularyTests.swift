import Testing

@testable import ContentModel

struct VocabularyTests {
  private func load(_ text: String) throws -> (Vocabulary, findings: [String]) {
    let site = SmallSite(vocabularies: ["v": text])
    return (try #require(site.vocabularies["v"]), site.findings)
  }

  @Test func readsEveryKey() throws {
    let (vocabulary, findings) = try load(
      """
      libelle: { fr: Fonctions, en: Functions }
      description: { fr: Les quatre. }
      ordonne: oui
      termes:
        - id: eprouvette
          libelle: { fr: L’éprouvette, en: Test tube }
          definition: { fr: Essayer. }
          synonymes: [labo, essai]
          page: fonctions/eprouvette
          verbes: [essayer, mesurer]
          couleur: 3
        - libelle: Accélérateur
      """)
    #expect(findings == [])
    #expect(vocabulary.label.text(in: "en") == "Functions")
    #expect(vocabulary.terms.map(\.id) == ["eprouvette", "accelerateur"])
    let term = try #require(vocabulary.terms.first)
    #expect(term.label.text(in: "fr") == "L’éprouvette")
    #expect(term.definition?.text(in: "fr") == "Essayer.")
    #expect(term.page == "fonctions/eprouvette")
    #expect(
      term.data
        == .object(["verbes": .list([.text("essayer"), .text("mesurer")]), "couleur": .text("3")]))
  }

  @Test(arguments: [
    ("ideation", "ideation"), ("IDÉATION", "ideation"), ("Ideation", "ideation"),
    ("créativité", "ideation"), ("Expérimentation", "essai"), ("essais", nil), ("", nil),
  ])
  func findsTermsByIdLabelAndSynonym(name: String, id: String?) {
    let vocabulary = SmallSite(vocabularies: ["phases": phases]).vocabularies["phases"]
    #expect(vocabulary?.term(named: name)?.id == id)
  }

  @Test func findsAnIdBeforeTheSynonymOfAnotherTerm() throws {
    let (vocabulary, _) = try load(
      "termes: [{ id: a, synonymes: [b, C] }, { id: b }, { id: d, libelle: C }]\nordonne: oui\n")
    #expect(vocabulary.term(named: "b")?.id == "b")
    #expect(vocabulary.rank(of: "b") == 1)
    #expect(vocabulary.term(named: "c")?.id == "d")
  }

  @Test(arguments: [
    ("oui", ["z", "e", "a"]), ("non", ["a", "e", "z"]),
  ])
  func ordersTermsByLabelUnlessTheirOrderCounts(ordered: String, ids: [String]) throws {
    let (vocabulary, _) = try load(
      """
      ordonne: \(ordered)
      termes: [{ id: z, libelle: Zone }, { id: e, libelle: Étape }, { id: a, libelle: Duvet }]
      """)
    #expect(vocabulary.terms.map(\.id) == ids)
    #expect(vocabulary.rank(of: "z") == ids.firstIndex(of: "z"))
  }

  @Test(arguments: [
    ("libelle: V\n", ["vocabulary.empty"]),
    ("termes: []\n", ["vocabulary.empty"]),
    ("termes: [a, { id: b }]\n", ["yaml.mapping 1:10+1"]),
    ("termes:\n  - { id: b }\n  - page: x\n", ["vocabulary.term 3:5+1"]),
    ("termes: [{ id: b }]\nlibellé: V\n", ["front-matter.unknown-key 2:1+7"]),
    ("termes: [{ id: [b], libelle: B }]\n", ["yaml.scalar 1:16+1"]),
    ("termes: [{ id: b, synonymes: { x: y } }]\n", ["yaml.list 1:30+1"]),
  ])
  func locatesWhatIsWrong(text: String, findings: [String]) {
    #expect(SmallSite(vocabularies: ["v": text]).findings == findings)
  }

  @Test(arguments: ["", "# rien\n", "~\n"])
  func refusesAnEmptyFile(text: String) {
    let site = SmallSite(vocabularies: ["v": text])
    #expect(site.findings == ["yaml.empty"])
    #expect(site.vocabularies.isEmpty)
  }
}
