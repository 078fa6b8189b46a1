package import ContentModel
package import Formats
import YAMLParsing

/// What a sheet gives to each field of its form.
package struct FormValues {
  private let values: YAMLMapping
  private let fields: FormFields

  /// Reads the values of an opened file.
  package init(_ sheet: OpenedSheet, of fields: FormFields) {
    values = sheet.values
    self.fields = fields
  }

  /// Reads the values of an opened sheet.
  package init(_ sheet: OpenedSheet, of type: ContentType) {
    self.init(sheet, of: FormFields(of: type))
  }

  /// The values as data: `{ fields: { KEY: { written, value } }, others: [KEY] }`, each field by the
  /// key of its definition, its texts as they are written; what no field is for is named alone.
  package var document: JSONValue {
    var fields: [JSONMember] = []
    var others: [String] = []
    var known: Set<String> = []
    for (node, value) in values {
      guard let written = node.scalar?.string else { continue }
      guard let field = self.fields[written], known.insert(field.key).inserted else {
        others.append(written)
        continue
      }
      fields.append(
        JSONMember(
          field.key,
          ["written": .string(written), "value": value.isAbsent ? .null : Self.json(value)]))
    }
    return ["fields": .object(fields), "others": .strings(others)]
  }

  private static func json(_ node: YAMLNode) -> JSONValue {
    switch node {
    case .scalar(let scalar):
      let isBlock = scalar.style == .literal || scalar.style == .folded
      guard isBlock, scalar.string.hasSuffix("\n") else { return .string(scalar.string) }
      // A form shows no end of the last line.
      return .string(String(scalar.string.dropLast()))
    case .sequence(let nodes): return .array(nodes.map(json))
    case .mapping(let mapping):
      return .object(
        mapping.compactMap { key, value in
          key.scalar.map { JSONMember($0.string, value.isAbsent ? .null : json(value)) }
        })
    }
  }
}
