package import ContentModel
import YAMLParsing

/// A new sheet with the keys that it must have, all of them empty: nothing in it is invented.
package struct BareSheet {
  package let type: ContentType
  package let title: String
  /// Whether the sheet lies where sheets of another type do.
  package let namesItsType: Bool

  package init(type: ContentType, title: String, namesItsType: Bool = false) {
    self.type = type
    self.title = title
    self.namesItsType = namesItsType
  }

  /// The sheet, its front matter alone, without a word of help.
  package var text: String {
    let lines = ["---"] + heading + required.flatMap { Self.lines(of: $0) } + ["---", "", ""]
    return lines.joined(separator: "\n")
  }

  /// The title, the summary and the mark of a draft.
  private var heading: [String] {
    ["titre: " + YAMLScalarText.doubleQuoted(title), "resume: \"\"", Archetype.draftMark(of: type)]
      + (namesItsType ? ["type: " + type.id] : [])
  }

  /// What a sheet of the type must have beside.
  var required: [FieldDefinition] {
    (type.fields + type.relations.map(\.field)).filter {
      $0.isRequired && $0.defaultValue == nil && $0.key != type.draftMarker?.key
    }
  }

  /// The lines of a field that waits for its value; those of an object have what it must have, or else
  /// the first of its fields.
  static func lines(of field: FieldDefinition) -> [String] {
    let parts = field.kind.fields
    guard !parts.isEmpty else { return [field.key + ":" + empty(field)] }
    let needed = parts.filter { $0.isRequired && $0.defaultValue == nil }
    let inner = (needed.isEmpty ? Array(parts.prefix(1)) : needed).flatMap { lines(of: $0) }
    guard field.holdsList else { return [field.key + ":"] + inner.map { "  " + $0 } }
    return [field.key + ":"]
      + inner.enumerated().map { index, line in (index == 0 ? "  - " : "    ") + line }
  }

  private static func empty(_ field: FieldDefinition) -> String {
    if field.holdsList { return " []" }
    switch field.kind.control {
    case .line, .markdown: return " \"\""
    default: return ""
    }
  }
}
