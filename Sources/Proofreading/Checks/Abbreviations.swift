import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding

/// Words in capitals that neither their page, the glossary nor another sheet explains; each is said
/// once for the whole site.
struct Abbreviations: EditorialCheck {
  package static let name = EditorialRules.Check.abbreviations

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    let explained = ExplainedWords(site)
    var first: [String: (sheet: Int, text: CheckedText, range: Range<Int>)] = [:]
    var sheets: [String: Int] = [:]
    for (index, prose) in site.prose.enumerated() {
      let found = prose.texts.flatMap { text in
        text.passage.abbreviations.filter { !explained.contains($0.text) }.map { (text, $0) }
      }
      // What a page explains is only read where there is something to explain.
      guard !found.isEmpty else { continue }
      let own = ExplainedWords(prose)
      var seen: Set<String> = []
      for (text, word) in found where !own.contains(word.text) {
        guard seen.insert(word.text).inserted else { continue }
        sheets[word.text, default: 0] += 1
        if first[word.text] == nil { first[word.text] = (index, text, word.range) }
      }
    }
    return try first.sorted { $0.key < $1.key }.map { word, place in
      .unexplainedAbbreviation(
        word, sheets: sheets[word] ?? 1,
        at: try site.location(of: place.range, in: place.text, of: place.sheet))
    }
  }
}

extension ProsePassage {
  /// The words of two capitals or more that are no number in Roman figures, no part of a link or a
  /// name in several parts, and not shouted with those around them.
  var abbreviations: [ProseWord] {
    let words = words
    return words.enumerated().filter { index, word in
      guard word.text.count > 1, word.isUppercase, !isRoman(word.text),
        !links.contains(where: { $0.contains(word.range.lowerBound) }),
        ![word.before, word.after].contains(where: { "-_./@#&".utf8.contains($0) && $0 != 0x2E }),
        !(word.after == 0x2E && ProsePassage.isWordByte(at: word.range.upperBound + 1, in: text))
      else { return false }
      let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
      return !neighbours.contains { $0.text.count > 1 && $0.isUppercase && !isRoman($0.text) }
    }.map(\.element)
  }

  private func isRoman(_ word: String) -> Bool { word.allSatisfy { "IVXLCM".contains($0) } }
}
