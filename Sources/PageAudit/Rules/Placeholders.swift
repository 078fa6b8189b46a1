import Diagnostics

/// Nothing on a page is meant for the programs that make pages: tags of templates, values that are
/// none, filling text.
enum Placeholders: PageRule {
  /// What betrays a mark anywhere in a text, and where it comes from.
  private static let marks: [(text: String, origin: LocalizedText)] = [
    ("{{", LocalizedText(fr: "balise de gabarit", en: "tag of a template")),
    ("{%", LocalizedText(fr: "balise de gabarit", en: "tag of a template")),
    ("{:", LocalizedText(fr: "attribut de Markdown", en: "attribute of Markdown")),
    ("[TOC]", LocalizedText(fr: "sommaire d’un autre outil", en: "contents of another tool")),
    ("[[_TOC_]]", LocalizedText(fr: "sommaire d’un autre outil", en: "contents of another tool")),
    ("[object ", LocalizedText(fr: "valeur illisible", en: "unreadable value")),
    ("Optional(", LocalizedText(fr: "valeur illisible", en: "unreadable value")),
    ("Lorem ipsum", LocalizedText(fr: "texte de remplissage", en: "filling text")),
    ("&amp;", LocalizedText(fr: "caractère protégé deux fois", en: "character escaped twice")),
    ("&nbsp;", LocalizedText(fr: "caractère protégé deux fois", en: "character escaped twice")),
    ("&lt;", LocalizedText(fr: "caractère protégé deux fois", en: "character escaped twice")),
    ("&#39;", LocalizedText(fr: "caractère protégé deux fois", en: "character escaped twice")),
    ("&quot;", LocalizedText(fr: "caractère protégé deux fois", en: "character escaped twice")),
  ]
  /// What other tools write in front of a block.
  private static let openings = [":::", "!!! "]
  /// How programming languages write that a value is missing.
  private static let nothings: Set<String> = ["undefined", "null", "nil", "NaN"]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for text in page.texts where !page.elements[text.element].isLiteral {
      check(text.text, at: text.offset, reporting: &findings)
    }
    for element in page.elements {
      for case (let name, let value?) in element.attributes where !name.hasPrefix("on") {
        checkAttribute(value, at: element.offset, reporting: &findings)
      }
    }
  }

  private static func check(
    _ text: String, at offset: Int, reporting findings: inout [Finding]
  ) {
    // Most texts hold none of the characters that marks start with.
    if text.utf8.contains(where: { "{[&OL".utf8.contains($0) }) {
      for (mark, origin) in marks {
        guard mark.utf8.first.map(text.utf8.contains) == true,
          let place = text.firstRange(of: mark)
        else { continue }
        findings.append(.placeholder(excerpt(of: text, from: place.lowerBound), origin, at: offset))
        return
      }
      if let word = unfilledWord(in: text) {
        findings.append(
          .placeholder(
            word, LocalizedText(fr: "mot sans sa valeur", en: "word without its value"), at: offset)
        )
      }
    }
    let trimmed = text.drop(while: \.isWhitespace)
    if let first = trimmed.utf8.first, ":!uniN".utf8.contains(first) {
      if openings.contains(where: trimmed.hasPrefix) {
        let origin = LocalizedText(fr: "bloc d’un autre outil", en: "block of another tool")
        findings.append(
          .placeholder(excerpt(of: text, from: trimmed.startIndex), origin, at: offset))
      } else if let nothing = trimmed.split(whereSeparator: \.isWhitespace).first,
        trimmed.split(whereSeparator: \.isWhitespace).count == 1, nothings.contains(String(nothing))
      {
        findings.append(
          .placeholder(
            String(nothing), LocalizedText(fr: "valeur absente", en: "missing value"), at: offset))
      }
    }
  }

  private static func checkAttribute(
    _ value: String, at offset: Int, reporting findings: inout [Finding]
  ) {
    // As in texts: an address or a class is told from a mark by its bytes.
    let isMark =
      value.utf8.contains { "{[O".utf8.contains($0) }
      && ["{{", "{%", "[object ", "Optional("].contains(where: value.contains)
    let pairs = zip(value.utf8, value.utf8.dropFirst())
    let isNothing =
      nothings.contains(value)
      || pairs.contains { $0 == UInt8(ascii: "u") && $1 == UInt8(ascii: "n") }
        && value.split { !$0.isLetter }.contains("undefined")
    guard isMark || isNothing else { return }
    findings.append(
      .placeholder(
        String(value.prefix(40)),
        LocalizedText(fr: "attribut sans sa valeur", en: "attribute without its value"),
        at: offset))
  }

  /// Finds `{nom}`, which the words of the interface hold until they are given a value.
  private static func unfilledWord(in text: String) -> String? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { ("a"..."z").contains($0) || $0 == "_" }
      if !name.isEmpty, rest[name.endIndex...].first == "}" { return "{\(name)}" }
    }
    return nil
  }

  private static func excerpt(of text: String, from start: String.Index) -> String {
    String(text[start...].prefix(30)).split(whereSeparator: \.isNewline).first.map(String.init)
      ?? ""
  }
}

extension Finding {
  fileprivate static func placeholder(
    _ text: String, _ origin: LocalizedText, at offset: Int
  ) -> Finding {
    Finding(
      .error, "placeholder", at: offset,
      LocalizedText(
        fr: "« \(text) » s’affiche tel quel : \(origin.french)",
        en: "“\(text)” is shown as it is: \(origin.english)"),
      words: text)
  }
}
