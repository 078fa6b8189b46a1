import Diagnostics

/// No style and no script is written in a page: the security policy of a site refuses them.
enum InlineScriptOrStyle: PageRule {
  /// The scripts that are data.
  private static let dataTypes: Set<String> = [
    "application/ld+json", "application/json", "speculationrules", "importmap",
  ]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for element in page.elements {
      if let what = inlineCode(of: element) {
        findings.append(.inlineCode(what, at: element.offset))
      }
    }
  }

  private static func inlineCode(of element: MarkupElement) -> String? {
    let isScript = element.name == "script" && element["src"] == nil
    if element.name == "style" { return "<style>" }
    if isScript, !dataTypes.contains(element["type"]?.lowercased() ?? "") { return "<script>" }
    if element["style"] != nil { return "style=\"…\"" }
    if let event = element.attributes.first(where: { $0.name.hasPrefix("on") }) {
      return "\(event.name)=\"…\""
    }
    for name in ["href", "src", "action"]
    where element[name]?.lowercased().hasPrefix("javascript:") ?? false {
      return "javascript:"
    }
    return nil
  }
}

extension Finding {
  fileprivate static func inlineCode(_ what: String, at offset: Int) -> Finding {
    Finding(
      .warning, "inline-code", at: offset,
      LocalizedText(
        fr: "\(what) dans la page, que la politique de sécurité du site refuse",
        en: "\(what) in the page, which the site’s security policy refuses"),
      expected: LocalizedText(
        fr: "une feuille de style ou un script du thème", en: "a style sheet or script of the theme"
      ),
      words: what)
  }
}
