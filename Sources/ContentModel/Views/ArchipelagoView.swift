/// Sheets as the places of an archipelago: an island for each value that they share.
public struct ArchipelagoView: Sendable, Hashable {
  /// Sheets, and what puts them on their islands.
  public struct Population: Sendable, Hashable {
    /// The sheets.
    public let selection: SheetSelection
    /// The field whose values are the islands.
    public let grouping: FieldDefinition
  }

  /// The sheets, sort by sort.
  public let populations: [Population]
}

extension ViewReader {
  /// Reads an archipelago: `iles`, a list of types with the field that groups their sheets.
  mutating func archipelago() -> ArchipelagoView? {
    guard keys.node("iles") != nil else {
      _ = required("iles")
      return nil
    }
    let populations = elements("iles", ["par"] + SheetSelection.filterKeys) { reader in
      reader.selection(.filter).flatMap { selection in
        reader.field("par", of: selection.type, for: .groups).map {
          ArchipelagoView.Population(selection: selection, grouping: $0)
        }
      }
    }
    return ArchipelagoView(populations: populations)
  }
}
