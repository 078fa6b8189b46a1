import Diagnostics

/// What can be wrong with a vocabulary.
extension Diagnostic {
  static func emptyVocabulary(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.empty", at: location,
      LocalizedText(
        fr: "le vocabulaire « \(id) » n’a pas de terme", en: "the vocabulary “\(id)” has no term"),
      expected: LocalizedText(verbatim: "termes: [{ libelle: { fr: … } }]"))
  }

  static func termWithoutName(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "vocabulary.term", at: location,
      LocalizedText(fr: "terme sans libellé", en: "term without a label"),
      expected: LocalizedText(verbatim: "- { libelle: { fr: Idéation, en: Ideation } }"))
  }
}
