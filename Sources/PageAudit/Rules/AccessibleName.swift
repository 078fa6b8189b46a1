import Diagnostics

/// A link or a button says what it does.
enum AccessibleName: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for (index, element) in page.elements.enumerated()
    where !element.isHidden && !element.isInDrawing {
      if element.name == "a", let address = element["href"] {
        if !page.hasName(index) { findings.append(.wordlessLink(address, at: element.offset)) }
      } else if isButton(element) {
        let hasValue = element.name == "input" && element.says("value")
        if !hasValue, !page.hasName(index) {
          findings.append(.wordlessButton(at: element.offset))
        }
      }
    }
  }

  private static func isButton(_ element: MarkupElement) -> Bool {
    switch element.name {
    case "button", "summary": true
    // Browsers have words of their own for « submit » and « reset » without a value.
    case "input": element["type"] == "button" || element["value"] == "" && isSubmit(element)
    default: element["role"] == "button"
    }
  }

  private static func isSubmit(_ element: MarkupElement) -> Bool {
    element["type"] == "submit" || element["type"] == "reset"
  }
}

extension Finding {
  fileprivate static func wordlessLink(_ address: String, at offset: Int) -> Finding {
    Finding(
      .error, "wordless-link", at: offset,
      LocalizedText(
        fr: "lien sans texte vers « \(address) »", en: "link without words to “\(address)”"),
      expected: words,
      words: address)
  }

  private static let words = LocalizedText(
    fr: "un texte, une image avec une alternative, ou « aria-label »",
    en: "a text, an image with an alternative, or “aria-label”")

  fileprivate static func wordlessButton(at offset: Int) -> Finding {
    Finding(
      .error, "wordless-button", at: offset,
      LocalizedText(fr: "bouton sans texte", en: "button without words"),
      expected: words)
  }
}
