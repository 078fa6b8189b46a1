import Diagnostics

/// What an attribute names by its id is on the page.
enum MissingIDs: PageRule {
  /// The attributes that hold ids of the same page.
  private static let names = [
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list",
  ]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    let ids = page.indicesByID()
    for element in page.elements {
      for name in names {
        for id in (element[name] ?? "").split(whereSeparator: \.isWhitespace)
        where ids[String(id)] == nil {
          findings.append(.missingID(String(id), in: name, of: element))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func missingID(
    _ id: String, in name: String, of element: MarkupElement
  ) -> Finding {
    Finding(
      .error, "missing-id", at: element.offset,
      LocalizedText(
        fr: "« \(name) » de <\(element.name)> nomme « \(id) », qui n’est pas dans la page",
        en: "“\(name)” of <\(element.name)> names “\(id)”, which is not on the page"),
      expected: LocalizedText(
        fr: "l’« id » d’un élément de la page",
        en: "the “id” of an element of the page"),
      words: id)
  }
}
