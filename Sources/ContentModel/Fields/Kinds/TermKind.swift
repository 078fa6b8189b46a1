import Diagnostics

/// A term of a vocabulary.
struct TermKind: ScalarKind {
  static let name = "terme"
  let vocabulary: String

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    guard let name = keys.keys.string("vocabulaire") else {
      keys.keys.report(.termWithoutVocabulary(keys.key, at: keys.keys.location(ofKey: "type")))
      return nil
    }
    if keys.site.vocabularies[name] == nil, !keys.site.damaged.contains(name) {
      keys.keys.report(
        .unknownVocabulary(
          name, known: keys.site.vocabularies.keys.sorted(),
          at: keys.keys.location(ofKey: "vocabulaire")))
    }
    return Self(vocabulary: name)
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    // A vocabulary that is missing is reported once, where the type names it.
    guard let vocabulary = reader.vocabularies[vocabulary] else { return nil }
    if let term = vocabulary.term(named: written.text) { return .term(term.id) }
    return reader.refuse(.unknownTerm(written.text, vocabulary, at: written.location))
  }

  func content(of value: FieldValue) -> String? {
    if case .term(let id) = value { id } else { nil }
  }

  func shown(_ id: String) -> ShownValue { .term(id, vocabulary: vocabulary) }
  func texts(_ id: String) -> [FieldText] { [] }
  func facet(_ id: String) -> FieldFacet { .term(id, vocabulary: vocabulary) }
  var uses: Set<FieldUse> { [.steps, .groups, .filters] }
  var steps: FieldSteps? { .terms(vocabulary: vocabulary) }

  var control: FieldControl { .choice }
  var schema: FieldSchema { .term(vocabulary: vocabulary) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? {
    vocabularies[vocabulary]?.terms.first?.id
  }
}

extension FieldKind {
  /// A term of a vocabulary.
  static func term(vocabulary: String) -> FieldKind { FieldKind(TermKind(vocabulary: vocabulary)) }
}
