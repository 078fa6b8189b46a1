/// Sheets under each of the words that describe them, by alphabetical order: none comes first.
public struct DirectoryView: Sendable, Hashable {
  /// The sheets.
  public let selection: SheetSelection
  /// The field that holds the words.
  public let grouping: FieldDefinition
}

extension ViewReader {
  mutating func directory() -> DirectoryView? {
    guard let selection = selection(),
      let grouping = field("par", of: selection.type, for: .groups)
    else { return nil }
    return DirectoryView(selection: selection, grouping: grouping)
  }
}
