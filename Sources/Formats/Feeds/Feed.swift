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

/// One page in a feed.
public struct FeedEntry: Sendable, Hashable {
  /// The page, as a path from the site's root, percent-encoded.
  public var path: String
  /// The title, as plain text.
  public var title: String
  /// The summary, as plain text; may be empty.
  public var summary: String
  /// The language, when it is not the feed's (BCP 47).
  public var language: String?
  /// When it was first published.
  public var published: Timestamp?
  /// When it last changed.
  public var updated: Timestamp
  /// The names of its authors.
  public var authors: [String]
  /// Its tags, as people read them.
  public var tags: [String]
  /// The page that it translates, as such a path, with its language (BCP 47).
  public var original: Original?

  /// What an entry translates.
  public struct Original: Sendable, Hashable {
    /// The page, as a path from the site's root, percent-encoded.
    public var path: String
    /// Its language (BCP 47).
    public var language: String

    /// Creates the original of an entry.
    public init(path: String, language: String) {
      self.path = path
      self.language = language
    }
  }

  /// Creates an entry.
  public init(
    path: String, title: String, summary: String = "", language: String? = nil,
    published: Timestamp? = nil, updated: Timestamp, authors: [String] = [], tags: [String] = [],
    original: Original? = nil
  ) {
    self.path = path
    self.title = title
    self.summary = summary
    self.language = language
    self.published = published
    self.updated = updated
    self.authors = authors
    self.tags = tags
    self.original = original
  }
}
