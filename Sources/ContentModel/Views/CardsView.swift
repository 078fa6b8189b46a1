import Diagnostics

/// Sheets as cards, to read at a glance or to print and cut out.
public struct CardsView: Sendable, Hashable {
  /// How large the cards are printed.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// As the page has room for them.
    case free = "libre"
    /// On A6, four on a sheet of A4.
    case pocket = "poche"
  }

  /// The sheets.
  public let selection: SheetSelection
  /// The field whose values head the parts; the cards are in one part when there is none.
  public let grouping: FieldDefinition?
  /// The fields on each card, in their order.
  public let shown: [FieldDefinition]
  /// How large they are printed.
  public let format: Format
}

extension ViewReader {
  mutating func cards() -> CardsView? {
    guard let selection = selection() else { return nil }
    let grouping = optionalField("par", of: selection.type, for: .groups)
    let shown = fields("montre", of: selection.type, for: .anything)
    let written = keys.string("format")
    let format = written.flatMap(CardsView.Format.init)
    if let written, format == nil {
      keys.report(
        .unknownCardFormat(
          written, known: CardsView.Format.allCases.map(\.rawValue),
          at: keys.valueLocation(ofKey: "format")))
    }
    return CardsView(
      selection: selection, grouping: grouping, shown: shown, format: format ?? .free)
  }
}
