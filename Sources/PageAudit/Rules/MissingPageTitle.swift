import Diagnostics

/// A page has a title, which its tab and its bookmarks show.
enum MissingPageTitle: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    let title = title(of: page)
    if title.map(page.text)?.isEmpty ?? true {
      let head = page.elements.first { $0.name == "head" }
      findings.append(.noPageTitle(at: title?.offset ?? head?.offset ?? 0))
    }
  }

  /// Returns the title of a page; drawings have titles too.
  static func title(of page: PageMarkup) -> MarkupElement? {
    page.elements.first { $0.name == "title" && !$0.isInDrawing }
  }
}

extension Finding {
  fileprivate static func noPageTitle(at offset: Int) -> Finding {
    Finding(
      .error, "no-page-title", at: offset,
      LocalizedText(fr: "la page n’a pas de <title>", en: "the page has no <title>"),
      expected: LocalizedText(verbatim: "<title>{{page.title}} – {{site.title}}</title>"))
  }
}
