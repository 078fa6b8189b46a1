import Diagnostics

/// A table has a name, and cells that head its columns or rows.
enum Tables: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for (index, table) in page.elements.enumerated()
    where table.name == "table" && !table.isHidden && !isLayout(table) {
      let inner = page.descendants(of: index).map { page.elements[$0] }
      let headers = inner.filter { $0.name == "th" }
      let firstCell = inner.first { $0.name == "th" || $0.name == "td" }
      let words = firstCell.map(page.text)
      if headers.isEmpty { findings.append(.noHeaders(words, at: table.offset)) }
      for header in headers where !header.says("scope") && !header.says("id") {
        findings.append(.unscopedHeader(page.text(of: header), at: header.offset))
      }
      let isNamed =
        inner.contains { $0.name == "caption" && !page.text(of: $0).isEmpty }
        || table.says("aria-label") || table.says("aria-labelledby") || table.says("title")
      if !isNamed { findings.append(.noCaption(words, at: table.offset)) }
    }
  }

  private static func isLayout(_ table: MarkupElement) -> Bool {
    table["role"] == "presentation" || table["role"] == "none"
  }
}

extension Finding {
  fileprivate static func noHeaders(_ words: String?, at offset: Int) -> Finding {
    Finding(
      .error, "table-headers", at: offset,
      LocalizedText(fr: "tableau sans cellule d’en-tête", en: "table without header cells"),
      expected: LocalizedText(verbatim: "<th scope=\"col\">"), words: words)
  }

  fileprivate static func unscopedHeader(_ text: String, at offset: Int) -> Finding {
    Finding(
      .warning, "table-scope", at: offset,
      LocalizedText(
        fr: "l’en-tête « \(text) » ne dit pas de quelles cellules il est le titre",
        en: "the header “\(text)” does not say which cells it heads"),
      expected: LocalizedText(verbatim: "scope=\"col\", scope=\"row\""), words: text)
  }

  fileprivate static func noCaption(_ words: String?, at offset: Int) -> Finding {
    Finding(
      .warning, "table-caption", at: offset,
      LocalizedText(fr: "tableau sans titre", en: "table without a title"),
      expected: LocalizedText(
        fr: "<caption>, « aria-label » ou « aria-labelledby »",
        en: "<caption>, “aria-label” or “aria-labelledby”"), words: words)
  }
}
