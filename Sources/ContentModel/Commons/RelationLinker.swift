public import Diagnostics

extension Sheet {
  /// The references in a field, those in nested objects included, with the types they may name.
  func references(
    of field: FieldDefinition
  ) -> [(String, SourceLocation, types: [String])] {
    fields[field.key].map { Self.references(in: $0, field) } ?? []
  }

  private static func references(
    in value: FieldValue, _ field: FieldDefinition
  ) -> [(String, SourceLocation, types: [String])] {
    switch value {
    case .list(let elements):
      return elements.flatMap { references(in: $0, field) }
    case .reference(let reference, let location):
      return field.kind.referenceTypes.map { [(reference, location, $0)] } ?? []
    case .object(let values):
      return field.kind.fields.flatMap { field in
        values[field.key].map { references(in: $0, field) } ?? []
      }
    default:
      return []
    }
  }
}
