/// The references and identifiers of one feed.
///
/// An identifier is the page's absolute URL when the site knows its base URL. Without one, no
/// address of the site is known to be unique, so it is a UUID computed from the name of the
/// publisher and the path: the same in Atom and in JSON Feed, and at every build.
struct FeedAddress {
  private let address: SiteAddress
  private let publisher: String

  init(_ feed: Feed, baseURL: BaseURL?) {
    address = SiteAddress(baseURL: baseURL, folder: feed.folder)
    publisher = feed.publisher
  }

  /// Returns the reference to a path from the site's root.
  func reference(to path: String) -> String {
    address.reference(to: path)
  }

  /// Returns the identifier of a page of the site, or of the feed under its own path.
  func identifier(of path: String) -> String {
    if let baseURL = address.baseURL { return baseURL.url(of: path) }
    return NameUUID(name: publisher + "\n" + path).urn
  }
}
