import Diagnostics
import Testing

@testable import ContentModel

struct ScoringCheckTests {
  private static let site = SmallSite(types: [
    "quiz": """
    libelle: Q
    dossier: q
    champs:
      parts:
        type: objet
        plusieurs: true
        champs:
          gate: { type: booleen }
          asks:
            type: objet
            plusieurs: true
            champs:
              text: { type: markdown }
              answers:
                type: objet
                plusieurs: true
                champs: { says: { type: texte }, points: { type: entier } }
      ends:
        type: objet
        plusieurs: true
        champs: { from: { type: entier }, text: { type: markdown } }
    controles:
      - bareme:
          { parties: parts, filtre: gate, questions: asks, valeurs: answers.points, textes: ends, seuil: from }
    """
  ])

  private func findings(gate: String = "non", points: [String], ends: [String]) -> [String] {
    let answers = points.map { "{ says: a\($0.isEmpty ? "" : ", points: \($0)") }" }
    let texts = ends.map { "  - { from: \($0), text: x }\n" }
    return Self.site.read(
      """
      ---
      parts:
        - gate: \(gate)
          asks:
            - text: Why
              answers: [\(answers.joined(separator: ", "))]
      ends:
      \(texts.joined())---
      """, at: "q/a.md"
    ).findings
  }

  @Test func readsTheType() {
    #expect(Self.site.findings == [])
  }

  @Test func acceptsScoresThatEachHaveAText() {
    #expect(findings(points: ["0", "1", "2"], ends: ["0", "2"]) == [])
    #expect(findings(gate: "oui", points: ["0", "1"], ends: ["0"]) == [])
  }

  @Test func locatesTheTextThatNoScoreReaches() {
    #expect(findings(points: ["0", "1"], ends: ["0", "2"]) == ["check.threshold 9:22+1"])
  }

  @Test func locatesTwoTextsAtOneScore() {
    #expect(findings(points: ["0", "1"], ends: ["0", "0"]) == ["check.overlap 9:22+1"])
  }

  @Test func locatesScoresWithoutAText() {
    #expect(findings(points: ["0", "1"], ends: ["1"]) == ["check.gap 8:22+1"])
  }

  @Test func locatesAGateThatNothingPasses() {
    #expect(findings(gate: "oui", points: ["0", "0"], ends: ["0"]) == ["check.gate 5:15+3"])
  }

  @Test func locatesAnAnswerWithoutPoints() {
    #expect(findings(points: ["0", ""], ends: ["0"]) == ["check.points 5:15+3"])
  }
}
