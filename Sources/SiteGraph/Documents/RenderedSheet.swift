package import ByteCoding
import ContentModel
import Diagnostics
package import MarkdownRendering

/// A sheet whose Markdown has been turned into HTML.
package struct RenderedSheet: Sendable {
  /// The title, typeset.
  package let title: String
  /// The summary, typeset; taken from the first paragraph when the writer gave none.
  package let summary: String
  package let outline: Deferred<[DocumentHeading]>
  /// The links to other pages of the site, in the text and in the fields.
  package let links: [DocumentLink]
  /// The places that raw HTML makes for links.
  package let anchors: [String]
  /// The files beside the sheets that its own texts lead to, show or include, by their paths below the
  /// content folder, sorted.
  package let files: [String]
  package let text: SheetText

  package init(
    title: String, summary: String, outline: Deferred<[DocumentHeading]>, links: [DocumentLink],
    anchors: [String], files: [String], text: SheetText
  ) {
    self.title = title
    self.summary = summary
    self.outline = outline
    self.links = links
    self.anchors = anchors
    self.files = files
    self.text = text
  }

  package var headings: [DocumentHeading] { outline.value }

  /// The longest summary made from a paragraph, in characters.
  private static let maxSummary = 220

  /// Returns the start of a paragraph, cut between two words: an inclusive form stays whole.
  package static func summary(of paragraph: String) -> String {
    guard paragraph.count > maxSummary else { return paragraph }
    let head = paragraph.prefix(maxSummary)
    let cut = head.lastIndex { $0 == " " || $0 == "\n" } ?? head.endIndex
    let end = head[..<cut].lastIndex { !" ,;:–—\u{00A0}\u{202F}".contains($0) }
    return end.map { head[...$0] + "…" } ?? "…"
  }
}
