import Tools

extension ScoringFields {
  /// Reads the questions of a sheet; nil when its answers have no points.
  func read(_ sheet: Sheet) -> Reading? {
    var questions: [FieldValue] = []
    var incomplete: [FieldValue] = []
    var scored: [ScoreSheet.Question] = []
    for part in sheet.fields[parts]?.elements ?? [] {
      let isGate = gate.map { part.flag(at: $0) } ?? false
      for question in part.values(at: self.questions.split(separator: ".")).flatMap(\.elements) {
        let points = question.numbers(at: values)
        guard !points.isEmpty else { continue }
        if points.count < answerCount(in: question) { incomplete.append(question) }
        questions.append(question)
        scored.append(
          ScoreSheet.Question(
            values: points, weight: weight.flatMap { question.numbers(at: $0).first } ?? 1,
            isBlocking: isGate || (blocking.map { question.flag(at: $0) } ?? false)))
      }
    }
    let results =
      sheet.fields[self.results]?.elements.filter { !$0.numbers(at: threshold).isEmpty } ?? []
    guard !scored.isEmpty || !results.isEmpty else { return nil }
    let thresholds = results.compactMap { $0.numbers(at: threshold).first }
    return Reading(
      questions: questions, results: results, incomplete: incomplete,
      scores: ScoreSheet(questions: scored, thresholds: thresholds))
  }

  private func answerCount(in question: FieldValue) -> Int {
    question.values(at: values.split(separator: ".").dropLast()).flatMap(\.elements).count
  }
}
