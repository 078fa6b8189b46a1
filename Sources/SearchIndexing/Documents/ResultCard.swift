import TextEncoding

/// What a result shows of a page.
///
/// `[url, title, type, summary, headings, type’s id, facts]`, the facts separated by `|`. What is empty
/// at the end is left out.
struct ResultCard {
  /// The longest summary kept, in bytes.
  static let maxSummary = 200
  /// The headings kept, in bytes: excerpts come from the summary, then from them.
  static let maxHeadings = 120

  let json: [UInt8]

  init(_ document: SearchDocument) {
    var json = JSONWriter(
      escaping: .json,
      capacity: document.summary.utf8.count + document.title.utf8.count + 256)
    let type = [document.type.label, document.languageLabel].filter { !$0.isEmpty }
    let headings = document.passages.lazy.map(\.heading).filter { !$0.isEmpty }
      .joined(separator: " · ")
    let facts = document.facts.map(\.text).joined(separator: "|")
    let rest = [
      ResultCard.clip(headings, to: ResultCard.maxHeadings),
      document.type.id, facts,
    ]
    json.beginArray()
    json.write(document.url)
    json.write(document.title)
    json.write(type.joined(separator: " · "))
    json.write(ResultCard.clip(document.summary, to: ResultCard.maxSummary))
    for text in rest.prefix((rest.lastIndex { !$0.isEmpty } ?? -1) + 1) { json.write(text) }
    json.endArray()
    self.json = json.finish().exactCopy
  }

  /// Cuts a text at a space, with an ellipsis, so that it ends inside no word.
  static func clip(_ text: String, to limit: Int) -> String {
    let bytes = text.utf8
    guard bytes.count > limit else { return text }
    let end = bytes.index(bytes.startIndex, offsetBy: limit)
    guard let space = bytes[..<end].lastIndex(of: UInt8(ascii: " ")) else {
      // One endless word: cut between characters.
      return String(text.prefix(limit / 4)) + "…"
    }
    return String(text[..<space]) + "…"
  }
}
