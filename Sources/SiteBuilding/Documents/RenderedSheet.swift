import ByteCoding
import ContentModel
import Diagnostics
import Foundation
import MarkdownRendering

/// A sheet whose Markdown has been turned into HTML.
struct RenderedSheet: Sendable {
  /// The title, typeset.
  let title: String
  /// The summary, typeset; taken from the first paragraph when the writer gave none.
  let summary: String
  let outline: Deferred<[DocumentHeading]>
  /// The links to other pages of the site, in the text and in the fields.
  let links: [DocumentLink]
  let text: SheetText

  var headings: [DocumentHeading] { outline.value }

  /// The longest summary made from a paragraph, in characters.
  private static let maxSummary = 220

  /// Returns the start of a paragraph, cut between two words: an inclusive form stays whole.
  static func summary(of paragraph: String) -> String {
    guard paragraph.count > maxSummary else { return paragraph }
    let head = paragraph.prefix(maxSummary)
    let cut = head.lastIndex { $0 == " " || $0 == "\n" } ?? head.endIndex
    return head[..<cut].trimmingCharacters(in: CharacterSet(charactersIn: " ,;:–—\u{00A0}\u{202F}"))
      + "…"
  }
}
