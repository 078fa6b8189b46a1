import Diagnostics

/// A page has one heading of level 1, and none that skips a level.
enum Headings: PageRule {
  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    var titles = 0
    var last: Int?
    for (index, element) in page.elements.enumerated() where !element.isHidden {
      guard let level = level(of: element) else { continue }
      let text = page.text(of: element)
      if level == 1 {
        titles += 1
        if titles == 2 { findings.append(.secondTitle(text, at: element.offset)) }
      }
      if let last, level > last + 1 {
        findings.append(.skippedLevel(text, from: last, to: level, at: element.offset))
      }
      if !page.hasName(index) { findings.append(.emptyHeading(level: level, at: element.offset)) }
      last = level
    }
    if titles == 0 {
      let body = page.elements.first { $0.name == "main" || $0.name == "body" }
      findings.append(.noTitle(at: body?.offset ?? 0))
    }
  }

  private static func level(of element: MarkupElement) -> Int? {
    switch element.name {
    case "h1": 1
    case "h2": 2
    case "h3": 3
    case "h4": 4
    case "h5": 5
    case "h6": 6
    default: element["role"] == "heading" ? element["aria-level"].flatMap { Int($0) } ?? 2 : nil
    }
  }
}

extension Finding {
  fileprivate static func noTitle(at offset: Int) -> Finding {
    Finding(
      .error, "no-title", at: offset,
      LocalizedText(
        fr: "aucun titre de niveau 1 dans la page", en: "no heading of level 1 on the page"),
      expected: LocalizedText(verbatim: "<h1>"))
  }

  fileprivate static func secondTitle(_ text: String, at offset: Int) -> Finding {
    Finding(
      .error, "second-title", at: offset,
      LocalizedText(
        fr: "second titre de niveau 1 : « \(text) »", en: "second heading of level 1: “\(text)”"),
      expected: LocalizedText(verbatim: "<h2>"),
      words: text)
  }

  fileprivate static func skippedLevel(
    _ text: String, from last: Int, to level: Int, at offset: Int
  ) -> Finding {
    Finding(
      .warning, "heading-order", at: offset,
      LocalizedText(
        fr: "titre « \(text) » de niveau \(level) après un titre de niveau \(last)",
        en: "heading “\(text)” of level \(level) after a heading of level \(last)"),
      expected: LocalizedText(fr: "niveau \(last + 1) au plus", en: "at most level \(last + 1)"),
      words: text)
  }

  fileprivate static func emptyHeading(level: Int, at offset: Int) -> Finding {
    Finding(
      .error, "empty-heading", at: offset,
      LocalizedText(
        fr: "titre de niveau \(level) sans texte", en: "heading of level \(level) without text"),
      expected: LocalizedText(
        fr: "un texte, ou pas de titre",
        en: "a text, or no heading"))
  }
}
