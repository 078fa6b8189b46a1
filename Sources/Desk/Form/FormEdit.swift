package import ContentModel
import YAMLParsing

/// Reads what a form gives back.
///
/// Each field that changed is there by the key of its definition: a text, `null` for one that goes, an
/// object of such values, or a list of `{ "origin": 2, "value": … }`, the origin left out in a new row.
package struct FormEdit {
  private let fields: FormFields
  private let sheet: OpenedSheet

  /// Creates a reader of what changes an opened file.
  package init(of sheet: OpenedSheet, fields: FormFields) {
    self.fields = fields
    self.sheet = sheet
  }

  /// Creates a reader of what changes an opened sheet.
  package init(of sheet: OpenedSheet, type: ContentType) {
    self.init(of: sheet, fields: FormFields(of: type))
  }

  /// Why a form cannot be read: a field that its file lacks, or a value of another shape.
  package struct Misshapen: Error, Hashable, Sendable {
    /// The key of the field.
    package let key: String
  }

  /// Returns what changes.
  ///
  /// - Parameter fields: The fields that changed.
  package func edit(
    _ changes: [String: DataValue], body: String?
  ) throws(Misshapen) -> SheetEdit {
    var edit = SheetEdit(body: body)
    edit.order = fields.all.map { writtenKey(of: $0) }
    // The title and the summary open a sheet; the type's own fields come before the other core keys.
    let head = ["title", "summary"].compactMap { fields[$0] }.map { writtenKey(of: $0) }
    edit.order = head + edit.order.filter { !head.contains($0) }
    for field in fields.all {
      guard let value = changes[field.key] else { continue }
      edit.fields.append(
        EditedValue.Member(writtenKey(of: field), try self.value(value, of: field)))
    }
    if let stray = changes.keys.sorted().first(where: { key in
      !fields.all.contains { $0.key == key }
    }) {
      throw Misshapen(key: stray)
    }
    return edit
  }

  /// The key that the file gives a field; that which a new line shall have.
  private func writtenKey(of field: FormField) -> String {
    for (node, _) in sheet.values {
      if let key = node.scalar?.string, fields[key]?.key == field.key { return key }
    }
    return field.spelling
  }

  private func value(_ value: DataValue, of field: FormField) throws(Misshapen) -> EditedValue? {
    if case .null = value { return nil }
    guard field.holdsList else { return try element(value, of: field) }
    guard case .list(let rows) = value else { throw Misshapen(key: field.key) }
    var elements: [EditedValue.Element] = []
    for row in rows {
      guard case .object(let row) = row, let written = row["value"],
        let value = try element(written, of: field)
      else { throw Misshapen(key: field.key) }
      var origin: Int?
      if case .text(let text)? = row["origin"] { origin = Int(text) }
      elements.append(EditedValue.Element(value, origin: origin))
    }
    return .list(elements)
  }

  private func element(_ value: DataValue, of field: FormField) throws(Misshapen) -> EditedValue? {
    switch value {
    case .null: return nil
    case .text(let text): return .scalar(Self.normalized(text), isText: field.isText)
    case .object(let values):
      var members: [EditedValue.Member] = []
      for part in field.parts {
        guard let value = values[part.key] else { continue }
        members.append(EditedValue.Member(part.key, try self.value(value, of: part)))
      }
      guard members.count == values.count else { throw Misshapen(key: field.key) }
      return .object(members)
    case .list: throw Misshapen(key: field.key)
    }
  }

  /// A text with the ends of lines of a file.
  private static func normalized(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
