import SiteLoading
import ContentModel

/// A page in one of the languages of the site.
package struct PageTranslation: Sendable, Hashable {
  package let language: String
  /// The published folder, percent-encoded.
  package let address: String

  package init(
    language: String, address: String
  ) {
    self.language = language
    self.address = address
  }
}
