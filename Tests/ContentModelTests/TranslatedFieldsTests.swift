import Diagnostics
import Testing

@testable import ContentModel

@Suite struct TranslatedFieldsTests {
  private static let site = SmallSite(
    types: [
      "methode": """
      libelle: Méthode
      dossier: m
      champs:
        intention: { libelle: Intention, type: markdown, requis: true }
        version: { libelle: Version }
        duree: { libelle: Durée, type: duree, requis: true }
        phase: { libelle: Phase, type: terme, vocabulaire: phases }
        cree_le: { libelle: Créée le, type: date, schema_org: dateCreated }
        voir: { libelle: Voir, type: reference }
        etapes:
          libelle: Étapes
          type: objet
          plusieurs: true
          champs:
            titre: { libelle: Titre, requis: true }
            minutes: { libelle: Minutes, type: entier, requis: true }
            note: { libelle: Note, type: markdown }
      relations:
        avant: { libelle: Avant, vers: [methode] }
      controles: [{ somme: etapes.minutes, entre: [duree, duree] }]
      """
    ], vocabularies: ["phases": phases])

  private static let original = """
    ---
    titre: Café
    intention: Croiser les *regards*.
    version: "1.0"
    duree: 30 min
    phase: ideation
    cree_le: 2026-01-02
    mis_a_jour: 2026-03-05
    auteurs: [Le lab]
    etiquettes: [écoute]
    poids: 3
    voir: autre
    avant: autre
    etapes:
      - { titre: Accueillir, minutes: 10, note: Doucement. }
      - { titre: Clore, minutes: 20 }
    ---
    Le texte.
    """

  /// Reads a translation of the original into Breton.
  private func translate(_ text: String) throws -> Reading {
    let original = try #require(Self.site.read(Self.original, at: "m/cafe.md").sheet)
    return Self.site.read(text, at: "m/cafe.br.md", translating: original)
  }

  @Test func takesWhatDependsOnNoLanguageFromTheOriginal() throws {
    let reading = try translate("---\ntitre: Kafe\nintention: Mont e darempred.\n---\nTestenn.\n")
    let sheet = try #require(reading.sheet)
    #expect(reading.findings == [])
    #expect(sheet.type.id == "methode")
    #expect(sheet.language == "br")
    #expect(sheet.fields["duree"] == sheet.original?.fields["duree"])
    #expect(sheet.fields["phase"] == .term("ideation"))
    #expect(sheet.fields["version"] == .text("1.0"))
    #expect(sheet.fields["avant"] == sheet.original?.fields["avant"])
    #expect(sheet.authors == ["Le lab"])
    #expect(sheet.tags == ["écoute"])
    #expect(sheet.weight == 3)
  }

  @Test func marksTheTextsThatItLeavesOut() throws {
    let sheet = try #require(
      try translate("---\ntitre: Kafe\netapes: [{ titre: Degemer }, { titre: Echuiñ }]\n---\n")
        .sheet)
    guard case .untranslated(.markdown(let text, _)) = sheet.fields["intention"] else {
      Issue.record("the intention is not that of the original")
      return
    }
    #expect(text == "Croiser les *regards*.")
    let steps = sheet.fields["etapes"]?.elements ?? []
    #expect(steps.map { $0.values(at: ["titre"]) } == [[.text("Degemer")], [.text("Echuiñ")]])
    #expect(steps.map { $0.values(at: ["minutes"]) } == [[.integer(10)], [.integer(20)]])
    #expect(steps.map { $0.values(at: ["note"]).map(\.string) } == [["Doucement."], []])
    #expect(sheet.isPartlyTranslated)
    #expect(sheet.shownBody.path == "m/cafe.md")
  }

  @Test func isWholeWhenAllItsTextsAreThere() throws {
    let sheet = try #require(
      try translate(
        """
        ---
        titre: Kafe
        intention: Mont e darempred.
        etapes: [{ titre: Degemer, note: Goustad. }, { titre: Echuiñ }]
        ---
        Testenn.
        """
      ).sheet)
    #expect(!sheet.isPartlyTranslated)
    #expect(sheet.shownBody === sheet)
  }

  @Test func hasDatesOfItsOwn() throws {
    let sheet = try #require(try translate("---\ntitre: Kafe\n---\n").sheet)
    #expect(sheet.date == nil)
    #expect(sheet.updated == nil)
    #expect(!sheet.isOutdated)
  }

  @Test(arguments: [("2026-03-04", true), ("2026-03-05", false), ("2026-03-06", false)])
  func knowsWhetherItIsOlderThanItsOriginal(day: String, isOutdated: Bool) throws {
    let reading = try translate("---\ntitre: Kafe\nmis_a_jour: \(day)\n---\n")
    #expect(reading.sheet?.isOutdated == isOutdated)
    #expect(reading.findings == (isOutdated ? ["translation.outdated 3:13+10"] : []))
    #expect(reading.diagnostics.allSatisfy { $0.severity == .remark })
  }

  @Test(arguments: [
    ("type: page", "translation.type 3:7+4"), ("langue: en", "translation.language 3:9+2"),
    ("etapes: [{ titre: Degemer }]", "translation.count 3:9+1"),
    ("avant: autre", "translation.kept 3:8+5"), ("voir: autre", "translation.kept 3:7+5"),
    ("etiquettes: [selaou]", "translation.kept 3:13+1"), ("poids: 4", "translation.kept 3:8+1"),
    ("duree: ur pennad", "front-matter.duration 3:8+9"), ("duree: 1 h", "check.sum 3:1+1"),
  ])
  func reportsWhatDoesNotFitItsOriginal(line: String, finding: String) throws {
    let findings = try translate("---\ntitre: Kafe\n\(line)\n---\n").findings
    // The sum of the steps is that of the original, at its place there.
    #expect(findings.map { $0.split(separator: " ")[0] } == [finding.split(separator: " ")[0]])
    if !finding.hasPrefix("check.") { #expect(findings == [finding]) }
  }

  @Test(arguments: ["---\nintention: Petra.\n---\nTestenn.\n", "Testenn.\n", ""])
  func asksForATitle(text: String) throws {
    #expect(try translate(text).findings == ["translation.title"])
  }
}
