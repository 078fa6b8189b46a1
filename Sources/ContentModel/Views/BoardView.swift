/// Sheets in columns, one a step: projects by their state.
public struct BoardView: Sendable, Hashable {
  /// The sheets.
  public let selection: SheetSelection
  /// The field whose steps are the columns.
  public let columns: FieldDefinition
}

extension ViewReader {
  mutating func board() -> BoardView? {
    guard let selection = selection(),
      let columns = field("par", of: selection.type, for: .steps)
    else { return nil }
    return BoardView(selection: selection, columns: columns)
  }
}
