import Diagnostics

/// What a sheet says of itself that contradicts itself, or says nothing.
extension SheetReader {
  /// Reports an empty title, a mark of a draft that another line denies, and the size of a list that the
  /// page has not.
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
    if values.pageSize != nil, !name.isIndex, let location = fields.locations["page_size"] {
      diagnostics.append(.pageSizeWithoutList(at: location))
    }
  }
}

extension Diagnostic {
  fileprivate static func pageSizeWithoutList(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "front-matter.page-size", at: location,
      LocalizedText(
        fr:
          "la taille des pages d’une liste n’a pas d’effet ici : la page n’est pas celle d’un dossier",
        en: "the size of the pages of a list has no effect here: the page is not that of a folder"),
      expected: LocalizedText(
        fr: "la clé dans la page du dossier, « index.md »",
        en: "the key in the page of the folder, “index.md”"))
  }
}
