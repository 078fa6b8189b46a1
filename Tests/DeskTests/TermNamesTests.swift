import ContentModel
import Desk
import Diagnostics
import Formats
import Testing

/// The names of terms, and the sheets that know terms by them.
struct TermNamesTests {
  private static let path = "content/_vocabularies/formats.yaml"

  // MARK: Ids

  @Test(arguments: ["libelle: Workshop", "libelle: { en: Workshop }"])
  func keepsTheIdOfATermThatGetsAFrenchName(label: String) async throws {
    let desk = try await Self.desk(terms: [label], sheets: ["workshop"])
    _ = try desk.save(
      Self.path, try desk.open(Self.path),
      #"""
      { "termes": [
        { "origin": "0", "value": { "libelle": { "en": "Workshop", "fr": "Atelier" } } } ] }
      """#)
    let vocabulary = try Self.vocabulary(of: desk)
    #expect(vocabulary.terms.map(\.id) == ["workshop"])
    #expect(vocabulary.term(named: "workshop")?.label.text(in: "fr") == "Atelier")
  }

  @Test func writesNoIdWhereItStays() async throws {
    let desk = try await Self.desk(
      terms: ["libelle: { fr: Atelier, en: Workshop }"], sheets: ["atelier"])
    _ = try desk.save(
      Self.path, try desk.open(Self.path),
      #"""
      { "termes": [
        { "origin": "0", "value": { "libelle": { "en": "Studio", "fr": "Atelier" } } } ] }
      """#)
    let vocabulary = try Self.vocabulary(of: desk)
    #expect(vocabulary.terms.map(\.id) == ["atelier"])
    #expect(vocabulary.term(named: "Workshop")?.label.text(in: "en") == "Studio")
    let text = try desk.lab.text(of: Self.path)
    #expect(!text.contains("id:"))
  }

  // MARK: Terms of sheets

  @Test func refusesATermThatTakesANameOfOneInUse() async throws {
    let terms = ["{ id: presentiel, libelle: Sur place }"]
    let fields =
      #"{ "termes": [{ "origin": "0", "value": {} }, { "value": { "libelle": "Sur place" } }] }"#
    let desk = try await Self.desk(terms: terms, sheets: ["Sur place"])
    do {
      _ = try desk.save(Self.path, try desk.open(Self.path), fields)
      Issue.record("the sheet has another term")
    } catch DeskProblem.refused(let reason) {
      #expect(reason.french.contains("« Sur place »") && reason.french.contains("« Fiche 1 »"))
    }
    // Where no sheet has the first, the name is free.
    let other = try await Self.desk(terms: terms, sheets: [])
    _ = try other.save(Self.path, try other.open(Self.path), fields)
    #expect(try Self.vocabulary(of: other).term(named: "Sur place")?.id == "sur-place")
  }

  @Test(arguments: [
    ["{ id: a, libelle: Un }", "{ id: b, libelle: Deux, synonymes: [Un] }"],
    ["{ id: b, libelle: Un }", "{ id: b, libelle: Deux }"],
  ])
  func saysNothingOfNamesThatMetBefore(terms: [String]) async throws {
    let desk = try await Self.desk(terms: terms, sheets: ["b"])
    _ = try desk.save(
      Self.path, try desk.open(Self.path),
      #"""
      { "termes": [{ "origin": "0", "value": {} }, { "origin": "1", "value": {} },
        { "value": { "libelle": "Trois" } }] }
      """#)
    #expect(try Self.vocabulary(of: desk).terms.count == 3)
  }

  @Test func saysHowManyMoreTermsWouldBeLost() async throws {
    let names = (1...7).map { "t\($0)" }
    let desk = try await Self.desk(
      terms: names.map { "libelle: \($0)" }, sheets: names + ["t1"])
    let query = DeskQuery([
      "path": Self.path, "version": try desk.open(Self.path)["version"].text,
      "source": "libelle: Formats\ntermes:\n  - libelle: Neuf\n",
    ])
    let messages = try desk.desk.check(query, in: desk.site)["messages"].elements
    let lost = messages.filter { $0["id"].text == "vocabulary.in-use" }.map { $0["message"].text }
    #expect(lost.count == 5)
    #expect(lost.contains("« t1 » sert encore à 2 fiches : « Fiche 1 », « Fiche 8 »"))
    #expect(lost.contains("« t2 » sert encore à une fiche : « Fiche 2 »"))
    let others = messages.filter { $0["id"].text == "vocabulary.others" }
    #expect(others.map { $0["message"].text } == ["2 autres termes manqueraient à des fiches"])
  }

  @Test func looksForTheTermsOfSheetsInAListThatIsWrittenAgain() async throws {
    let term = "{ id: presentiel, libelle: Sur place }"
    let desk = try await Self.desk(terms: [term], sheets: ["presentiel"])
    let opened = try desk.open(Self.path)
    let base = opened["source"].text
    try desk.lab.remove(Self.path)
    #expect(throws: DeskProblem.self) {
      try desk.save(
        Self.path, opened, source: "libelle: Formats\ntermes: [{ libelle: Neuf }]", base: base)
    }
    #expect(!desk.lab.has(Self.path))
    _ = try desk.save(Self.path, opened, source: base, base: base)
    #expect(try desk.lab.text(of: Self.path) == base + "\n")
  }

  // MARK: Sites

  /// Opens a desk of a site in English and in French.
  ///
  /// - Parameters:
  ///   - terms: The terms of a list, in YAML.
  ///   - sheets: The term of each sheet, as it is written there.
  private static func desk(terms: [String], sheets: [String]) async throws -> OpenDesk {
    var files = [
      "archipel.yaml": "title: Lab\nlang: en\nlanguages: [fr]\n",
      "content/index.md": "---\ntitle: Lab\n---\n",
      "content/_types/fiche.yaml": """
      libelle: Fiche
      champs:
        format: { libelle: Format, type: terme, vocabulaire: formats }

      """,
      path: "libelle: Formats\nordonne: true\ntermes:\n"
        + terms.map { "  - \($0)\n" }.joined(),
    ]
    for (index, term) in sheets.enumerated() {
      files["content/fiche-\(index + 1).md"] =
        "---\ntype: fiche\ntitle: Fiche \(index + 1)\nformat: \(term)\n---\n\nTexte.\n"
    }
    return try await OpenDesk(files: files)
  }

  private static func vocabulary(of desk: OpenDesk) throws -> Vocabulary {
    var diagnostics: [Diagnostic] = []
    return try #require(
      Vocabulary.load(
        id: "formats", path: path, text: try desk.lab.text(of: path), reporting: &diagnostics))
  }
}
