package import ContentModel
package import Diagnostics
package import MarkdownRendering

/// A rendered sheet: lists read what its card shows, its own page reads its text as well.
package struct TrackedSheet: Sendable {
  // All of them: to keep one sheet alone would copy its fields for each card.
  let site: TrackedSheets
  let index: Int

  /// The summary, typeset.
  package var summary: String {
    site.recorder?.note(.card, index)
    return site.sheets[index].summary
  }

  /// The body.
  package var html: [UInt8] { page.text.content.html }

  package var headings: [DocumentHeading] { page.headings }

  /// The links to other pages of the site, in the text and in the fields.
  package var links: [DocumentLink] { page.links }

  /// The files beside the sheets that its own texts lead to, show or include, by their paths below the
  /// content folder, sorted.
  package var files: [String] { page.files }

  /// The fields of inline Markdown, by where they are written.
  package var inlines: [SourceLocation: [UInt8]] { page.text.content.inlines }

  private var page: RenderedSheet {
    site.recorder?.note(.text, index)
    return site.sheets[index]
  }
}
