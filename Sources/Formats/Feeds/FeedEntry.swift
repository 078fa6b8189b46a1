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
