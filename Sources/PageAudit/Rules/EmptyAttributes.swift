import Diagnostics

/// An attribute that says something is not empty.
enum EmptyAttributes: PageRule {
  /// The attributes that mean nothing, or something else, without a value.
  private static let names: Set<String> = [
    "action", "aria-controls", "aria-describedby", "aria-label", "aria-labelledby", "class",
    "content", "datetime", "for", "headers", "height", "href", "hreflang", "id", "name", "rel",
    "role", "scope", "sizes", "src", "srcset", "style", "title", "type", "width",
  ]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for element in page.elements {
      for (name, value) in element.attributes where names.contains(name) {
        if (value ?? "").allSatisfy(\.isWhitespace) {
          findings.append(.emptyAttribute(name, of: element))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func emptyAttribute(_ name: String, of element: MarkupElement) -> Finding {
    Finding(
      .warning, "empty-attribute", at: element.offset,
      LocalizedText(
        fr: "attribut « \(name) » vide sur <\(element.name)>",
        en: "empty attribute “\(name)” on <\(element.name)>"),
      expected: LocalizedText(fr: "une valeur, ou pas d’attribut", en: "a value, or no attribute"))
  }
}
