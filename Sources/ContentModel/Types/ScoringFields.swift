import Tools

/// The fields of a type that hold questions worth points, and the texts that scores lead to.
public struct ScoringFields: Sendable, Hashable {
  /// The list of parts.
  public let parts: String
  /// In a part, whether its questions decide if the others count.
  public let gate: String?
  /// In a part, the list of its questions.
  public let questions: String
  /// In a question, the way to the points of its answers.
  public let values: String
  /// In a question, what its points are multiplied by.
  public let weight: String?
  /// In a question, whether an answer without a point ends the questionnaire.
  public let blocking: String?
  /// The list of texts.
  public let results: String
  /// In a text, the score from which it is shown.
  public let threshold: String
}

extension ScoringFields {
  /// Reads `bareme` of a check; nil when it lacks a part, which is then reported.
  init?(_ reader: inout MappingReader) {
    guard let parts = reader.string("parties"), let questions = reader.string("questions"),
      let values = reader.string("valeurs"), let results = reader.string("textes"),
      let threshold = reader.string("seuil")
    else {
      reader.report(.unreadableCheck(at: reader.location(ofKey: "parties")))
      return nil
    }
    self.parts = parts
    self.questions = questions
    self.values = values
    self.results = results
    self.threshold = threshold
    gate = reader.string("filtre")
    weight = reader.string("poids")
    blocking = reader.string("bloquant")
  }

  /// The questions of a sheet, and the texts that its scores lead to.
  struct Reading {
    let questions: [FieldValue]
    let results: [FieldValue]
    /// The questions some of whose answers have points, and others none.
    let incomplete: [FieldValue]
    let scores: ScoreSheet
  }
}
