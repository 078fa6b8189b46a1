import SiteLoading
package import ByteCoding
import ContentModel
package import Diagnostics
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// A sheet as it was rendered, with what it was rendered from besides itself.
package final class MadeDocument: Sendable {
  package let sheet: RenderedSheet
  /// What is wrong with its texts.
  package let diagnostics: [Diagnostic]
  /// Where its links led; nil when one of them was reported.
  package let lookups: LinkDependencies?
  /// The hash of the tags that the search knows it by.
  package let tags: UInt64
  /// What the search knows of it; nil in a site without search, and where it was not read again.
  package let words: AnalyzedPage?
  /// Whether it is as it was before.
  package let isRecalled: Bool

  package init(
    sheet: RenderedSheet, diagnostics: [Diagnostic], lookups: LinkDependencies?, tags: UInt64,
    words: AnalyzedPage?, isRecalled: Bool = false
  ) {
    self.sheet = sheet
    self.diagnostics = diagnostics
    self.lookups = lookups
    self.tags = tags
    self.words = words
    self.isRecalled = isRecalled
  }
}
