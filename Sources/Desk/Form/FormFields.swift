package import ContentModel
import Authoring

/// The fields that a file may hold, found by any of their keys.
package struct FormFields: Sendable {
  /// The fields, in the order in which a new line takes its place.
  let all: [FormField]
  private let indexByName: [String: Int]

  init(_ fields: [FormField]) {
    all = fields
    var indexByName: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for name in field.names where indexByName[name] == nil { indexByName[name] = index }
    }
    self.indexByName = indexByName
  }

  /// The fields of a type.
  package init(of type: ContentType) { self.init(type.allFields.map { FormField($0) }) }

  subscript(name: String) -> FormField? { indexByName[name].map { all[$0] } }
}
