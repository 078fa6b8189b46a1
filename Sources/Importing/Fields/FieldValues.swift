import Calendars
import ContentModel
import TextEncoding

/// The values that a field may have meant by some content, the likeliest first, as a form would
/// give them.
///
/// They are only proposed: ``FieldFilling`` keeps the first that the field reads.
struct FieldValues {
  let vocabularies: [String: Vocabulary]

  func values(of field: FieldDefinition, in content: FoundContent) -> [DataValue] {
    guard !content.isMixed, field.kind.referenceTypes == nil else { return [] }
    let kind = field.kind
    if field.holdsList { return lists(of: kind, in: content) }
    if !kind.fields.isEmpty { return objects(of: kind, in: content) }
    guard content.items.isEmpty, content.rows.isEmpty else { return [] }
    let text = content.paragraphs.joined(separator: "\n\n")
    return text.isEmpty ? [] : [.text(scalar(text, kind))]
  }

  /// Returns a value of front matter or of a cell as a form would give it.
  func value(_ value: DataValue, of field: FieldDefinition) -> DataValue {
    switch value {
    case .null: return .null
    case .text(let text):
      guard field.holdsList else {
        return field.kind.fields.isEmpty ? .text(scalar(text, field.kind)) : value
      }
      return rows(Self.parts(of: text).map { .text(scalar($0, field.kind)) })
    case .list(let elements):
      let values = elements.map { element -> DataValue in
        if case .text(let text) = element { return .text(scalar(text, field.kind)) }
        return object(element, of: field.kind)
      }
      return field.holdsList ? rows(values) : values.first ?? .null
    case .object:
      let one = object(value, of: field.kind)
      return field.holdsList ? rows([one]) : one
    }
  }

  private func object(_ value: DataValue, of kind: FieldKind) -> DataValue {
    guard case .object(let members) = value else { return value }
    let names = FieldNames(kind.fields)
    var result: [String: DataValue] = [:]
    for (key, member) in members {
      let field = names.field(named: key)
      result[field?.key ?? key] = field.map { self.value(member, of: $0) } ?? member
    }
    return .object(result)
  }

  // MARK: Lists

  private func lists(of kind: FieldKind, in content: FoundContent) -> [DataValue] {
    if !kind.fields.isEmpty { return listsOfObjects(of: kind, in: content) }
    if !content.items.isEmpty { return [rows(content.items.map { .text(scalar($0, kind)) })] }
    guard content.rows.isEmpty, !content.paragraphs.isEmpty else { return [] }
    let whole = rows(content.paragraphs.map { .text(scalar($0, kind)) })
    guard content.paragraphs.count == 1, let text = content.paragraphs.first,
      !kind.isTranslatable || kind.control.name == "tag"
    else { return [whole] }
    return [rows(Self.parts(of: text).map { .text(scalar($0, kind)) }), whole]
  }

  private func listsOfObjects(of kind: FieldKind, in content: FoundContent) -> [DataValue] {
    if let titles = content.rows.first, content.rows.count > 1 {
      let names = FieldNames(kind.fields)
      let columns = titles.map { names.field(named: $0) }
      guard columns.allSatisfy({ $0 != nil }) else { return [] }
      return [rows(content.rows.dropFirst().map { object($0, columns.compactMap(\.self)) })]
    }
    // Of an object that a line gives, the line is what must be said of it.
    let texts = kind.fields.filter { $0.kind.isTranslatable && !$0.holdsList }
    guard let main = texts.first(where: \.isRequired) ?? texts.first else { return [] }
    let lines = content.items.isEmpty ? content.paragraphs : content.items
    guard !lines.isEmpty, content.rows.isEmpty else { return [] }
    return [rows(lines.map { .object([main.key: .text(scalar($0, main.kind))]) })]
  }

  private func object(_ cells: [String], _ columns: [FieldDefinition]) -> DataValue {
    var members: [String: DataValue] = [:]
    for (field, cell) in zip(columns, cells) where !cell.isEmpty {
      members[field.key] = value(.text(cell), of: field)
    }
    return .object(members)
  }

  private func rows(_ values: [DataValue]) -> DataValue {
    .list(values.map { .object(["value": $0]) })
  }

  // MARK: Objects

  private func objects(of kind: FieldKind, in content: FoundContent) -> [DataValue] {
    let lines = content.items + content.paragraphs
    let names = FieldNames(kind.fields)
    var members: [String: DataValue] = [:]
    let pairs =
      content.rows.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
      + lines.compactMap { LabelledLine($0).map { ($0.label, $0.value) } }
    for (label, text) in pairs {
      guard let field = names.field(named: label) else { continue }
      members[field.key] = value(.text(text), of: field)
    }
    if members.count == content.rows.count + lines.count, !members.isEmpty {
      return [.object(members)]
    }
    guard content.rows.isEmpty, lines.count == 1, let text = lines.first else { return [] }
    return byRank(text, kind.fields.filter(\.isRequired))
  }

  /// `45 min à 1 h` fills two required fields of one kind, and `1 h` fills both.
  private func byRank(_ text: String, _ fields: [FieldDefinition]) -> [DataValue] {
    guard let kind = fields.first?.kind.name, fields.allSatisfy({ $0.kind.name == kind }),
      fields.count <= 4
    else { return [] }
    var text = InlineText.words(ofTitle: text).lowercased()
    for (start, between) in [("de ", " à "), ("entre ", " et ")] where text.hasPrefix(start) {
      text = String(text.dropFirst(start.count)).replacing(between, with: " – ")
    }
    var parts = text.split { "–—-".contains($0) }.map { String($0).trimmed }
    if parts.count == 1 { parts = text.split(separator: " à ").map { String($0).trimmed } }
    func object(_ parts: [String]) -> DataValue {
      .object(
        Dictionary(
          zip(
            fields.map(\.key), zip(fields, parts).map { DataValue.text(scalar($0.1, $0.0.kind)) }),
          uniquingKeysWith: { $1 }))
    }
    if parts.count == fields.count {
      // « 5 à 12 personnes »: what counts is not said of each number.
      let bare = parts.map { String($0.prefix { $0.isNumber }) }
      let unit = (parts.last ?? "").drop { $0.isNumber || $0 == "," }
      let inherited = parts.map { $0.allSatisfy(\.isNumber) ? "\($0)\(unit)" : $0 }
      return [object(inherited), object(parts), object(bare)]
    }
    guard parts.count == 1, let only = parts.first else { return [] }
    let bare = String(only.prefix { $0.isNumber })
    return [object(fields.map { _ in only }), object(fields.map { _ in bare })]
  }

  // MARK: Scalars

  /// Returns a text as a field of a kind takes it: the id of a term, the step of a scale, a day.
  private func scalar(_ text: String, _ kind: FieldKind) -> String {
    let plain = InlineText.words(ofTitle: text.trimmed)
    switch kind.steps {
    case .terms(let vocabulary): return vocabularies[vocabulary]?.term(named: plain)?.id ?? plain
    case .scale(let range, let labels):
      let wanted = Slug.make(from: plain)
      let step = zip(range, labels).first { step in
        step.1.texts.values.contains { Slug.make(from: $0) == wanted }
      }
      return step.map { String($0.0) } ?? plain
    case nil: break
    }
    if case .day = kind.control { return CalendarDate.iso(meantBy: plain) ?? plain }
    return kind.isTranslatable ? text.trimmed : plain
  }

  /// The values that a line gives, between commas or semicolons.
  private static func parts(of text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : text.contains("\n") ? "\n" : ","
    return text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
