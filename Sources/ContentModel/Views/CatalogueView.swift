/// Cards of sheets, which readers filter by facets.
public struct CatalogueView: Sendable, Hashable {
  /// The sheets.
  public let selection: SheetSelection
  /// The field whose values head the parts of the list; the list is whole when there is none.
  public let grouping: FieldDefinition?
  /// The fields that readers filter by.
  public let facets: [FieldDefinition]
}

extension ViewReader {
  /// Reads a catalogue; its facets are those of the type unless it names others.
  mutating func catalogue() -> CatalogueView? {
    guard let selection = selection() else { return nil }
    let type = selection.type
    let grouping = optionalField("par", of: type, for: .groups)
    let facets =
      keys.node("facettes") == nil
      ? type.facets.compactMap { type.table[$0] }.filter(FieldUse.filters.accepts)
      : fields("facettes", of: type, for: .filters)
    return CatalogueView(selection: selection, grouping: grouping, facets: facets)
  }
}
