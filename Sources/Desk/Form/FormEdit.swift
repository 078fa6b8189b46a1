import Authoring
package import ContentModel
import YAMLParsing

/// Reads what a form gives back.
///
/// Each field that changed is there by the key of its definition: a text, `null` for one that goes, an
/// object of such values, or a list of `{ "origin": 2, "value": … }`, the origin left out in a new row.
package struct FormEdit {
  private let type: ContentType
  private let sheet: OpenedSheet

  /// Creates a reader of what changes an opened sheet.
  package init(of sheet: OpenedSheet, type: ContentType) {
    self.type = type
    self.sheet = sheet
  }

  /// Why a form cannot be read: a field that its type lacks, or a value of another shape.
  package struct Misshapen: Error, Hashable, Sendable {
    /// The key of the field.
    package let key: String
  }

  /// Returns what changes.
  ///
  /// - Parameter fields: The fields that changed.
  package func edit(
    _ fields: [String: DataValue], body: String?
  ) throws(Misshapen) -> SheetEdit {
    var edit = SheetEdit(body: body)
    edit.order = type.allFields.map { writtenKey(of: $0) }
    // The title and the summary open a sheet; the type's own fields come before the other core keys.
    let head = ["title", "summary"].compactMap { type.field($0) }.map { writtenKey(of: $0) }
    edit.order = head + edit.order.filter { !head.contains($0) }
    for field in type.allFields {
      guard let value = fields[field.key] else { continue }
      edit.fields.append(
        EditedValue.Member(writtenKey(of: field), try self.value(value, of: field)))
    }
    if let stray = fields.keys.sorted().first(where: { key in
      !type.allFields.contains { $0.key == key }
    }) {
      throw Misshapen(key: stray)
    }
    return edit
  }

  /// The key that the file gives a field; that which a new line shall have.
  private func writtenKey(of field: FieldDefinition) -> String {
    for (node, _) in sheet.values {
      if let key = node.scalar?.string, type.field(key)?.key == field.key { return key }
    }
    return FieldHelp.spelling(of: field)
  }

  private func value(
    _ value: DataValue, of field: FieldDefinition
  ) throws(Misshapen) -> EditedValue? {
    if case .null = value { return nil }
    guard field.holdsList else { return try element(value, of: field.kind, field.key) }
    guard case .list(let rows) = value else { throw Misshapen(key: field.key) }
    return .list(try elements(rows, of: field.kind, field.key))
  }

  private func elements(
    _ rows: [DataValue], of kind: FieldKind, _ key: String
  ) throws(Misshapen) -> [EditedValue.Element] {
    var elements: [EditedValue.Element] = []
    for row in rows {
      guard case .object(let row) = row, let written = row["value"],
        let value = try element(written, of: kind, key)
      else { throw Misshapen(key: key) }
      var origin: Int?
      if case .text(let text)? = row["origin"] { origin = Int(text) }
      elements.append(EditedValue.Element(value, origin: origin))
    }
    return elements
  }

  private func element(
    _ value: DataValue, of kind: FieldKind, _ key: String
  ) throws(Misshapen) -> EditedValue? {
    switch value {
    case .null: return nil
    case .text(let text):
      return .scalar(Self.normalized(text), isText: kind.isTranslatable)
    case .object(let values):
      var members: [EditedValue.Member] = []
      let fields = kind.fields
      for field in fields {
        guard let value = values[field.key] else { continue }
        members.append(EditedValue.Member(field.key, try self.value(value, of: field)))
      }
      if case .keys(let keys, _) = kind.schema {
        for (name, schema) in keys {
          guard let value = values[name] else { continue }
          members.append(EditedValue.Member(name, try part(value, schema, key)))
        }
      }
      guard members.count == values.count else { throw Misshapen(key: key) }
      return .object(members)
    case .list: throw Misshapen(key: key)
    }
  }

  /// A named value of a kind that has no definitions of its own.
  private func part(
    _ value: DataValue, _ schema: FieldSchema, _ key: String
  ) throws(Misshapen) -> EditedValue? {
    switch value {
    case .null: return nil
    case .text(let text): return .scalar(Self.normalized(text), isText: false)
    case .list(let rows):
      guard case .list = schema else { throw Misshapen(key: key) }
      return .list(try elements(rows, of: .text(), key).map { $0.asName })
    case .object: throw Misshapen(key: key)
    }
  }

  /// A text with the ends of lines of a file.
  private static func normalized(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

extension EditedValue.Element {
  /// The element as a name, which is written without quotes where it can be.
  fileprivate var asName: EditedValue.Element {
    guard case .scalar(let text, _) = value else { return self }
    return EditedValue.Element(.scalar(text, isText: false), origin: origin)
  }
}
