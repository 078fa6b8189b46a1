import ContentModel
package import Diagnostics
import MarkdownRendering

/// A passage of a sheet, and what it was read from.
package struct CheckedText: Sendable {
  /// Where a passage is written.
  package enum Origin: Sendable {
    case body
    /// In the front matter, at a place.
    case field(SourceLocation)
  }

  let passage: ProsePassage
  package let origin: Origin
}
