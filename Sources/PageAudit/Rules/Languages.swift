import Diagnostics

/// A page says its language, and every language is a tag that browsers know (BCP 47).
enum Languages: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    if let root = page.elements.first(where: { $0.name == "html" }), !root.says("lang") {
      findings.append(.noLanguage(at: root.offset))
    }
    for element in page.elements {
      for name in ["lang", "hreflang", "xml:lang"] {
        guard let tag = element[name], !isTag(tag) else { continue }
        // An empty one on the root has been reported.
        if tag.isEmpty, element.name == "html" { continue }
        findings.append(.unreadableLanguage(tag, in: name, of: element))
      }
    }
  }

  /// Whether a text has the form of a language tag: `fr`, `br-FR`, `zh-Hant`; `x-default` is for
  /// `hreflang`.
  static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    if text == "x-default" { return true }
    let isLanguage =
      (2...3).contains(first.utf8.count) && first.utf8.allSatisfy { ($0 | 0x20).isLetter }
    return isLanguage
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { ($0 | 0x20).isLetter || (0x30...0x39).contains($0) }
      }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Finding {
  fileprivate static func noLanguage(at offset: Int) -> Finding {
    Finding(
      .error, "no-language", at: offset,
      LocalizedText(
        fr: "la page ne dit pas sa langue", en: "the page does not say its language"),
      expected: LocalizedText(verbatim: "<html lang=\"fr\">"))
  }

  fileprivate static func unreadableLanguage(
    _ tag: String, in name: String, of element: MarkupElement
  ) -> Finding {
    Finding(
      .error, "language", at: element.offset,
      LocalizedText(
        fr: "langue illisible « \(tag) » dans « \(name) » de <\(element.name)>",
        en: "unreadable language “\(tag)” in “\(name)” of <\(element.name)>"),
      expected: LocalizedText(verbatim: "fr, br, en, fr-CA"), words: tag)
  }
}
