import SiteGraph
import ContentModel
import MarkdownRendering
import TextEncoding
import Theming

extension ViewContext {
  /// Returns the letters of the words of a page, each leading to its first word.
  package func glossary(_ glossary: GlossaryView) -> TemplateValue {
    let words = page.sheets[sheet].headings.filter { $0.level == 2 }
    var letters: [TemplateValue] = []
    var last = ""
    for word in words {
      let first = Slug.make(from: word.text).first.map { $0.uppercased() } ?? ""
      guard first != last else { continue }
      last = first
      letters.append(.object(["letter": .text(first), "url": .text("#" + word.id)]))
    }
    return .object(["letters": .list(letters), "count": .number(words.count)])
  }
}

/// The names that a glossary holds.
extension TemplateNames {
  static let glossary = TemplateNames(
    "a glossary",
    [
      Entry(
        "letters",
        .list(
          TemplateNames(
            "a letter of a glossary",
            [Entry("letter", .text, "the letter"), Entry("url", .text, "its first word")])),
        "the letters that start a word"),
      Entry("count", .number, "how many words there are"),
    ])
}
