import Formats
import SiteGraph
import TextEncoding

/// Where the links of a page lead, once it is in a book.
protocol BookLinks {
  /// Returns the address in the book of a page, and of a place in it; nil for one that is not in it.
  func address(ofPage path: String, fragment: String) -> String?
  /// Returns the address in the book of the copy of a site's picture; nil when the site has no picture at
  /// the path.
  mutating func picture(at path: String) -> String?
  /// Where the site is published.
  var baseURL: BaseURL? { get }
}
