import ContentModel
import YAMLParsing

extension OpenedSheet {
  /// Returns the file with an edit in it: what the edit does not name keeps its bytes.
  ///
  /// The result is read again before it is given: a field that was not named has the value that it
  /// had, and one that was has its new one.
  ///
  /// - Throws: ``SheetEditFailure/entangled(_:)`` when that cannot be.
  /// - Complexity: O(*n*) in the length of the file.
  package func bytes(applying edit: SheetEdit) throws(SheetEditFailure) -> [UInt8] {
    let head = try head(applying: edit)
    guard let text = edit.body else { return head + bytes[bodyStart...] }
    return head + BodyText(bytes[bodyStart...]).bytes(showing: text, lineEnd: lineEnd)
  }

  /// Returns everything above the body.
  private func head(applying edit: SheetEdit) throws(SheetEditFailure) -> [UInt8] {
    let edits = edit.fields.map { field in
      EditedValue.Member(field.key, field.value.flatMap { $0.isVoid ? nil : $0 })
    }.filter { field in
      guard let node = values[field.key] else { return field.value != nil }
      return field.value.map { !node.holds($0) } ?? true
    }
    guard !edits.isEmpty else { return Array(bytes[..<bodyStart]) }
    // What cannot be changed in its place is written anew.
    for replacesWhole in [false, true] {
      guard
        let head = try? head(edits, order: edit.order, replacesWhole: replacesWhole),
        isFaithful(head, to: edits)
      else { continue }
      return head
    }
    throw .entangled(edits.map(\.key))
  }

  private func head(
    _ edits: [EditedValue.Member], order: [String], replacesWhole: Bool
  ) throws(ValueRewriter.OutOfReach) -> [UInt8] {
    let writer = ValueWriter(lineEnd: lineEnd, isJSON: frontMatter?.isJSON ?? false)
    guard let frontMatter else {
      let lines = newLines(edits, writer)
      return Array(bytes[..<bodyStart])
        + Array((["---"] + lines + ["---", ""]).joined(separator: lineEnd).utf8)
    }
    var text = Array(bytes[frontMatter.range])
    if let layout = frontMatter.layout, case .mapping(let entries, let isFlow) = layout.content,
      !entries.isEmpty
    {
      var rewriter = ValueRewriter(text, writer: writer, replacesWhole: replacesWhole)
      let object = ObjectInPlace(layout: layout, entries: entries, mapping: frontMatter.values)
      if isFlow {
        try rewriter.changeFlow(object, to: edits)
      } else {
        try rewriter.changeBlock(object, to: edits, order: order)
      }
      text = text[...].applying(rewriter.splices)
    } else if let layout = frontMatter.layout, layout.isFlow {
      text = text[...].applying([Splice(layout.range, writer.flow(.object(edits)))])
    } else {
      if let last = text.last, last != UInt8(ascii: "\n") { text += Array(lineEnd.utf8) }
      text += Array((newLines(edits, writer) + [""]).joined(separator: lineEnd).utf8)
    }
    return Array(bytes[..<frontMatter.range.lowerBound]) + text
      + bytes[frontMatter.range.upperBound..<bodyStart]
  }

  private func newLines(_ edits: [EditedValue.Member], _ writer: ValueWriter) -> [String] {
    edits.compactMap { edit in
      edit.value.map { writer.member(edit.key, $0, indent: 0) }
    }
  }

  /// Whether the start of a file is read as it was meant.
  private func isFaithful(_ head: [UInt8], to edits: [EditedValue.Member]) -> Bool {
    guard let new = try? isYAML ? OpenedSheet(yaml: head) : OpenedSheet(head),
      new.frontMatter != nil, new.bodyStart == head.count
    else { return false }
    let isNamed = Set(edits.map(\.key))
    let (before, after) = (values, new.values)
    func others(_ mapping: YAMLMapping) -> YAMLNode {
      .mapping(
        YAMLMapping(
          mapping.filter { entry in
            entry.key.scalar.map { !isNamed.contains($0.string) } ?? true
          }.map { ($0.key, $0.value) }))
    }
    var count = YAMLNode.greatestCount
    guard others(before).hasSameContent(as: others(after), within: &count) else { return false }
    return edits.allSatisfy { edit in
      guard let value = edit.value else { return after[edit.key] == nil }
      return after[edit.key]?.holds(value.withoutOrigins) ?? false
    }
  }
}

extension EditedValue {
  /// The value as it is, wherever it comes from.
  var withoutOrigins: EditedValue {
    switch self {
    case .scalar: self
    case .list(let elements): .list(elements.map { Element($0.value.withoutOrigins) })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value?.withoutOrigins) })
    }
  }
}
