import Diagnostics

/// An id is given once in a page: links and labels lead to the first one only.
enum DuplicateIDs: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    var seen: Set<String> = []
    for element in page.elements {
      guard let id = element["id"], !id.isEmpty else { continue }
      if !seen.insert(id).inserted { findings.append(.duplicateID(id, of: element)) }
    }
  }
}

extension Finding {
  fileprivate static func duplicateID(_ id: String, of element: MarkupElement) -> Finding {
    Finding(
      .error, "duplicate-id", at: element.offset,
      LocalizedText(
        fr: "identifiant « \(id) » donné deux fois dans la page",
        en: "id “\(id)” given twice on the page"),
      expected: LocalizedText(
        fr: "un identifiant par élément",
        en: "one id an element"),
      words: id)
  }
}
