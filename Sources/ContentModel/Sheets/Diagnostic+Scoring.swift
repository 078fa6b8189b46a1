import Diagnostics
import Tools

/// What can be wrong with the points and the thresholds of a questionnaire.
extension Diagnostic {
  static func answerWithoutPoints(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "check.points", at: location,
      LocalizedText(
        fr: "une réponse à cette question n’a pas de points",
        en: "an answer to this question has no points"),
      expected: LocalizedText(
        fr: "une valeur pour chaque réponse, 0 s’il le faut",
        en: "a value for each answer, 0 if need be"))
  }

  static func scoring(
    _ fault: ScoreSheet.Fault, in reading: ScoringFields.Reading, of sheet: Sheet,
    _ fields: ScoringFields
  ) -> Diagnostic {
    func place(_ values: [FieldValue], _ index: Int, _ key: String) -> SourceLocation {
      let value = values.indices.contains(index) ? values[index] : nil
      return value?.firstLocation ?? sheet.location(of: key)
    }
    func text(of threshold: Int) -> LocalizedText { written(reading.scores.thresholds[threshold]) }
    switch fault {
    case .outOfReach(let index, let most):
      let (score, limit) = (text(of: index), written(most))
      return Diagnostic(
        .error, id: "check.threshold", at: place(reading.results, index, fields.results),
        LocalizedText(
          fr: "aucun score n’atteint le seuil \(score.french)",
          en: "no score reaches the threshold \(score.english)"),
        expected: LocalizedText(
          fr: "un seuil d’au plus \(limit.french), le score le plus haut",
          en: "a threshold of at most \(limit.english), the highest score"))
    case .overlap(let index, _):
      let score = text(of: index)
      return Diagnostic(
        .error, id: "check.overlap", at: place(reading.results, index, fields.results),
        LocalizedText(
          fr: "deux textes ont le seuil \(score.french) : le second n’est jamais montré",
          en: "two texts have the threshold \(score.english): the second is never shown"),
        expected: LocalizedText(
          fr: "un seuil différent pour chaque texte", en: "another threshold for each text"))
    case .gap(let index, let least):
      let (score, limit) = (text(of: index), written(least))
      return Diagnostic(
        .error, id: "check.gap", at: place(reading.results, index, fields.results),
        LocalizedText(
          fr: "les scores sous \(score.french) n’ont pas de texte",
          en: "scores below \(score.english) have no text"),
        expected: LocalizedText(
          fr: "un premier seuil de \(limit.french), le score le plus bas",
          en: "a first threshold of \(limit.english), the lowest score"))
    case .closedGate(let index):
      return Diagnostic(
        .error, id: "check.gate", at: place(reading.questions, index, fields.parts),
        LocalizedText(
          fr: "aucune réponse à cette question ne laisse passer à la suite",
          en: "no answer to this question lets people go on"),
        expected: LocalizedText(
          fr: "au moins une réponse dont la valeur est plus grande que 0",
          en: "at least one answer whose value is greater than 0"))
    }
  }
}
