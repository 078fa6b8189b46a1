@testable import SearchIndexing

/// What the analysis made of a text, in a form that tests can compare.
struct AnalyzedText {
  /// The folded forms: `|` between those of one position, `_` for a position without a word.
  let forms: String
  /// The folded stems.
  let keys: [String]

  init(_ text: String, lang: String = "fr") {
    self.init(bytes: Array(text.utf8), lang: lang)
  }

  init(bytes: [UInt8], lang: String = "fr") {
    var analyzer = TextAnalyzer()
    analyzer.add(document(lang: lang, bytes: bytes))
    let analyzed = analyzer.finish()
    forms = AnalyzedText.read(analyzed)
    keys = analyzed.records.flatMap(\.tokens).filter { $0 & Token.field == 0 }.map {
      String(decoding: analyzed.words.key(Token.number($0)), as: UTF8.self)
    }
  }

  static func read(_ analyzed: AnalyzedDocuments) -> String {
    var output: [String] = []
    for token in analyzed.records.flatMap(\.tokens) where token & Token.field == 0 {
      output += Array(repeating: "_", count: Token.gap(token))
      let form = String(decoding: analyzed.words.form(Token.number(token)), as: UTF8.self)
      if token & Token.samePosition != 0, let last = output.popLast() {
        output.append("\(last)|\(form)")
      } else {
        output.append(form)
      }
    }
    return output.joined(separator: " ")
  }
}

/// A page with little in it.
func document(
  url: String = "page/", title: String = "", lang: String = "fr", text: String = "",
  bytes: [UInt8]? = nil
) -> SearchDocument {
  SearchDocument(
    url: url, title: title, type: SearchTerm(id: "page", label: "Page"), lang: lang,
    passages: [SearchPassage(text: bytes ?? Array(text.utf8))])
}
