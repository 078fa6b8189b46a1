import SiteLoading
package import ByteCoding
import ContentModel
import MarkdownRendering
package import SearchIndexing
package import SiteFiles

/// What all documents of a site depend on.
package struct RenderEnvironment: Sendable, Equatable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  package let declarations: String
  /// Stands for the words of the theme, which components say; 0 without components.
  package let words: UInt64
  package let isOffline: Bool
  /// The hash of all that links may lead to.
  package let linkTargets: UInt64
  /// The hash of the glossary of each language.
  package let glossaries: [String: UInt64]

  package init(
    declarations: String, words: UInt64, isOffline: Bool, linkTargets: UInt64,
    glossaries: [String: UInt64]
  ) {
    self.declarations = declarations
    self.words = words
    self.isOffline = isOffline
    self.linkTargets = linkTargets
    self.glossaries = glossaries
  }
}
