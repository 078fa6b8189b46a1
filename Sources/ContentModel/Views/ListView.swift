import Diagnostics

/// Sheets one after another, as the list of a folder shows them.
public struct ListView: Sendable, Hashable {
  /// What is shown of each sheet.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// A card, as in the list of a folder.
    case cards = "cartes"
    /// A line: its title and its summary.
    case lines = "lignes"
  }

  /// The sheets.
  public let selection: SheetSelection
  /// What is shown of each.
  public let format: Format
}

extension ViewReader {
  mutating func list() -> ListView? {
    guard let selection = selection() else { return nil }
    let written = keys.string("format")
    let format = written.flatMap(ListView.Format.init)
    if let written, format == nil {
      keys.report(
        .unknownCardFormat(
          written, known: ListView.Format.allCases.map(\.rawValue),
          at: keys.valueLocation(ofKey: "format")))
    }
    return ListView(selection: selection, format: format ?? .cards)
  }
}
