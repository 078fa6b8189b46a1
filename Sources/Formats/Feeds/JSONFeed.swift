import TextEncoding

/// A feed in the JSON Feed format, version 1.1 (jsonfeed.org), published as `feed.json`.
public struct JSONFeed: Sendable {
  /// The name of the file, in the feed's folder.
  public static let fileName = "feed.json"

  private let feed: Feed
  private let address: FeedAddress
  private let knowsBaseURL: Bool

  /// Creates the JSON form of a feed.
  ///
  /// - Parameter baseURL: Where the site is published. Without it, the feed does not name its own
  ///   address, links are relative to it, and identifiers are those of its Atom form.
  public init(_ feed: Feed, baseURL: BaseURL?) {
    self.feed = feed
    address = FeedAddress(feed, baseURL: baseURL)
    knowsBaseURL = baseURL != nil
  }

  /// Returns the feed as JSON in UTF-8.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter(layout: .indented, capacity: 1024 + 1024 * feed.entries.count)
    writer.beginObject()
    writer.write("version", "https://jsonfeed.org/version/1.1")
    writer.write("title", feed.title)
    // Both are for programs that hold the feed without its address: a relative one tells nothing.
    if knowsBaseURL {
      writer.write("home_page_url", address.reference(to: feed.page))
      writer.write("feed_url", address.reference(to: feed.folder + Self.fileName))
    }
    if !feed.summary.isEmpty { writer.write("description", feed.summary) }
    writer.write("language", feed.language)
    write(authors: [feed.publisher], to: &writer)
    writer.writeKey("items")
    writer.beginArray()
    for entry in feed.entries {
      write(entry, to: &writer)
    }
    writer.endArray()
    writer.endObject()
    return writer.finish()
  }

  private func write(_ entry: FeedEntry, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.write("id", address.identifier(of: entry.path))
    writer.write("url", address.reference(to: entry.path))
    writer.write("title", entry.title)
    // The format wants a content for every item; a sheet's is its summary, or at least its title.
    writer.write("content_text", entry.summary.isEmpty ? entry.title : entry.summary)
    if !entry.summary.isEmpty { writer.write("summary", entry.summary) }
    if let published = entry.published { writer.write("date_published", published.rfc3339) }
    writer.write("date_modified", entry.updated.rfc3339)
    if !entry.authors.isEmpty { write(authors: entry.authors, to: &writer) }
    if !entry.tags.isEmpty { writer.write("tags", .strings(entry.tags)) }
    if let language = entry.language { writer.write("language", language) }
    if let original = entry.original {
      // The format leaves names that start with an underscore to its publishers.
      writer.write(
        "_archipel", ["translation_of": .string(address.reference(to: original.path))])
    }
    writer.endObject()
  }

  private func write(authors: [String], to writer: inout JSONWriter) {
    writer.write("authors", .array(authors.map { ["name": .string($0)] }))
  }
}
