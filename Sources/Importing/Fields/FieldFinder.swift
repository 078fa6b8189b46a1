import ContentModel
import Diagnostics
import TextEncoding

/// Finds the fields of a type in a text.
///
/// They are under headings that bear their names, on lines `Label : value`, and in tables of two
/// columns. What is found and read is taken out of the text; the rest stays.
struct FieldFinder {
  let type: ContentType
  let values: FieldValues
  private(set) var notes: [ImportNote] = []

  init(type: ContentType, vocabularies: [String: Vocabulary]) {
    self.type = type
    values = FieldValues(vocabularies: vocabularies)
  }

  /// Fills fields; returns the text without what they took.
  mutating func take(from body: String, into filling: inout FieldFilling) -> String {
    var text = MarkdownLines(body)
    var taken: Set<Int> = []
    let names = FieldNames(type)
    takeSections(of: text, names, &taken, &filling)
    takeTables(of: &text, names, &taken, &filling)
    takeLabels(of: text, names, &taken, &filling)
    let kept = text.lines.indices.filter { !taken.contains($0) }.map { text.lines[$0] }
    return taken.isEmpty ? body : kept.joined(separator: "\n")
  }

  /// Tries a field; whether its value was taken.
  private mutating func fill(
    _ field: FieldDefinition, _ content: FoundContent, near: String,
    _ filling: inout FieldFilling
  ) -> Bool {
    let label = field.label.text(in: "fr")
    guard !filling.isFilled(field) else {
      notes.append(
        .unreadField(
          label, LocalizedText(fr: "le champ est déjà rempli", en: "the field is filled already"),
          near: near))
      return false
    }
    guard let problem = filling.fill(field, with: values.values(of: field, in: content)) else {
      return true
    }
    notes.append(.unreadField(label, problem.message, near: near))
    return false
  }

  private mutating func takeSections(
    of text: MarkdownLines, _ names: FieldNames, _ taken: inout Set<Int>,
    _ filling: inout FieldFilling
  ) {
    let headings = text.headings
    for (index, heading) in headings.enumerated() {
      let title = heading.title.trimmed.split(separator: ":").first.map(String.init) ?? ""
      guard let field = names.field(named: title) else { continue }
      let end =
        headings[(index + 1)...].first { $0.level <= heading.level }?.line ?? text.lines.count
      let content = FoundContent(lines: text.lines[(heading.line + 1)..<end])
      guard
        !content.paragraphs.isEmpty || !content.items.isEmpty || !content.rows.isEmpty
          || content.isMixed
      else { continue }
      if fill(field, content, near: text.lines[heading.line], &filling) {
        taken.formUnion(heading.line..<end)
      }
    }
  }

  /// A table of two columns whose first names fields gives up the rows that are read.
  private mutating func takeTables(
    of text: inout MarkdownLines, _ names: FieldNames, _ taken: inout Set<Int>,
    _ filling: inout FieldFilling
  ) {
    var index = 0
    while index < text.lines.count {
      var end = index
      while end < text.lines.count, !text.isCode[end], !taken.contains(end),
        text.lines[end].trimmed.hasPrefix("|")
      { end += 1 }
      defer { index = max(end, index + 1) }
      let rows = (index..<end).filter { !Self.isRule(text.lines[$0]) }
      guard end - index >= 2, rows.allSatisfy({ FoundContent.cells(text.lines[$0]).count == 2 })
      else { continue }
      var left: [Int] = []
      for row in rows {
        let cells = FoundContent.cells(text.lines[row])
        let value = cells[1].replacing(/<br *\/?>/, with: "\n")
        guard !value.trimmed.isEmpty,
          let field = names.field(named: cells[0].filter { $0 != "*" && $0 != ":" }),
          fill(field, Self.content(ofCell: value), near: text.lines[row], &filling)
        else {
          left.append(row)
          continue
        }
      }
      guard left.count < rows.count else { continue }
      taken.formUnion(index..<end)
      guard !left.isEmpty else { continue }
      // What is left is a table still.
      let lines = left.map { text.lines[$0] }
      let whole = [lines[0], "| --- | --- |"] + lines.dropFirst()
      for (offset, line) in whole.enumerated() where index + offset < end {
        text.lines[index + offset] = line
        taken.remove(index + offset)
      }
    }
  }

  private static func isRule(_ line: String) -> Bool {
    line.wholeMatch(of: /[ |:-]+/) != nil && line.contains("-")
  }

  private static func content(ofCell value: String) -> FoundContent {
    let lines = value.split(separator: "\n").map { String($0).trimmed }
    guard lines.count > 1 else { return FoundContent(value) }
    return FoundContent(lines: lines.map { "- " + $0 }[...])
  }

  private mutating func takeLabels(
    of text: MarkdownLines, _ names: FieldNames, _ taken: inout Set<Int>,
    _ filling: inout FieldFilling
  ) {
    for (index, line) in text.lines.enumerated() where !text.isCode[index] && !taken.contains(index)
    {
      guard let found = LabelledLine(line), let field = names.field(named: found.label) else {
        continue
      }
      // A paragraph that goes on says more than the line.
      let next = index + 1 < text.lines.count ? text.lines[index + 1].trimmed : ""
      let goesOn =
        !next.isEmpty && !line.trimmed.hasPrefix("-") && LabelledLine(next) == nil
        && !line.hasSuffix("  ") && !line.hasSuffix("\\")
      guard !goesOn else { continue }
      let value = found.value.hasSuffix("\\") ? String(found.value.dropLast()) : found.value
      if fill(field, FoundContent(value), near: line, &filling) { taken.insert(index) }
    }
  }
}
