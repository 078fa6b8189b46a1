import TextEncoding

/// A tag, or a word of another taxonomy, under all its spellings.
public struct Tag: Sendable, Hashable {
  /// The tag in addresses, the same for all spellings.
  public let key: String
  /// The spelling most used, the first by alphabetical order when two are equally so; of a term, its name.
  public let label: String
  /// The sheets that bear it, in the order of the site.
  public let sheets: [Int]
}
