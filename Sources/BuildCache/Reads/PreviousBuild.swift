package import SiteFiles
package import SiteLoading

/// The build before, compared with the disk.
package struct PreviousBuild: Sendable {
  package let record: BuildRecord
  /// What the disk said of the record when it was read.
  package let metadata: FileMetadata
  /// Whether the published site is as it was published.
  package let isWhole: Bool
  /// Whether a build now would publish what is published.
  package let isCurrent: Bool
  /// The files of the source, where they could be listed whole.
  package let listing: SourceListing?

  package init(
    record: BuildRecord, metadata: FileMetadata, isWhole: Bool, isCurrent: Bool,
    listing: SourceListing?
  ) {
    self.record = record
    self.metadata = metadata
    self.isWhole = isWhole
    self.isCurrent = isCurrent
    self.listing = listing
  }
}
