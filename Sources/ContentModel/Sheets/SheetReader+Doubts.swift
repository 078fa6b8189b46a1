import Diagnostics

/// What a sheet says of itself that contradicts itself, or says nothing.
extension SheetReader {
  /// Reports an empty title, and a mark of a draft that another line denies.
  ///
  /// - Parameter title: The title that the sheet gives.
  func reportDoubts(
    _ values: CoreValues, _ fields: FieldReader.Fields, name: SheetName, given title: String?,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let places = ["title", "titre"].compactMap { fields.empty[$0] ?? fields.locations[$0] }
    if title == nil, values["title"]?.string != nil || fields.empty["title"] != nil,
      let location = places.first
    {
      diagnostics.append(.emptyTitle(instead: name.title, at: location))
    }
    let draftLocation = fields.locations["draft"] ?? fields.locations["brouillon"]
    if values["draft"] == .boolean(false), values.isMarkedDraft, let location = draftLocation,
      let marker = values.type.draftMarker
    {
      diagnostics.append(.contradictoryDraft(marker, at: location))
    }
  }
}
