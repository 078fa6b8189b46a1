public import Diagnostics

/// A link that stays inside the site.
public struct DocumentLink: Sendable, Hashable {
  /// The destination as written.
  public let destination: String
  /// The page it leads to; none for another part of its own page.
  public let pageID: Int?
  /// The id after `#`, percent-decoded.
  public let fragment: String?
  /// Where it stands.
  public let location: SourceLocation

  /// Creates a link.
  public init(destination: String, pageID: Int?, fragment: String?, location: SourceLocation) {
    self.destination = destination
    self.pageID = pageID
    self.fragment = fragment
    self.location = location
  }

  /// Returns the link with another number of the page it leads to.
  public func leading(to page: Int) -> DocumentLink {
    DocumentLink(
      destination: destination, pageID: page, fragment: fragment, location: location)
  }
}
