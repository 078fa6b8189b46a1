extension SheetCondition {
  /// Returns whether a sheet satisfies the condition.
  public func holds(for sheet: Sheet) -> Bool {
    let values = Self.values(of: field, in: sheet)
    if !flags.isEmpty, flags.contains(values.contains(.boolean(true))) { return true }
    return values.contains { value in
      if !ids.isEmpty, let id = field.kind.facet(of: value).id, ids.contains(id) { return true }
      guard !spans.isEmpty, let ends = field.kind.ends(of: value) else { return false }
      return spans.contains { $0.low <= ends.high && ends.low <= $0.high }
    }
  }

  /// The words of a field that a sheet has, as it writes them; none where values are a closed list.
  public static func openWords(of field: FieldDefinition, in sheet: Sheet) -> [String] {
    values(of: field, in: sheet).compactMap { value in
      switch field.kind.facet(of: value) {
      case .word(let word), .tag(let word): word
      case .term, .step, .span, .none: nil
      }
    }
  }

  /// What a sheet holds, where its file name or its text says so too.
  private static func values(of field: FieldDefinition, in sheet: Sheet) -> [FieldValue] {
    if let values = sheet.fields[field.key]?.elements { return values }
    switch field.key {
    case "title": return [.text(sheet.title)]
    case "date": return sheet.date.map { [.date($0)] } ?? []
    case "updated": return sheet.latestDate.map { [.date($0)] } ?? []
    default: return []
    }
  }
}
