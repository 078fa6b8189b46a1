import Diagnostics

/// A link makes sense alone, as in a list of the links of a page.
enum VagueLinks: PageRule {
  private static let vagueWords: Set<String> = [
    "ici", "là", "cliquez ici", "cliquer ici", "lien", "ce lien", "voir", "lire la suite", "suite",
    "en savoir plus", "plus d’infos", "plus d'infos", "télécharger", "here", "click here", "link",
    "this link", "read more", "more", "learn more", "amañ", "klikañ amañ",
  ]

  static func check(_ page: PageMarkup, reporting findings: inout [Finding]) {
    for (index, element) in page.elements.enumerated()
    where element.name == "a" && !element.isHidden && element["href"] != nil {
      let name = page.name(of: index)
      let words = name.lowercased().filter { $0.isLetter || $0 == " " || $0 == "’" || $0 == "'" }
      let bare = words.split(separator: " ").joined(separator: " ")
      guard vagueWords.contains(bare), !element.says("title") else { continue }
      findings.append(.vagueLink(name, address: element["href"], at: element.offset))
    }
  }
}

extension Finding {
  fileprivate static func vagueLink(
    _ words: String, address: String?, at offset: Int
  ) -> Finding {
    Finding(
      .warning, "vague-link", at: offset,
      LocalizedText(
        fr: "le lien « \(words) » ne dit pas où il mène",
        en: "the link “\(words)” does not say where it leads"),
      expected: LocalizedText(
        fr: "un texte qui se comprend seul, comme le titre de la page",
        en: "words that make sense alone, as the title of the page"),
      words: address)
  }
}
