import TextEncoding
/// A feed in the Atom format (RFC 4287), published as `feed.xml`.
public struct AtomFeed: Sendable {
  /// The name of the file, in the feed's folder.
  public static let fileName = "feed.xml"

  private let feed: Feed
  private let address: FeedAddress

  /// Creates the Atom form of a feed.
  ///
  /// - Parameter baseURL: Where the site is published. Without it, links are relative to the feed
  ///   (IRI references, section 2) and identifiers are UUIDs computed from the paths.
  public init(_ feed: Feed, baseURL: BaseURL?) {
    self.feed = feed
    address = FeedAddress(feed, baseURL: baseURL)
  }

  /// Returns the feed as XML in UTF-8.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024 + 1024 * feed.entries.count)
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    bytes.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    bytes.append(attribute: "xml:lang", feed.language)
    bytes.append(">\n")
    appendHeading(to: &bytes)
    for entry in feed.entries {
      append(entry, to: &bytes)
    }
    bytes.append("</feed>\n")
    return bytes
  }

  private func appendHeading(to bytes: inout [UInt8]) {
    let path = feed.folder + Self.fileName
    bytes.append(element: "id", address.identifier(of: path))
    bytes.append(element: "title", feed.title)
    if !feed.summary.isEmpty { bytes.append(element: "subtitle", feed.summary) }
    bytes.append(element: "updated", feed.updated.rfc3339)
    appendAuthor(feed.publisher, to: &bytes)
    appendLink("self", type: "application/atom+xml", to: path, in: &bytes)
    appendLink("alternate", type: "text/html", to: feed.page, in: &bytes)
    if let licenceURL = feed.licenceURL {
      bytes.append("<link rel=\"license\"")  // RFC 4946
      bytes.append(attribute: "href", licenceURL)
      bytes.append("/>\n")
    }
    if let rights = feed.rights { bytes.append(element: "rights", rights) }
    bytes.append(element: "generator", feed.generator)
  }

  private func append(_ entry: FeedEntry, to bytes: inout [UInt8]) {
    bytes.append("<entry")
    if let language = entry.language { bytes.append(attribute: "xml:lang", language) }
    bytes.append(">\n")
    bytes.append(element: "id", address.identifier(of: entry.path))
    bytes.append(element: "title", entry.title)
    appendLink("alternate", type: "text/html", to: entry.path, in: &bytes)
    if let original = entry.original {
      appendLink(
        "related", type: "text/html", language: original.language, to: original.path, in: &bytes)
    }
    if let published = entry.published { bytes.append(element: "published", published.rfc3339) }
    bytes.append(element: "updated", entry.updated.rfc3339)
    for author in entry.authors { appendAuthor(author, to: &bytes) }
    for tag in entry.tags {
      bytes.append("<category")
      bytes.append(attribute: "term", tag)
      bytes.append("/>\n")
    }
    if !entry.summary.isEmpty {
      bytes.append("<summary type=\"text\">")
      bytes.append(escaping: entry.summary)
      bytes.append("</summary>\n")
    }
    bytes.append("</entry>\n")
  }

  private func appendAuthor(_ name: String, to bytes: inout [UInt8]) {
    bytes.append("<author>")
    bytes.append(element: "name", name)
    bytes.append("</author>\n")
  }

  private func appendLink(
    _ relation: String, type: String, language: String? = nil, to path: String,
    in bytes: inout [UInt8]
  ) {
    bytes.append("<link")
    bytes.append(attribute: "rel", relation)
    bytes.append(attribute: "type", type)
    if let language { bytes.append(attribute: "hreflang", language) }
    bytes.append(attribute: "href", address.reference(to: path))
    bytes.append("/>\n")
  }
}
