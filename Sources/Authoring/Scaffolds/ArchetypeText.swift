import SiteGraph
import ContentModel
import Theming

/// The text of a new sheet, each key under what it is for.
///
/// In short, it holds what is required, empty. In whole, it holds every key that its type knows: what the
/// type's own skeleton gives, and what is required, with a value to replace; the rest is in comments.
struct ArchetypeText {
  package let type: ContentType
  package let title: String
  package let guide: FieldHelp
  /// Whether the sheet lies where sheets of another type do.
  let namesItsType: Bool

  private var words: (String) -> String { { guide.format.words.text($0) } }

  /// The sheet with what it must have alone, its front matter alone.
  func shortText() -> String {
    let fields = bare.required.map { field in
      help(for: field) + BareSheet.lines(of: field).map { $0 + "\n" }.joined()
    }
    let more = comment(guide.format.words.text("nouvelle_reste", ["type": type.id]))
    return "---\n" + ([heading] + fields + [more]).joined(separator: "\n") + "---\n\n"
  }

  /// The keys of the short text that wait for their writer, in its order.
  var requiredKeys: [String] { ["resume"] + bare.required.map(\.key) }

  private var bare: BareSheet {
    BareSheet(type: type, title: title, namesItsType: namesItsType)
  }

  /// The sheet with every key, its front matter alone.
  package func text() -> String {
    let parts = [heading] + given.map(text) + missing.map(text)
    let optional = optional.map(text)
    let offer = optional.isEmpty ? [] : [comment(words("nouvelle_facultatif"))] + optional
    return "---\n" + (parts + offer + [core]).joined(separator: "\n") + "---\n\n"
  }

  /// The keys that wait for their writer, in the order of the sheet.
  var keysToFill: [String] {
    let filler = words("nouvelle_a_completer")
    return ["resume"]
      + given.filter { block in
        !block.isCommentedOut
          && block.lines.contains { $0.contains("À compléter") || $0.contains(filler) }
      }.map(\.key) + missing.map(\.key)
  }

  /// The line that makes the sheet a draft.
  package var draftMark: String { Archetype.draftMark(of: type) }

  private var fields: [FieldDefinition] { type.fields + type.relations.map(\.field) }
  /// What the type's own skeleton gives, but for the keys that every sheet starts with.
  private var given: [ArchetypeBlock] {
    ArchetypeBlock.blocks(of: type.skeleton, keys: Set(fields.map(\.key)))
      .filter { !["titre", "resume", "brouillon", type.draftMarker?.key].contains($0.key) }
  }
  private var others: [FieldDefinition] {
    let keys = Set(given.map(\.key) + [type.draftMarker?.key ?? ""])
    return fields.filter { !keys.contains($0.key) }
  }
  private var missing: [FieldDefinition] {
    others.filter { $0.isRequired && $0.defaultValue == nil }
  }
  private var optional: [FieldDefinition] {
    others.filter { !$0.isRequired || $0.defaultValue != nil }
  }

  /// The title, the summary and the mark of a draft.
  private var heading: String {
    var lines: [String] = []
    for key in ["title", "summary"] {
      let help = type.allFields.first { $0.key == key }?.help.map(plain) ?? ""
      let value = key == "title" ? "titre: \(Archetype.quoted(title))" : "resume: \"\""
      lines.append(comment(help) + value + "\n")
    }
    lines.append(comment(words("nouvelle_brouillon")) + draftMark + "\n")
    if namesItsType { lines.append("type: \(type.id)\n") }
    return lines.joined(separator: "\n")
  }

  private func text(_ block: ArchetypeBlock) -> String {
    let field = fields.first { $0.key == block.key }
    let remarks = block.remarks.map { $0 + "\n" }.joined()
    return (field.map { help(for: $0) } ?? "") + remarks
      + block.lines.map { $0 + "\n" }.joined()
  }

  private func text(_ field: FieldDefinition) -> String {
    let line = field.placeholder(
      filler: words("nouvelle_a_completer"), vocabularies: guide.vocabularies)
    let isToFill = field.isRequired && field.defaultValue == nil
    return help(for: field) + (isToFill ? "" : "# ") + line + "\n"
  }

  /// What a field is for, and what it may hold; then the same of the fields of its objects.
  private func help(for field: FieldDefinition) -> String {
    comment(summary(of: field)) + parts(of: field, depth: 1)
  }

  private func parts(of field: FieldDefinition, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    return field.kind.fields.map { part in
      comment(indent + "\(part.key) : " + summary(of: part), hanging: indent + "  ")
        + parts(of: part, depth: depth + 1)
    }.joined()
  }

  /// What a field is for, whether it is required, and what it may hold, in as many sentences.
  private func summary(of field: FieldDefinition) -> String {
    var sentences = [plain(field.label)]
    if let help = field.help { sentences.append(plain(help)) }
    if field.isRequired, field.defaultValue == nil { sentences.append(words("champ_requis")) }
    if let values = values(of: field) { sentences.append(values) }
    return sentences.map { sentence in
      let ending = sentence.last.map { ".…!?»".contains($0) } ?? true
      return sentence.prefix(1).uppercased() + sentence.dropFirst() + (ending ? "" : ".")
    }.joined(separator: " ")
  }

  /// A label as it was written: what a help gives as an example may be copied.
  private func plain(_ label: Label) -> String { label.text(in: guide.format.language) }

  /// What a field may hold, in words; nil where any text does.
  private func values(of field: FieldDefinition) -> String? {
    let kind = guide.kind(of: field)
    if let name = field.kind.vocabulary {
      let terms = (guide.vocabularies[name]?.terms.map(\.id) ?? []).joined(separator: ", ")
      let key = field.isList ? "nouvelle_parmi" : "nouvelle_choix"
      return guide.format.words.text(key, ["termes": terms])
    }
    if !field.isList, [.text(), .markdown()].contains(field.kind) { return nil }
    if !field.kind.fields.isEmpty { return field.isList ? words("nouvelle_liste") : nil }
    if let values = guide.values(of: field.kind) { return "\(kind) (\(values))" }
    return kind
  }

  /// The keys that every sheet may hold, a line each.
  private var core: String {
    let keys: Set = ["title", "summary", "draft", "type"]
    let fields = type.allFields.filter { field in
      !self.fields.contains { $0.key == field.key } && !keys.contains(field.key)
    }
    let lines = fields.map { field in
      let line = field.placeholder(
        key: FieldHelp.spelling(of: field), filler: "…", vocabularies: guide.vocabularies)
      let help = field.help.map(plain) ?? ""
      return "# \(line)  # \(help)\n"
    }
    return comment(words("nouvelle_commun")) + lines.joined()
  }

  /// A comment of YAML, in lines of less than a hundred characters.
  private func comment(_ text: String, hanging indent: String = "") -> String {
    var lines: [String] = []
    var line = "#"
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if line.count + word.count > 97, line.count > indent.count + 2 {
        lines.append(line)
        line = "# " + indent + word
      } else {
        line += " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }
}
