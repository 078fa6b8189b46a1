import Testing

@testable import Tools

struct ScoreSheetTests {
  private let question = ScoreSheet.Question(values: [0, 1, 2])

  @Test func findsNoFaultWhereEveryScoreHasItsText() {
    let sheet = ScoreSheet(questions: [question, question], thresholds: [0, 2, 4])
    #expect(sheet.faults == [])
  }

  @Test func findsThresholdsOutOfReach() {
    let sheet = ScoreSheet(questions: [question], thresholds: [0, 3])
    #expect(sheet.faults == [.outOfReach(threshold: 1, most: 2)])
  }

  @Test func findsTwoTextsAtOneScore() {
    let sheet = ScoreSheet(questions: [question], thresholds: [0, 1, 1])
    #expect(sheet.faults == [.overlap(threshold: 2, other: 1)])
  }

  @Test func findsScoresWithoutAText() {
    let sheet = ScoreSheet(questions: [question], thresholds: [2, 1])
    #expect(sheet.faults == [.gap(threshold: 1, least: 0)])
  }

  @Test func findsGatesThatNothingPasses() {
    let gate = ScoreSheet.Question(values: [0, 0], isBlocking: true)
    let sheet = ScoreSheet(questions: [question, gate], thresholds: [])
    #expect(sheet.faults == [.closedGate(question: 1)])
  }
}
