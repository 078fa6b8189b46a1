/// One page in a site map.
public struct SitemapPage: Sendable, Hashable {
  /// The page, as a path from the site's root, percent-encoded.
  public var path: String
  /// When its content last changed.
  public var modified: Timestamp?
  /// The page in each language it exists in, itself included; empty when there is only one.
  public var translations: [Translation]

  /// Creates an entry of the map.
  public init(path: String, modified: Timestamp? = nil, translations: [Translation] = []) {
    self.path = path
    self.modified = modified
    self.translations = translations
  }

  /// A page in one of its languages.
  public struct Translation: Sendable, Hashable {
    /// The language (BCP 47).
    public var language: String
    /// The page, as a path from the site's root, percent-encoded.
    public var path: String

    /// Creates a translation.
    public init(language: String, path: String) {
      self.language = language
      self.path = path
    }
  }
}
