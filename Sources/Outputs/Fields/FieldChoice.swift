package import ContentModel
package import SiteGraph
import SiteLoading

/// A value that a field with a closed list of them may have.
package struct FieldChoice {
  /// What sheets write.
  package let id: String
  /// Its name; nil for a step of a scale that has none.
  package let label: Label?
  /// What it means.
  package let definition: Label?
}

extension SiteView {
  /// Returns the values of a field in their order; empty when any word may be one.
  package func choices(of field: FieldDefinition) -> [FieldChoice] {
    switch field.kind.steps {
    case .terms(let vocabulary):
      (vocabularies[vocabulary]?.terms ?? []).map {
        FieldChoice(id: $0.id, label: $0.label, definition: $0.definition)
      }
    case .scale(let range, let labels):
      range.map { step in
        let place = step - range.lowerBound
        return FieldChoice(
          id: String(step), label: labels.indices.contains(place) ? labels[place] : nil,
          definition: nil)
      }
    case nil: []
    }
  }
}
