package import ContentModel

extension Sheet {
  /// The terms that the sheet bears, as pairs of a vocabulary and a term.
  package var terms: [(vocabulary: String, term: String)] {
    var terms: [(String, String)] = []
    for field in type.fields {
      guard let vocabulary = field.kind.vocabulary, let value = fields[field.key] else { continue }
      for case .term(let term) in value.elements { terms.append((vocabulary, term)) }
    }
    return terms
  }

  /// Returns the ids of the terms of a field, and the steps of a scale.
  package func terms(at key: String) -> [String] {
    (fields[key]?.elements ?? []).compactMap { value in
      switch value {
      case .term(let id): id
      case .scale(let step), .integer(let step): String(step)
      default: nil
      }
    }
  }
}
