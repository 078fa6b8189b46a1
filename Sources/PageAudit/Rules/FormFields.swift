import Diagnostics

/// A field of a form has a label, and a group of fields a legend.
enum FormFields: PageRule {
  /// The kinds of `input` that are no field, or that name themselves.
  private static let otherInputs: Set<String> = ["hidden", "submit", "reset", "button", "image"]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    let labelled = Set(
      page.elements.filter { $0.name == "label" && !page.text(of: $0).isEmpty }
        .compactMap { $0["for"] })
    for (index, element) in page.elements.enumerated() where !element.isHidden {
      if isField(element) {
        let isLabelled =
          element["id"].map(labelled.contains) == true || element.says("aria-label")
          || element.says("aria-labelledby") || element.says("title")
          || page.ancestor(of: index, named: ["label"]).map { !page.text(of: $0).isEmpty } == true
        if !isLabelled { findings.append(.unlabelledField(element)) }
      } else if element.name == "fieldset" {
        let hasLegend = page.descendants(of: index).contains {
          page.elements[$0].name == "legend" && !page.text(of: page.elements[$0]).isEmpty
        }
        if !hasLegend, !element.says("aria-label"), !element.says("aria-labelledby") {
          findings.append(.groupWithoutLegend(at: element.offset))
        }
      }
    }
  }

  private static func isField(_ element: MarkupElement) -> Bool {
    switch element.name {
    case "select", "textarea": true
    case "input": !otherInputs.contains(element["type"]?.lowercased() ?? "text")
    default: false
    }
  }
}

extension Finding {
  fileprivate static func unlabelledField(_ element: MarkupElement) -> Finding {
    let name = element["name"] ?? element["id"] ?? ""
    return Finding(
      .error, "unlabelled-field", at: element.offset,
      LocalizedText(
        fr: "champ <\(element.name)> « \(name) » sans étiquette",
        en: "field <\(element.name)> “\(name)” without a label"),
      expected: LocalizedText(
        fr: "<label for>, ou « aria-label »", en: "<label for>, or “aria-label”"))
  }

  fileprivate static func groupWithoutLegend(at offset: Int) -> Finding {
    Finding(
      .error, "group-without-legend", at: offset,
      LocalizedText(fr: "groupe de champs sans légende", en: "group of fields without a legend"),
      expected: LocalizedText(verbatim: "<legend>"))
  }
}
