import ByteCoding
package import Diagnostics

/// What the files of a site were made from, so that those that nothing has changed for need not be
/// made again.
package struct PageTraces: Sendable {
  /// The digest of the configuration, the types, the vocabularies and the data.
  package let declarations: String
  /// The hash of the files of the theme.
  package let theme: UInt64
  package let fingerprints: SiteHashes
  /// The files that were made.
  package let files: [(path: String, trace: PageTrace)]

  package init(
    declarations: String, theme: UInt64, fingerprints: SiteHashes,
    files: [(path: String, trace: PageTrace)]
  ) {
    self.declarations = declarations
    self.theme = theme
    self.fingerprints = fingerprints
    self.files = files
  }
}
