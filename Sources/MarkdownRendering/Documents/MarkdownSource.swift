/// A Markdown text and where it comes from.
public struct MarkdownSource: Sendable {
  /// The file, relative to the source folder, with `/` between its parts.
  public let path: String
  /// The text, in valid UTF-8.
  public let body: ArraySlice<UInt8>
  /// The line of the file at which the text starts, from 1, so that messages point at the file.
  public let firstLine: Int
  /// The language of the text, as a BCP 47 tag.
  public let lang: String
  /// Ids that the page around the text uses, so that no heading takes them.
  public let reservedIDs: Set<String>
  /// The title of the page; without it, the heading that opens the text is it.
  public let title: Title?

  /// The title that a page has, which no heading of its text says again.
  public struct Title: Sendable, Hashable {
    /// Its words.
    public let words: String
    /// The line of the file, from 1, of the heading that gives it; nil when the text gives none.
    public let line: Int?

    /// Creates a title.
    public init(_ words: String, line: Int?) {
      self.words = words
      self.line = line
    }
  }

  /// Creates a source.
  public init(
    path: String, body: ArraySlice<UInt8>, firstLine: Int = 1, lang: String = "fr",
    reservedIDs: Set<String> = [], title: Title? = nil
  ) {
    self.path = path
    self.body = body
    self.firstLine = firstLine
    self.lang = lang
    self.reservedIDs = reservedIDs
    self.title = title
  }

  /// Creates a source that is a whole text.
  public init(
    path: String, text: String, firstLine: Int = 1, lang: String = "fr",
    reservedIDs: Set<String> = [], title: Title? = nil
  ) {
    self.init(
      path: path, body: Array(text.utf8)[...], firstLine: firstLine, lang: lang,
      reservedIDs: reservedIDs, title: title)
  }
}
