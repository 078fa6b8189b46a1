import ByteCoding
package import Diagnostics

/// What the files of a site were made from, so that those that nothing has changed for need not be
/// made again.
package struct PageRecords: Sendable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  package let declarations: String
  /// The hash of the files of the theme.
  package let theme: UInt64
  package let hashes: SiteHashes
  /// The files that were made.
  package let files: [(path: String, record: PageRecord)]

  package init(
    declarations: String, theme: UInt64, hashes: SiteHashes,
    files: [(path: String, record: PageRecord)]
  ) {
    self.declarations = declarations
    self.theme = theme
    self.hashes = hashes
    self.files = files
  }
}
