import ContentModel
import Diagnostics
import SiteGraph
import TextEncoding

/// The words of a field in Markdown, for where nothing but text can be shown: calendars, linked data.
extension PageContext {
  /// Returns the words that a page shows of a field in Markdown.
  ///
  /// - Parameters:
  ///   - text: The Markdown.
  ///   - location: Where it is written.
  ///   - index: The sheet that it is of.
  func words(ofMarkdown text: String, at location: SourceLocation, in index: Int) -> String {
    guard let html = sheets[index].inlines[location] else {
      return InlineText.words(ofHeading: text)
    }
    return HTMLText.words(of: html).trimmed
  }
}
