import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding

/// The abbreviations that a site, or a sheet of it, explains.
struct ExplainedWords {
  private var words: Set<String> = []

  /// What everyone knows, files and licences.
  private static let common: Set<String> = [
    "AM", "BD", "BY", "CC", "CD", "CEDEX", "CSS", "CSV", "CV", "DVD", "FAQ", "GPS", "HTML", "ID",
    "JPEG", "JSON",
    "NB", "NC", "ND", "OK", "PC", "PDF", "PM", "PNG", "PS", "QR", "SA", "SMS", "SVG", "TV", "URL",
    "USB", "WC", "XML", "YAML",
  ]

  /// Reads what the whole site explains: its glossaries, the titles of its sheets and the labels of
  /// its terms, by language or for all.
  init(_ site: EditorialContext) {
    words = Self.common.union(site.rules.knownAbbreviations)
    for (index, sheet) in site.commons.site.sheets.enumerated() {
      insert(in: sheet.title)
      guard let view = sheet.glossary else { continue }
      for heading in site.sheets[index].headings { insert(in: heading.text) }
      for form in view.forms.values.joined() { insert(in: form) }
    }
    for term in site.commons.site.vocabularies.values.flatMap(\.terms) {
      for label in term.label.texts.values { insert(in: label) }
    }
  }

  /// Reads what a sheet explains: `SIGLE (développé)`, `Développé (SIGLE)`,
  /// « SIGLE signifie », and names whose initials
  /// make the abbreviation.
  init(_ prose: SheetProse) {
    for text in prose.texts {
      let passage = text.passage
      let words = passage.words
      for (index, word) in words.enumerated() where word.text.utf8.count > 1 && word.isUppercase {
        let opens = passage.has(" (", at: word.range.upperBound)
        if opens && Self.explains(passage, from: word.range.upperBound + 2) {
          self.words.insert(word.text)
        }
        let closes =
          word.before == UInt8(ascii: "(") && index > 0 && !words[index - 1].isUppercase
        let verb = words.indices.contains(index + 1) ? words[index + 1].text : ""
        if closes || ["signifie", "désigne"].contains(verb) { self.words.insert(word.text) }
      }
      insertNames(of: words)
    }
  }

  /// Whether what a bracket holds is a name: two words or more.
  private static func explains(_ passage: ProsePassage, from start: Int) -> Bool {
    let end = passage.text[start...].firstIndex(of: UInt8(ascii: ")")) ?? start
    return passage.text[start..<end].contains { $0 == 0x20 || $0 == 0x2D || $0 == 0xE2 }
  }

  /// Adds the initials of every group of words that make two letters or more.
  private mutating func insertNames(of words: [ProseWord]) {
    let initials = words.filter { !Self.small.contains($0.text.lowercased()) && !$0.isUppercase }
      .compactMap { Slug.make(from: String($0.text.prefix(1))).first }
    self.initials.append(String(initials).uppercased())
  }

  /// The initials of the words of each passage, the small ones left out.
  private var initials: [String] = []

  private static let small: Set<String> = [
    "a", "à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par",
    "pour", "sur", "of", "the", "and", "for",
  ]

  private mutating func insert(in text: String) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      words.insert(String(word))
    }
  }

  package func contains(_ word: String) -> Bool {
    if words.contains(word) { return true }
    guard word.count > 2 else { return false }
    let folded = Slug.make(from: word).uppercased()
    return initials.contains { $0.contains(folded) }
  }
}
