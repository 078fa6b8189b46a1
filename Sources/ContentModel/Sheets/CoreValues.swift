import Calendars
import TextEncoding

/// The values of the core keys of a sheet, whichever names its type gives them.
struct CoreValues {
  let type: ContentType
  let fields: [String: FieldValue]

  subscript(key: String) -> FieldValue? { CoreKey.value(of: key, in: fields) }

  /// The text of a key, without white space at its ends; nil when the key has no text.
  func text(_ key: String) -> String? {
    guard let text = self[key]?.string?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  /// The texts of a list.
  func texts(_ key: String) -> [String] {
    self[key]?.elements.compactMap(\.string) ?? []
  }

  /// A day: that of a core key, or else of a field that the type maps to a property of schema.org.
  func date(_ key: String, _ properties: Set<String>) -> CalendarDate? {
    if case .date(let date) = self[key] { return date }
    for field in type.fields where properties.contains(field.schemaProperty ?? "") {
      if case .date(let date) = fields[field.key] { return date }
    }
    return nil
  }

  var licence: Licence? {
    if case .licence(let licence, _) = self["licence"] { licence } else { nil }
  }

  var weight: Int? {
    if case .integer(let weight) = self["weight"] { weight } else { nil }
  }

  var pageSize: Int? {
    if case .integer(let size) = self["page_size"] { size } else { nil }
  }

  /// Whether the writer says that it is a draft, by the core key or by the marker of the type.
  var isDraft: Bool {
    self["draft"] == .boolean(true) || isMarkedDraft
  }

  /// Whether the marker of the type says that it is a draft.
  var isMarkedDraft: Bool {
    guard let marker = type.draftMarker, let value = fields[marker.key]?.string else {
      return false
    }
    return Slug.make(from: value) == Slug.make(from: marker.value)
  }
}
