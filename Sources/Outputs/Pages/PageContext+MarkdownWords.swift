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
    var words: [UInt8] = []
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      case _ where isTag: break
      default: words.append(byte)
      }
    }
    // The references that are written for signs of markup.
    return String(decoding: words, as: UTF8.self).replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      .trimmed
  }
}
