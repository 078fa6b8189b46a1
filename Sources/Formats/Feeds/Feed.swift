/// What a site or one of its sections has new, whatever the format it is published in.
public struct Feed: Sendable, Hashable {
  /// The title: the site's, or the section's and the site's.
  public var title: String
  /// One sentence about it.
  public var summary: String
  /// The language of the entries that name none (BCP 47).
  public var language: String
  /// Who publishes: Atom wants an author for every entry, and this one answers for those with none.
  public var publisher: String
  /// The name of the licence that covers the entries.
  public var rights: String?
  /// The address of that licence.
  public var licenceURL: String?
  /// The program that wrote the feed.
  public var generator: String
  /// The folder that the feed is published in, from the site's root: empty, or with a slash at its
  /// end, percent-encoded.
  public var folder: String
  /// The page that lists the same entries, as a path from the site's root, percent-encoded.
  public var page: String
  /// When the feed last changed: as a rule the latest of its entries.
  public var updated: Timestamp
  /// The entries, the newest first.
  public var entries: [FeedEntry]

  /// Creates a feed.
  ///
  /// - Parameter page: The same path as the folder when it is left out.
  public init(
    title: String, summary: String = "", language: String, publisher: String,
    rights: String? = nil, licenceURL: String? = nil, generator: String = "Archipel",
    folder: String = "", page: String? = nil, updated: Timestamp, entries: [FeedEntry]
  ) {
    self.title = title
    self.summary = summary
    self.language = language
    self.publisher = publisher
    self.rights = rights
    self.licenceURL = licenceURL
    self.generator = generator
    self.folder = folder
    self.page = page ?? folder
    self.updated = updated
    self.entries = entries
  }
}
